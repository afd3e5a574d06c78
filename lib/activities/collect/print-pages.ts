import { blankCards } from "@/lib/activities/card-print-pages";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { PrintInput } from "@/lib/activities/contract";
import { dotsPage, type PrintPage } from "@/lib/print-pack/pages";

/** Cards to write on, and dots where the plan has a vote with them. */
export function collectPages({
  settings: { cardLabel, characterLimit, itemLimit, columns, dots },
  prompt,
  people,
  wording,
}: PrintInput<CollectSettings>): readonly PrintPage[] {
  const { t, words } = wording;
  // Where a card is only a part of what the prompt asks for, the rest stays with its writer.
  const asked = cardLabel ? words(cardLabel) : prompt;
  const blanks = blankCards(
    { prompt: asked, characterLimit, itemLimit, places: columns },
    { people, wording },
  );
  if (dots === 0) return [blanks];
  const called = { name: t("dots"), note: t("dotsNote", { n: dots }) };
  return [blanks, dotsPage({ each: dots, people }, called)];
}
