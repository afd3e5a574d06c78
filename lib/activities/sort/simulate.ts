import { type Person, revisionOf, type Scene, type Simulation } from "@/lib/activities/simulation";
import { amountOf, cellsOf, partsOf } from "@/lib/activities/sort/cells";
import type { SortSettings } from "@/lib/activities/sort/schema";

/** Everybody places what there is to be placed: rather in the first places than in the last, as rooms do. */
export function* simulateSort(
  person: Person,
  { key, settings, phase }: Scene<SortSettings>,
): Simulation {
  if (phase !== "place") return;
  const { layout, source, tells, decisions } = settings;
  const { chance } = person;
  const cells = cellsOf(layout);
  const { least, most } = amountOf(source);
  /** How many lie where, of so many things. */
  const thrown = (keys: readonly string[], amount: number) => {
    const counts = Object.fromEntries(keys.map((each) => [each, 0]));
    for (let n = 0; n < amount; n += 1) {
      const at = Math.min(chance.int(0, keys.length), chance.int(0, keys.length + 1));
      const each = keys[at] ?? "";
      counts[each] = (counts[each] ?? 0) + 1;
    }
    return counts;
  };
  const amount = chance.int(least, most + 1);
  const parts = Object.fromEntries(
    partsOf(source).map((part) => {
      const counts = thrown(cells, amount);
      // Of a map no more leaves a phone than which places are empty.
      const flags = Object.entries(counts).map(([cell, count]) => [cell, Math.min(count, 1)]);
      return [part, tells === "empty" ? Object.fromEntries(flags) : counts];
    }),
  );
  const placed = amount * partsOf(source).length;
  yield {
    type: "placeItems",
    revision: revisionOf(person, key),
    parts,
    decisions:
      decisions &&
      thrown(
        decisions.map((each) => each.key),
        placed,
      ),
  };
}
