"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { LocaleSwitch } from "@/lib/i18n/locale-switch";
import { PlanWords } from "@/lib/i18n/plan-words";
import { useSessionLanguage } from "@/lib/i18n/use-session-language";
import { Button } from "@/lib/ui/button";
import { CardGlyph, LockGlyph, SeenGlyph, TickGlyph } from "@/lib/ui/drawn/drawings";
import { useDialog } from "@/lib/ui/opened";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { ReceiptDetails } from "@/lib/ui/receipt";
import { StickyBar } from "@/lib/ui/sticky-bar";
import { type Address, textKey } from "@/lib/words";
import { contentNote, groundRules, learningFormat } from "@/lib/workshops/ground-rules";

/** Beside the rules, in their order: of one's free will, nothing that names, nobody guesses, it stays here. */
const GLYPHS = [TickGlyph, CardGlyph, SeenGlyph, LockGlyph] as const;

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
      <ul className="flex flex-col border-line border-t text-base">
        {groundRules.map((rule, at) => {
          const RuleGlyph = GLYPHS[at] ?? TickGlyph;
          return (
            <li
              className="flex items-start gap-3 border-line border-b py-3 [@media(max-height:640px)]:py-2"
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
      <StickyBar
        // The way in is in sight in every window, but for those in which it would cover what is read.
        className="[@media(min-height:18rem)]:sticky bottom-0 -mx-5 mt-auto -mb-6 flex flex-col gap-3 border-line border-t bg-paper px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]"
        edge="bottom"
      >
        <ShortReceipt />
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
      </StickyBar>
    </PhoneFrame>
  );
}

/** What becomes of what one will write, in short; all of it is behind "More". */
function ShortReceipt() {
  const t = useTranslations();
  const show = useDialog();
  return (
    <aside className="flex items-start gap-2 text-ink-2 text-sm">
      <LockGlyph className="size-5" />
      <p>
        {t("receipt.joining")}{" "}
        <button
          aria-haspopup="dialog"
          // In the line of the text, with a finger's room around it that moves nothing.
          className="-mx-3 -my-3.5 px-3 py-3.5 font-semibold text-accent underline underline-offset-4"
          onClick={() => show((dialog) => <ReceiptDetails about="joining" {...dialog} />)}
          type="button"
        >
          {t("receipt.more")}
        </button>
      </p>
    </aside>
  );
}
