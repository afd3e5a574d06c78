"use client";

import { useTranslations } from "next-intl";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { OwnCard } from "@/lib/client/own-card";
import { CheckRow } from "@/lib/ui/phone/check-row";

type Options = Pick<OwnCard, "mayBeCase" | "mayBeQuoted" | "unfair" | "notForStage">;

export interface CardOptionsProps {
  settings: CollectSettings;
  card: Options | undefined;
  onChange: (part: Partial<Options>) => void;
}

/**
 * What the author allows, all off at first. A card that is not for the stage is no case, no quote; one
 * that was unfair is no case.
 */
export function CardOptions({ settings, card, onChange }: CardOptionsProps) {
  const t = useTranslations("kinds.collect.phone");
  const shared = useTranslations("phone");
  const { caseConsent, quoteConsent } = settings;
  const notForStage = card?.notForStage ?? false;
  const unfair = card?.unfair ?? false;
  return (
    <fieldset className="divide-y divide-line border-line border-y">
      <legend className="sr-only">{shared("consentTitle")}</legend>
      {caseConsent ? (
        <CheckRow
          checked={card?.mayBeCase ?? false}
          disabled={notForStage || unfair}
          onChange={(mayBeCase) => onChange({ mayBeCase })}
        >
          {t("consentCase")}
        </CheckRow>
      ) : null}
      {quoteConsent ? (
        <CheckRow
          checked={card?.mayBeQuoted ?? false}
          disabled={notForStage}
          onChange={(mayBeQuoted) => onChange({ mayBeQuoted })}
        >
          {shared("consentQuote")}
        </CheckRow>
      ) : null}
      {caseConsent ? (
        <CheckRow
          checked={unfair}
          onChange={(on) => onChange({ unfair: on, ...(on ? { mayBeCase: false } : {}) })}
        >
          {t("unfair")}
        </CheckRow>
      ) : null}
      <CheckRow
        checked={notForStage}
        onChange={(on) =>
          onChange({ notForStage: on, ...(on ? { mayBeCase: false, mayBeQuoted: false } : {}) })
        }
      >
        {shared("notForStage")}
      </CheckRow>
    </fieldset>
  );
}
