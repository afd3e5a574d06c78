import { describe, expect, it } from "vitest";
import { themeGroups } from "@/lib/activities/collect/stage-groups";

const themes = [
  { id: "silence", name: "Schweigen", colour: null },
  { id: "promise", name: "Zusage ohne Folgen", colour: null },
];

const cardNamed = (id: string) => ({
  id,
  text: id,
  markHash: id,
  notForStage: false,
  attributes: {},
});
const cards = ["a", "b", "c", "d", "e", "f"].map(cardNamed);
const sortedInto = (inThemes: Record<string, string>) =>
  themeGroups({ themes, sorted: inThemes }, cards).map((group) => ({
    name: group.name,
    ids: group.cards.map(({ id }) => id).join(""),
  }));

describe("themeGroups", () => {
  it("has a group for each theme of three cards, in the order they were made, and one for the rest", () => {
    const sorted = { a: "promise", b: "promise", c: "promise", d: "silence", e: "silence" };
    expect(sortedInto(sorted)).toEqual([
      { name: "Zusage ohne Folgen", ids: "abc" },
      { name: null, ids: "def" },
    ]);
    expect(sortedInto({ ...sorted, f: "silence" })).toEqual([
      { name: "Schweigen", ids: "def" },
      { name: "Zusage ohne Folgen", ids: "abc" },
    ]);
  });

  it("has none where no theme has three cards", () => {
    expect(sortedInto({ a: "silence", b: "silence", c: "promise" })).toEqual([]);
  });
});
