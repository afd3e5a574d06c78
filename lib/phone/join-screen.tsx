"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { LocaleSwitch } from "@/lib/i18n/locale-switch";
import { PlanWords } from "@/lib/i18n/plan-words";
import { useSessionLanguage } from "@/lib/i18n/use-session-language";
import { Button } from "@/lib/ui/button";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { Receipt } from "@/lib/ui/receipt";
import { type Address, textKey } from "@/lib/words";
import { contentNote, groundRules, learningFormat } from "@/lib/workshops/ground-rules";

export interface JoinScreenProps {
  address: Address;
  language: Locale;
  onJoin: () => Promise<void>;
}

/** Four rules, what it is about, what is stored; then in, without a name. */
export function JoinScreen({ address, language, onJoin }: JoinScreenProps) {
  const t = useTranslations("join");
  useSessionLanguage(language);
  const [entering, setEntering] = useState(false);
  return (
    <PhoneFrame clock={<LocaleSwitch />} prompt={t("rulesTitle")} title={t("pageTitle")}>
      <ul className="flex flex-col gap-2 text-base">
        {groundRules.map((rule) => (
          <li className="border-accent border-s-2 ps-3" key={textKey(rule)}>
            <PlanWords address={address} of={rule} />
          </li>
        ))}
      </ul>
      <p className="text-base text-ink-2">
        <PlanWords address={address} of={contentNote} />{" "}
        <PlanWords address={address} of={learningFormat} />
      </p>
      <Receipt about="joining" />
      <Button
        busy={entering}
        kind="primary"
        onClick={() => {
          setEntering(true);
          void onJoin();
        }}
        wide
      >
        {entering ? t("entering") : t("enter")}
      </Button>
    </PhoneFrame>
  );
}
