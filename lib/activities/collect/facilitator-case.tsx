"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { textKey } from "@/lib/words";

interface CaseOfRoomProps {
  caseFirst: CaseFirst;
  record: CollectRecord;
  act: ConsoleProps["act"];
}

/** Which case stands on stage and phones, what is asked about it, and the others that may stand there instead. */
export function CaseOfRoom({ caseFirst: { cases, questions }, record, act }: CaseOfRoomProps) {
  const t = useTranslations("kinds.collect.console");
  const common = useTranslations("kinds.collect.common");
  const words = useWords();
  const name = useId();
  return (
    <div className="flex flex-col gap-4">
      <div className="measure flex flex-col gap-1">
        <p className="text-ink-2">{common("caseTalk")}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {questions.map((question) => (
            <li key={textKey(question)}>{words(question)}</li>
          ))}
        </ul>
      </div>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-2 font-semibold">{t("caseShown")}</legend>
        {cases.map(({ key, text }) => {
          const isShown = key === record.case;
          return (
            <label
              className={`flex cursor-pointer items-start gap-3 rounded-control border px-3 py-2.5 ${
                isShown ? "border-accent bg-accent-soft" : "border-line bg-surface"
              }`}
              key={key}
            >
              <input
                checked={isShown}
                className="mt-1 size-4 shrink-0 accent-accent"
                name={name}
                onChange={() => act({ type: "chooseCase", case: key })}
                type="radio"
              />
              <span className="measure min-w-0">{words(text)}</span>
            </label>
          );
        })}
      </fieldset>
    </div>
  );
}
