import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { OtherLanguage, PlanWords, usePlanWords } from "@/lib/i18n/plan-words";
import { type Address, type Language, type Words, words } from "@/lib/words";
import { wordsFor } from "@/lib/words-for";

const shownIn = (locale: Language, children: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale, "du")} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  );

function InText({ of }: { of: Words }) {
  return usePlanWords("du").textOf(of);
}

describe("words that a plan has in one language only", () => {
  it("P165 are words, but none in any language are not", () => {
    for (const one of [{ de: "Nein" }, { deSie: "Nein" }, { en: "No" }]) {
      expect(words.safeParse(one).success).toBe(true);
    }
    expect(words.safeParse({}).success).toBe(false);
  });

  it.each<[what: string, words: Words, locale: Language, address: Address, text: string]>([
    ["the reader's language", { de: "du", deSie: "Sie", en: "you" }, "en", "sie", "you"],
    ["the plan's address", { de: "du", deSie: "Sie", en: "you" }, "de", "sie", "Sie"],
    ["du where there is no Sie", { de: "du", en: "you" }, "de", "sie", "du"],
    ["Sie where there is no du", { deSie: "Sie", en: "you" }, "de", "du", "Sie"],
    ["German where there is no English", { de: "du", deSie: "Sie" }, "en", "sie", "Sie"],
    ["English where there is no German", { en: "you" }, "de", "du", "you"],
  ])("P165 stand in %s", (_, of, locale, address, text) => {
    expect(wordsFor(of, locale, address).text).toBe(text);
  });

  it("P165 are named as the other language's, to eyes and to whatever reads them aloud", () => {
    expect(shownIn("en", <PlanWords address="du" of={{ de: "Ein kleines Nein" }} />)).toMatch(
      /^<span lang="de">Ein kleines Nein<\/span> <span class="[^"]*">\(in German\)<\/span>$/,
    );
    expect(shownIn("de", <PlanWords address="du" of={{ en: "A small no" }} />)).toContain(
      '<span lang="en">A small no</span>',
    );
    expect(shownIn("de", <OtherLanguage of="en" />)).toContain("(auf Englisch)");
    expect(shownIn("en", <InText of={{ de: "Ein kleines Nein" }} />)).toBe(
      "Ein kleines Nein (in German)",
    );
  });

  it("P165 need no mark in their own language, in whichever form of address", () => {
    expect(shownIn("de", <PlanWords address="sie" of={{ de: "Dein Nein" }} />)).toBe("Dein Nein");
    expect(shownIn("de", <OtherLanguage of="de" />)).toBe("");
    expect(shownIn("de", <InText of={{ deSie: "Ihr Nein" }} />)).toBe("Ihr Nein");
  });
});
