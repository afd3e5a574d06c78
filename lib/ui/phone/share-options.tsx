"use client";

import { useTranslations } from "next-intl";
import type { OwnCard } from "@/lib/client/own-card";
import { CheckRow } from "@/lib/ui/phone/check-row";

export interface ShareOptionsProps {
  card: OwnCard | undefined;
  /** Whether the plan asks if it may be quoted. */
  asksForQuotes: boolean;
  onChange: (part: Partial<Pick<OwnCard, "mayBeQuoted" | "notForStage">>) => void;
}

/** Whom the author of a card lets it reach, all off at first. One that is not for the stage is no quote. */
export function ShareOptions({ card, asksForQuotes, onChange }: ShareOptionsProps) {
  const t = useTranslations("phone");
  const notForStage = card?.notForStage ?? false;
  return (
    <fieldset className="divide-y divide-line border-line border-y">
      <legend className="sr-only">{t("consentTitle")}</legend>
      {asksForQuotes ? (
        <CheckRow
          checked={card?.mayBeQuoted ?? false}
          disabled={notForStage}
          onChange={(mayBeQuoted) => onChange({ mayBeQuoted })}
        >
          {t("consentQuote")}
        </CheckRow>
      ) : null}
      <CheckRow
        checked={notForStage}
        onChange={(on) => onChange({ notForStage: on, ...(on ? { mayBeQuoted: false } : {}) })}
      >
        {t("notForStage")}
      </CheckRow>
    </fieldset>
  );
}
