import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { fuzzGuard } from "@/attack/documents/guard-fuzz";
import { type Model, type Step, takeUpdate } from "@/lib/documents/guard";
import { padContentOf } from "@/lib/documents/pad-document";

/** How the guard stands what nobody's screen makes (P254). `npm run attack:documents` runs it with many more. */

const UPDATES = 1_500;

const models: readonly Model[] = ["board", "pad"];

test("of letters that are known in part the rest can't be put into another text (P254)", () => {
  const base = new Y.Doc();
  base.getArray("guess").insert(0, [new Y.Text("left"), new Y.Text("right")]);
  const [start, known] = [Y.encodeStateAsUpdate(base), Y.encodeStateVector(base)];
  const writtenInto = (entry: number, letters: string): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, start);
    doc.clientID = 103;
    const text = doc.getArray("guess").get(entry);
    if (text instanceof Y.Text) text.insert(1, letters);
    return Y.encodeStateAsUpdate(doc, known);
  };
  const writer = { client: 103, model: "pad" } as const;
  expect(takeUpdate(base, writtenInto(0, "one"), writer)).toBeNull();
  // What the spike's guard let through: it ended in both texts, and honest people were refused after it.
  expect(takeUpdate(base, writtenInto(1, "one more"), writer)).toBe("references");
  // Sent again after a lost answer, it is the same.
  expect(takeUpdate(base, writtenInto(0, "one more"), writer)).toBeNull();
  expect(padContentOf(base).guess).toEqual(["lone moreeft", "right"]);
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
