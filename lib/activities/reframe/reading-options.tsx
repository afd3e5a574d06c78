"use client";

import { useTranslations } from "next-intl";
import type { OwnCard } from "@/lib/client/device-record";
import { CheckRow } from "@/lib/client/participant/check-row";

export interface ReadingOptionsProps {
  card: OwnCard | undefined;
  onChange: (part: Pick<OwnCard, "notForStage">) => void;
}

/** What the author of a reading chooses beside its words. */
export function ReadingOptions({ card, onChange }: ReadingOptionsProps) {
  const t = useTranslations("phone");
  return (
    <CheckRow
      checked={card?.notForStage ?? false}
      onChange={(notForStage) => onChange({ notForStage })}
    >
      {t("notForStage")}
    </CheckRow>
  );
}

/** What `submitReading` carries beside text and secrets. */
export const readingOf = (card: OwnCard, caseId: string) => ({
  caseId: card.caseId ?? caseId,
  lens: card.lens,
  mayBeQuoted: card.mayBeQuoted,
});
