import { describe, expect, it } from "vitest";
import { placeNamed } from "@/lib/activities/card-places";
import { sizeKept, themeGroups, zoneGroups } from "@/lib/ui/stage/stage-groups";

const themes = [
  { id: "silence", name: "Schweigen", zone: null, colour: null },
  { id: "promise", name: "Zusage ohne Folgen", zone: null, colour: null },
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

describe("zoneGroups", () => {
  const zones = [
    { key: "asked", name: { de: "Gefragt" } },
    { key: "listened", name: { de: "Zugehört" } },
  ];
  const notes = ["asked", "asked", "asked", "asked", "listened", null].map((zone, n) => ({
    ...cardNamed(`n${n}`),
    attributes: { zone },
  }));
  const themeIn = (id: string, zone: string | null) => ({ id, name: id, zone, colour: null });
  const grouped = (inThemes: Record<string, string>) =>
    zoneGroups(
      {
        themes: [themeIn("late", "listened"), themeIn("again", "asked"), themeIn("any", null)],
        sorted: inThemes,
      },
      { zones, placeOf: placeNamed("zone") },
      notes,
    ).map(({ id, zone, cards: inIt }) => [id, zone?.de, inIt.map((card) => card.id).join(" ")]);

  it("has zone by zone its themes of three, then the rest of the zone, and last what no zone is told of", () => {
    expect(grouped({ n0: "again", n1: "again", n2: "again", n4: "late" })).toEqual([
      ["again", "Gefragt", "n0 n1 n2"],
      ["asked", undefined, "n3"],
      ["listened", undefined, "n4"],
      ["others", undefined, "n5"],
    ]);
  });

  it("has each card once, wherever it was put", () => {
    expect(grouped({ n3: "any", n4: "any", n5: "any" })).toEqual([
      ["asked", undefined, "n0 n1 n2"],
      ["any", undefined, "n3 n4 n5"],
    ]);
  });

  it("names a theme of three, of which fewer may be shown", () => {
    const sorted = { n0: "again", n1: "again", n2: "again" };
    const record = { themes: [themeIn("again", "asked")], sorted };
    const about = { zones, placeOf: placeNamed("zone") };
    const shown = notes.filter(({ id }) => id !== "n1" && id !== "n2");
    const [group] = zoneGroups(record, about, shown, sizeKept(record));
    expect([group?.name, group?.cards.length, group?.total]).toEqual(["again", 1, 3]);
    expect(themeGroups(record, shown, sizeKept(record))[0]?.total).toBe(3);
    expect(themeGroups(record, shown)).toEqual([]);
  });
});
