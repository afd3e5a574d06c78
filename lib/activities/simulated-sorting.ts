import type { RevealedCard } from "@/lib/activities/card-schema";
import type { Person, Simulation } from "@/lib/activities/simulation";
import type { ThemesRecord } from "@/lib/activities/theme-schema";

/** Moves a card into a theme, if there is one, or out of all. */
export function* sortOne(
  { chance }: Person,
  cards: readonly RevealedCard[],
  { themes }: ThemesRecord,
): Simulation {
  const card = cards[chance.int(0, Math.max(1, cards.length))];
  if (!card) return;
  const theme = themes[chance.int(0, themes.length + 1)];
  yield { type: "placeCards", cards: [{ id: card.id, to: theme?.id ?? null, before: null }] };
}
