import type { Phone } from "@/attack/crash/phone";
import type { ViewContext } from "@/lib/session/view";
import type { SessionView } from "@/lib/session/view-schema";

/**
 * Cards on a console that their authors withdrew under review: they stay in its sight until the next
 * phase, from memory alone (docs/decisions/0018-review-as-gathered.md).
 */
export function gatheredOn(
  view: SessionView | undefined,
  phones: readonly Pick<Phone, "cards">[],
): ViewContext["review"] {
  const marks = new Map<string, string>();
  for (const card of phones.flatMap(({ cards }) => cards)) {
    if (card.withdrawn === "no") continue;
    for (const { content } of card.texts) marks.set(content, card.markHash);
  }
  return Object.values(view?.review ?? {}).flatMap((card) => {
    const markHash = marks.get(card.text);
    return markHash === undefined ? [] : [{ card, markHash }];
  });
}

/** The first record that differs, shortened. */
export function difference(shown: string, expected: string): string {
  const right = new Set(expected.split("\n"));
  const wrong = shown.split("\n").find((line) => !right.has(line)) ?? "records are missing";
  const place = wrong.slice(0, wrong.indexOf(" ") + 1);
  const instead = expected.split("\n").find((line) => line.startsWith(place)) ?? "nothing";
  return `${wrong.slice(0, 600)} instead of ${instead.slice(0, 600)}`;
}
