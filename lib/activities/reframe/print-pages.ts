import { blankCards } from "@/lib/activities/card-print-pages";
import type { PrintInput } from "@/lib/activities/contract";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";
import type { PrintPage } from "@/lib/print-pack/pages";

/**
 * Cards to write other readings on. Of a line of one's own the card asks for the answer alone: it is typed in, and the
 * line stays with whoever thought of it.
 */
export function reframePages({
  settings: { source, characterLimit, readingLimit },
  prompt,
  people,
  wording,
}: PrintInput<ReframeSettings>): readonly PrintPage[] {
  const asked = source.from === "own" && source.answer ? wording.words(source.answer) : prompt;
  const cards = { prompt: asked, characterLimit, itemLimit: readingLimit, places: [] };
  return [blankCards(cards, { people, wording })];
}
