"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { CaseChoices } from "@/lib/ui/console/case-choices";
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
      <CaseChoices
        cases={cases.map(({ key, text }) => ({ id: key, text: words(text) }))}
        chosen={record.case === null ? [] : [record.case]}
        legend={t("caseShown")}
        name={name}
        single
        toggle={(key) => act({ type: "chooseCase", case: key })}
      />
    </div>
  );
}
