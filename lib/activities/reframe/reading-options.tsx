"use client";

import { useTranslations } from "next-intl";
import type { OwnCard } from "@/lib/client/own-card";
import { CheckRow } from "@/lib/ui/phone/check-row";

export interface ReadingOptionsProps {
  card: OwnCard | undefined;
  onChange: (part: Partial<Pick<OwnCard, "mayBeQuoted" | "notForStage">>) => void;
}

/** What the author of a reading allows, all off at first. One that is not for the stage is no quote. */
export function ReadingOptions({ card, onChange }: ReadingOptionsProps) {
  const t = useTranslations("phone");
  const notForStage = card?.notForStage ?? false;
  return (
    <fieldset className="divide-y divide-line border-line border-y">
      <legend className="sr-only">{t("consentTitle")}</legend>
      <CheckRow
        checked={card?.mayBeQuoted ?? false}
        disabled={notForStage}
        onChange={(mayBeQuoted) => onChange({ mayBeQuoted })}
      >
        {t("consentQuote")}
      </CheckRow>
      <CheckRow
        checked={notForStage}
        onChange={(on) => onChange({ notForStage: on, ...(on ? { mayBeQuoted: false } : {}) })}
      >
        {t("notForStage")}
      </CheckRow>
    </fieldset>
  );
}

/** What phones call it. */
export const CALLED = {
  view: { one: "reading", handIn: "readingHandIn", another: "anotherReading" },
  answer: { one: "answer", handIn: "answerHandIn", another: "anotherAnswer" },
} as const;

/** What a reading carries beside text and secrets. */
export const readingOf = ({ attributes, mayBeQuoted }: OwnCard, caseId: string) => ({
  attributes: { caseId: attributes.caseId ?? caseId, lens: attributes.lens ?? null },
  mayBeQuoted,
});
