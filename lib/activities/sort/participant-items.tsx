"use client";

import { useTranslations } from "next-intl";
import type { Shown } from "@/lib/activities/screens-contract";
import { OwnLines } from "@/lib/activities/sort/own-lines";
import { placeName } from "@/lib/activities/sort/pictures";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { useNaming } from "@/lib/activities/sort/use-naming";
import { useOwnPlacing } from "@/lib/activities/sort/use-own-placing";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

type Props = Shown<SortSettings, SortRecord>;

/** One's own things are written; others are read, with the places that they may go to. */
export function ItemsScreen(props: Props) {
  return props.planned.settings.source.type === "own" ? (
    <Writing {...props} />
  ) : (
    <Reading {...props} />
  );
}

function Writing({ planned, phase }: Props) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const hand = useOwnPlacing({ planned });
  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return (
    <ActivityFrame
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      <OwnLines hand={hand} settings={planned.settings} />
      <Dock>
        <ShortReceipt about="local" />
        <Button kind="primary" onClick={progress.sent} wide>
          {t("linesDone")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

function Reading({ planned, phase }: Props) {
  const t = useTranslations("kinds.sort.phone");
  const words = useWords();
  const naming = useNaming(useWordsText());
  const progress = usePhaseProgress(planned.key, phase);
  const { layout, source } = planned.settings;
  const hand = useOwnPlacing({ planned });
  return (
    <ActivityFrame
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      {source.type === "given" ? (
        <ul className="divide-y divide-line border-line border-y *:py-2.5">
          {source.items.map(({ key, text }) => (
            <li key={key}>{words(text)}</li>
          ))}
        </ul>
      ) : null}
      <section className="flex flex-col gap-2">
        <h2 className="text-base text-ink-2">{t("placesAre")}</h2>
        <ul className="divide-y divide-line border-line border-y *:py-2.5">
          {layout.type === "buckets"
            ? layout.buckets.map(({ key, name, detail }) => (
                <li key={key}>
                  <p className="font-semibold">{words(name)}</p>
                  {detail ? <p className="text-base text-ink-2">{words(detail)}</p> : null}
                </li>
              ))
            : hand.cells.map((cell) => <li key={cell}>{placeName(layout, cell, naming)}</li>)}
        </ul>
      </section>
    </ActivityFrame>
  );
}
