import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { lettersBetween } from "@/attack/documents/bad-updates";
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

describe("letters between two others (P264)", () => {
  const client = 103;
  /** A text of two people: "a" and "d" are one's, "bc" is what the other wrote between them. */
  const written = () => {
    const doc = new Y.Doc();
    doc.clientID = 101;
    const text = new Y.Text("ad");
    doc.getArray("guess").insert(0, [text]);
    const first = Y.encodeStateAsUpdate(doc);
    doc.clientID = 102;
    text.insert(1, "bc");
    const [a, d] = [text._start, text._start?.right?.right];
    if (!a || !d) throw new Error("The text is not in three pieces");
    return { doc, first, a: a.id, b: Y.createID(102, 0), c: Y.createID(102, 1), d: d.id };
  };
  const put = (doc: Y.Doc, left: Y.ID, right: Y.ID) =>
    takeUpdate(doc, lettersBetween({ client, clock: 0 }, left, right, "x"), {
      client,
      model: "pad",
    });

  test("are taken where their writer can have seen these side by side", () => {
    const { doc, first, a, d } = written();
    // Who has not heard of "bc" yet.
    expect(put(doc, a, d)).toBeNull();
    const [guess = ""] = padContentOf(doc).guess;
    expect(["axbcd", "abcxd"]).toContain(guess);
    const late = new Y.Doc();
    Y.applyUpdate(late, first);
    Y.applyUpdate(late, lettersBetween({ client, clock: 0 }, a, d, "x"));
    Y.applyUpdate(late, Y.encodeStateAsUpdate(doc));
    expect(padContentOf(late).guess).toEqual([guess]);
  });

  test.each([
    ["with something between them that is older than one of them", "a", "c"],
    ["in the wrong order", "d", "a"],
    ["which are one letter", "b", "b"],
  ] as const)("are refused between two %s", (_, left, right) => {
    const { doc, ...letters } = written();
    expect(put(doc, letters[left], letters[right])).toBe("order");
  });
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
    ...(model === "board" ? (["contents"] as const) : (["order", "shape"] as const)),
  ];

  test.each(needed)("would be noticed without its step %s", (without) => {
    const { defects } = fuzzGuard({ model, seed: 1, updates: UPDATES, without });
    expect(defects).not.toEqual([]);
  });
});
