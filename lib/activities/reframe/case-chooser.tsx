"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { CaseSource } from "@/lib/activities/reframe/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";

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
        <Choices {...choice} cases={offered} legend={t("caseOffered")} />
      ) : null}
      <Choices
        {...choice}
        cases={source.givenCases.map(({ key, text }) => ({ id: key, text: words(text) }))}
        legend={t("caseGiven")}
      />
    </div>
  );
}

interface ChoicesProps {
  legend: string;
  cases: readonly { id: string; text: ReactNode }[];
  chosen: readonly string[];
  single: boolean;
  name: string;
  toggle: (id: string, on: boolean) => void;
}

function Choices({ legend, cases, chosen, single, name, toggle }: ChoicesProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-semibold">{legend}</legend>
      {cases.map((each) => {
        const isChosen = chosen.includes(each.id);
        return (
          <label
            className={`flex cursor-pointer items-start gap-3 rounded-control border px-3 py-2.5 ${
              isChosen ? "border-accent bg-accent-soft" : "border-line bg-surface"
            }`}
            key={each.id}
          >
            <input
              checked={isChosen}
              className="mt-1 size-4 shrink-0 accent-accent"
              name={single ? name : undefined}
              onChange={(event) => toggle(each.id, event.currentTarget.checked)}
              type={single ? "radio" : "checkbox"}
            />
            <PeoplesWords className="measure min-w-0 whitespace-pre-line">{each.text}</PeoplesWords>
          </label>
        );
      })}
    </fieldset>
  );
}
