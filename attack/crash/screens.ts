import type { Phone } from "@/attack/crash/phone";

/** Everything ever written on cards that were withdrawn, or may have been. */
export function textsOfWithdrawn(phones: readonly Pick<Phone, "cards">[]): Set<string> {
  const cards = phones.flatMap((phone) =>
    phone.cards.filter(({ withdrawn }) => withdrawn !== "no"),
  );
  return new Set(cards.flatMap(({ texts }) => texts.map(({ content }) => content)));
}

/**
 * What a console shows, but for cards that were withdrawn under review: they stay in its sight until
 * the next phase, from memory alone (docs/decisions/0018-review-as-gathered.md).
 */
export function withoutGathered(
  shown: string,
  expected: string,
  withdrawn: ReadonlySet<string>,
): string {
  const right = new Set(expected.split("\n"));
  const isGathered = (line: string): boolean => {
    if (!line.startsWith("review/") || right.has(line)) return false;
    const record: unknown = JSON.parse(line.slice(line.indexOf(" ") + 1));
    return withdrawn.has(String(Reflect.get(Object(record), "text")));
  };
  return shown
    .split("\n")
    .filter((line) => !isGathered(line))
    .join("\n");
}

/** The first record that differs, shortened. */
export function difference(shown: string, expected: string): string {
  const right = new Set(expected.split("\n"));
  const wrong = shown.split("\n").find((line) => !right.has(line)) ?? "records are missing";
  const place = wrong.slice(0, wrong.indexOf(" ") + 1);
  const instead = expected.split("\n").find((line) => line.startsWith(place)) ?? "nothing";
  return `${wrong.slice(0, 600)} instead of ${instead.slice(0, 600)}`;
}
