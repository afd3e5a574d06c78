"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { LocaleSwitch } from "@/lib/i18n/locale-switch";
import { PlanWords } from "@/lib/i18n/plan-words";
import { useSessionLanguage } from "@/lib/i18n/use-session-language";
import { Button } from "@/lib/ui/button";
import { CardGlyph, LockGlyph, SeenGlyph, TickGlyph } from "@/lib/ui/drawn/drawings";
import { Notice } from "@/lib/ui/notice";
import { Dock } from "@/lib/ui/phone/dock";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { ShortReceipt } from "@/lib/ui/receipt";
import { type Address, textKey } from "@/lib/words";
import { contentNote, groundRules, learningFormat } from "@/lib/workshops/parts/ground-rules";

/** Beside the rules, in their order: of one's free will, nothing that names, nobody guesses, it stays here. */
const GLYPHS = [TickGlyph, CardGlyph, SeenGlyph, LockGlyph] as const;

export interface JoinScreenProps {
  address: Address;
  language: Locale;
  /** Invented people take part: whoever comes in by mistake has to know before. */
  isRehearsal: boolean;
  onJoin: () => Promise<void>;
}

/** Four rules, what it is about, what is stored; then in, without a name. */
export function JoinScreen({ address, language, isRehearsal, onJoin }: JoinScreenProps) {
  const t = useTranslations("join");
  useSessionLanguage(language);
  const [entering, setEntering] = useState(false);
  return (
    <PhoneFrame clock={<LocaleSwitch />} prompt={t("rulesTitle")} title={t("pageTitle")}>
      {isRehearsal ? <Notice tone="attention">{t("rehearsal")}</Notice> : null}
      <ul className="flex flex-col border-line border-t text-base">
        {groundRules.map((rule, at) => {
          const RuleGlyph = GLYPHS[at] ?? TickGlyph;
          return (
            <li
              className="flex items-start gap-3 border-line border-b py-3 short:py-2"
              key={textKey(rule)}
            >
              <RuleGlyph className="text-accent" />
              <PlanWords address={address} of={rule} />
            </li>
          );
        })}
      </ul>
      <p className="text-base text-ink-2">
        <PlanWords address={address} of={contentNote} />{" "}
        <PlanWords address={address} of={learningFormat} />
      </p>
      <Dock>
        <ShortReceipt about="joining" />
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
      </Dock>
    </PhoneFrame>
  );
}
