import { describe, expect, test } from "vitest";
import { fuzzGuard } from "@/attack/documents/guard-fuzz";
import type { Model, Step } from "@/lib/documents/guard";

/** How the guard stands what nobody's screen makes (P254). `npm run attack:documents` runs it with many more. */

const UPDATES = 1_500;

const models: readonly Model[] = ["board", "pad"];

/** Documents that once came out wrong, by their number in a run. */
const pinned = [
  // Half of an item was known, and lay in another text than the other half said.
  { model: "pad", seed: 1, from: 551 },
] as const;

test.each(pinned)("stands document $from of a $model with seed $seed (P254)", (run) => {
  expect(fuzzGuard({ ...run, updates: 1 }).defects).toEqual([]);
});

describe.each(models)("the guard of a %s", (model) => {
  test("takes all that is honest and none of what is not (P254)", () => {
    const { count, defects } = fuzzGuard({ model, seed: 1, updates: UPDATES });
    expect(defects).toEqual([]);
    expect(count.honest).toBeGreaterThan(UPDATES / 4);
  });

  // What may lie where is asked with the references, too; a board is full after more than one update.
  const needed: readonly Step[] = [
    ...(["size", "structs", "references", "deletions"] as const),
    ...(model === "board" ? (["contents"] as const) : (["shape"] as const)),
  ];

  test.each(needed)("would be noticed without its step %s", (without) => {
    const { defects } = fuzzGuard({ model, seed: 1, updates: UPDATES, without });
    expect(defects).not.toEqual([]);
  });
});
