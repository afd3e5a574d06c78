"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { CaseSource } from "@/lib/activities/reframe/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { CaseChoices } from "@/lib/ui/console/case-choices";

interface CaseChooserProps {
  source: Exclude<CaseSource, { from: "own" }>;
  /** Cards whose authors allowed it. */
  offered: readonly { id: string; text: string }[];
  /** Ids of the cases chosen now. */
  chosen: readonly string[];
  act: ConsoleProps["act"];
}

/**
 * Which cases the room works on: released cards first, fictional ones always. Nobody else sees the
 * choice before it is shown.
 */
export function CaseChooser({ source, offered, chosen, act }: CaseChooserProps) {
  const t = useTranslations("kinds.reframe.console");
  const words = useWords();
  const single = source.caseLimit === 1;
  // One name for both lists: radios of one choice.
  const name = useId();

  function toggle(id: string, on: boolean) {
    const rest = chosen.filter((each) => each !== id);
    const cases = single ? [id] : on ? [...rest, id] : rest;
    // At least one case, at most what the plan's minutes carry.
    if (cases.length === 0 || cases.length > source.caseLimit) return;
    act({ type: "chooseCases", cases });
  }

  const choice = { chosen, single, toggle, name };
  return (
    <div className="flex flex-col gap-4">
      <div className="measure flex flex-col gap-1 text-ink-2">
        <p>{t("caseUnseen", { n: source.caseLimit })}</p>
        {source.from === "earlier" ? (
          <p>
            {t("caseWho")} {offered.length === 0 ? t("caseNoneOffered") : null}
          </p>
        ) : null}
      </div>
      {offered.length > 0 ? (
        <CaseChoices {...choice} cases={offered} legend={t("caseOffered")} />
      ) : null}
      <CaseChoices
        {...choice}
        cases={source.givenCases.map(({ key, text }) => ({ id: key, text: words(text) }))}
        legend={t("caseGiven")}
      />
    </div>
  );
}
