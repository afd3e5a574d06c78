// First, and in this order: what is asked and what is loaded takes its time on the way, while the rest of this runs (P221).
import "@/lib/phone/begin";
import "@/lib/phone/ahead";
// Nothing has made a schema yet.
import "@/lib/client/zod-setup";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { attemptsOfTab, isServed, reloadForRelease } from "@/lib/client/newer-release";
import { loadPatiently, onNeed } from "@/lib/client/on-need";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locale";
import { loadAhead } from "@/lib/phone/ahead";
import { wayIn } from "@/lib/phone/begin";
import { PhonePage } from "@/lib/phone/phone-page";
import { loadWords } from "@/lib/phone/words-of-phones";
import { FONTS, PEOPLE, PLACE } from "@/lib/phone-document";
import { helpContacts } from "@/lib/session/help-contacts";

/** What a phone's page begins with; `document.tsx` says what stands there until then. */

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * On a slow line fonts take as long as what makes the page of use: they come after it, and the longer after it the slower
 * the line, since whoever goes on at once needs what comes next first.
 */
async function showFonts(): Promise<void> {
  await loadAhead();
  // Since the page was asked for, in ms.
  await wait(performance.now());
  const fonts = document.getElementById(FONTS);
  if (fonts instanceof HTMLLinkElement) fonts.media = "all";
}

void showFonts();

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;
const words = onNeed(() => loadWords(locale));

async function start(): Promise<void> {
  await loadPatiently(words, { isServed, wait, isOver: () => false });
  const found = words.current();
  if (!found) {
    await reloadForRelease({
      ...{ attempts: attemptsOfTab, isServed, wait, isOver: () => false },
      reload: () => location.reload(),
      chance: Math.random,
    });
    return;
  }
  const contacts = helpContacts.parse(
    JSON.parse(document.getElementById(PEOPLE)?.textContent ?? "[]"),
  );
  const place = document.getElementById(PLACE);
  if (!place) throw new Error("The document has no place for the page");
  createRoot(place).render(
    <StrictMode>
      <PhonePage contacts={contacts} spoken={{ locale, words: found }} wayIn={wayIn} />
    </StrictMode>,
  );
}

void start();
