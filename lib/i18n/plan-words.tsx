import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Address, Language, Words } from "@/lib/words";
import { textFor, type Wording, wordsFor } from "@/lib/words-for";

export interface PlanWordsProps {
  of: Words;
  address: Address;
}

/**
 * Words of a plan. Where there are none in the reader's language, the other one's stand there, named as
 * such for eyes and ears (WCAG 3.1.2).
 */
export function PlanWords({ of, address }: PlanWordsProps) {
  const locale = useLocale();
  const { text, language } = wordsFor(of, locale, address);
  if (language === locale) return text;
  return (
    <>
      <span lang={language}>{text}</span> <OtherLanguage of={language} />
    </>
  );
}

/** Says behind a text in this language that it is not the reader's; nothing where it is. */
export function OtherLanguage({ of }: { of: Language }) {
  const locale = useLocale();
  const t = useTranslations("common");
  if (of === locale) return null;
  return (
    <span className="whitespace-nowrap font-normal font-sans text-[max(0.875rem,0.6em)]">
      {t("inOtherLanguage")}
    </span>
  );
}

/** How screens show the words of a plan. */
export interface PlanWordsShown {
  /** As an element of its own. */
  words: (words: Words) => ReactNode;
  /** Where only text can stand: a label, a sentence around it, what is read aloud. */
  textOf: (words: Words) => string;
  /** Bare: what somebody takes over into words of their own, or a screen divides into lines. */
  wordingOf: (words: Words) => Wording;
}

/** In the language of the screen around it, and this form of address. */
export function usePlanWords(address: Address): PlanWordsShown {
  const locale = useLocale();
  const mark = useTranslations("common")("inOtherLanguage");
  return useMemo(
    () => ({
      words: (words) => <PlanWords address={address} of={words} />,
      textOf: (words) => textFor(words, locale, address, mark),
      wordingOf: (words) => wordsFor(words, locale, address),
    }),
    [locale, address, mark],
  );
}
