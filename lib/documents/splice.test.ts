import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAfter, spliceBetween, spliced, withOwn } from "@/lib/documents/splice";

/** Half of a character that takes two units. */
const HALF = /\p{Cs}/u;

const text = fc.string({ unit: "grapheme", maxLength: 20 });

describe("a change of a text", () => {
  it("turns one text into the other, and cuts no character in two", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = spliceBetween(before, after);
        const { at, removed, inserted } = change ?? { at: 0, removed: 0, inserted: "" };
        expect(spliced(before, { at, removed, inserted })).toBe(after);
        expect(inserted).not.toMatch(HALF);
        expect(before.slice(at, at + removed)).not.toMatch(HALF);
      }),
    );
  });

  it("takes a picture as a whole, though two of them share a half", () => {
    expect(spliceBetween("a😀b", "a😁b")).toEqual({ at: 1, removed: 2, inserted: "😁" });
    expect(spliceBetween("🐀", "😀")).toEqual({ at: 0, removed: 2, inserted: "😀" });
  });

  it("leaves the caret where it was among the letters", () => {
    const change = { at: 3, removed: 2, inserted: "xyz" };
    expect([0, 3, 4, 5, 8].map((place) => placeAfter(place, change))).toEqual([0, 3, 6, 6, 9]);
    expect(placeAfter(7, null)).toBe(7);
  });
});

describe("two people change the same text at once", () => {
  const both = (base: string, mine: string, theirs: string): string => {
    const own = spliceBetween(base, mine);
    return own === null ? theirs : withOwn(theirs, own, spliceBetween(base, theirs));
  };

  it.each([
    ["at different places", "ab cd", "ab xcd", "yab cd", "yab xcd"],
    ["at the same place", "ab", "axb", "ayb", "axyb"],
    ["taking out the same", "one two three", "one three", "one three", "one three"],
    ["taking out what overlaps", "abcdef", "aef", "abcf", "af"],
    ["one inside what the other takes out", "abcdef", "af", "abcXdef", "aXf"],
    ["one around what the other takes out", "abcdef", "abcXdef", "af", "aXf"],
  ])("%s", (_, base, mine, theirs, merged) => {
    expect(both(base, mine, theirs)).toBe(merged);
  });

  it("and all that either has put in stays", () => {
    const base = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
    const change = fc.record({ at: fc.nat(12), removed: fc.nat(12), n: fc.nat(4) });
    fc.assert(
      fc.property(base, change, change, (before, one, two) => {
        const make = ({ at, removed, n }: typeof one, letter: string) =>
          spliced(before, { at: Math.min(at, before.length), removed, inserted: letter.repeat(n) });
        const merged = both(before, make(one, "X"), make(two, "Y"));
        expect(merged.replaceAll(/[^X]/g, "")).toBe("X".repeat(one.n));
        expect(merged.replaceAll(/[^Y]/g, "")).toBe("Y".repeat(two.n));
      }),
    );
  });
});
