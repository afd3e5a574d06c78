"use client";

import { useTranslations } from "next-intl";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { cellsOf } from "@/lib/activities/sort/cells";
import { picturesOf, placeName } from "@/lib/activities/sort/pictures";
import { PicturesShown } from "@/lib/activities/sort/pictures-shown";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { sortScreens } from "@/lib/activities/sort/screens";
import { useNaming } from "@/lib/activities/sort/use-naming";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { ConsoleChart } from "@/lib/ui/console/console-chart";
import { PlanList } from "@/lib/ui/console/plan-list";

/** While people place, where to and what is told of it; then the result, the same as everybody sees. */
export function SortFacilitator({ planned, record: { result } }: Shown<SortSettings, SortRecord>) {
  const t = useTranslations("kinds.sort.console");
  const inSummary = useTranslations("kinds.sort.common");
  const words = useWords();
  const naming = useNaming(useWordsText());
  const { settings } = planned;
  const { layout, source, decisions, tells, note } = settings;
  if (result === null) {
    return (
      <div className="measure flex flex-col gap-3">
        <PlanList>
          {layout.type === "buckets"
            ? layout.buckets.map(({ key, name, detail }) => (
                <li key={key}>
                  <p>{words(name)}</p>
                  {detail ? <p className="text-ink-2 text-sm">{words(detail)}</p> : null}
                </li>
              ))
            : cellsOf(layout).map((cell) => <li key={cell}>{placeName(layout, cell, naming)}</li>)}
        </PlanList>
        {decisions ? (
          <p>
            {t("decisions", {
              list: decisions.map(({ label }) => naming.textOf(label)).join(" · "),
            })}
          </p>
        ) : null}
        <p className="text-ink-2 text-sm">{t(source.type === "own" ? "ownStay" : "sealed")}</p>
        <p className="text-ink-2 text-sm">{t(tells === "empty" ? "emptyTold" : "countsTold")}</p>
      </div>
    );
  }
  const pictures = picturesOf(settings, result, naming);
  if (pictures.length === 0) return null;
  return (
    <ConsoleChart
      note={
        result.n === null ? undefined : t(tells === "empty" ? "maps" : "people", { n: result.n })
      }
      title={words(planned.title)}
    >
      <PicturesShown pictures={pictures} />
      {note ? <p className="text-ink-2 text-sm">{words(note)}</p> : null}
      <p className="text-ink-2 text-sm">{inSummary(tells === "empty" ? "howEmpty" : "merged")}</p>
    </ConsoleChart>
  );
}

export const sortOnConsole = defineOnConsole(sortScreens, SortFacilitator);
