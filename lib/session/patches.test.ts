import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozen } from "@/lib/frozen";
import {
  createRecordTexts,
  diff,
  encodeRecords,
  flatten,
  flattenNarrow,
  unflatten,
} from "@/lib/session/patches";

const id = fc.stringMatching(/^[0-9a-f]{32}$/);
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const field = fc.oneof(leaf, fc.array(leaf), fc.dictionary(id, fc.oneof(leaf, fc.array(leaf))));
const kindRecord = fc.oneof(
  fc.constant(null),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), field),
);
const activity = fc.oneof(
  fc.constant(null),
  fc.record({ phase: fc.string(), clock: fc.constant(null), record: kindRecord }),
);
const cards = fc.dictionary(id, fc.record({ text: fc.string() }));

/** Only what travels matters here, not what a session would show. */
const view = fc.record({ planned: fc.constant(null), activity, cards });

const parsed = (records: ReadonlyMap<string, string>) =>
  new Map([...records].map(([path, json]): [string, unknown] => [path, JSON.parse(json)]));

describe("flat records", () => {
  it("P21: come back as the view they were made of", () => {
    fc.assert(
      fc.property(view, (shown) => {
        expect(unflatten(parsed(flatten(shown)))).toEqual(shown);
      }),
    );
  });

  it("P21: what a seat and a group see comes back beside it, each entry a record", () => {
    fc.assert(
      fc.property(view, kindRecord, kindRecord, (shown, seat, group) => {
        const records = new Map([
          ...flattenNarrow("seat", seat),
          ...flattenNarrow("group", group),
          ...flatten(shown),
        ]);
        expect(unflatten(parsed(records))).toEqual({ ...shown, seat, group });
      }),
    );
    expect([...flattenNarrow("group", { lines: { a: 1, b: 2 } }).keys()]).toEqual([
      ...["group", "group/lines", "group/lines/a", "group/lines/b"],
    ]);
  });

  it("P22: a patch brings any view to any other", () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        const records = parsed(flatten(before));
        const change = diff(flatten(before), flatten(after));
        for (const path of change?.gone ?? []) records.delete(path);
        for (const [path, value] of parsed(change?.set ?? new Map())) records.set(path, value);
        expect(unflatten(records)).toEqual(after);
      }),
    );
  });

  it("P292: are the same whether their texts are kept or made anew, whatever changes in place", () => {
    fc.assert(
      fc.property(view, view, fc.string(), (first, second, text) => {
        const texts = createRecordTexts();
        for (const shown of [first, frozen(second), first]) {
          expect(flatten(shown, texts)).toEqual(flatten(shown));
          for (const card of Object.values(first.cards)) card.text = text;
          expect(flatten(shown, texts)).toEqual(flatten(shown));
        }
      }),
    );
    expect(() => Object.assign(frozen({ a: { b: [1] } }).a.b, [2])).toThrow(TypeError);
  });

  it("P21, P22: sorting one of 300 cards sends that card's theme and nothing of the others", () => {
    const ids = Array.from({ length: 300 }, (_, at) => at.toString(16).padStart(32, "0"));
    const everywhere = Object.fromEntries(ids.map((each) => [each, "a"]));
    const moved = ids[7] ?? "";
    const sortedTo = (theme: string) =>
      flatten({
        activity: {
          phase: "cluster",
          clock: null,
          record: { sorted: { ...everywhere, [moved]: theme } },
        },
        cards: {},
      });
    const change = diff(sortedTo("a"), sortedTo("b"));
    expect(change).toEqual({
      set: new Map([[`activity/record/sorted/${moved}`, '"b"']]),
      gone: [],
    });
    expect(encodeRecords(change?.set ?? new Map()).length).toBeLessThan(80);
  });
});
