import { describe, expect, it } from "vitest";
import { CELL_MIN } from "@/lib/activities/small-cells";
import type { Tally } from "@/lib/activities/sort/schema";
import { howManyOf, type Row, tallyOf } from "@/lib/activities/sort/tally";

const keys = (places: number) => Array.from({ length: places }, (_, n) => `place-${n}`);

/** All ways to share so many points out over so many places. */
function waysOf(points: number, places: number): Row[] {
  if (places === 1) return [[points]];
  return Array.from({ length: points + 1 }, (_, first) =>
    waysOf(points - first, places - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** All rooms of so many people, whoever is who: which ways were taken, in order. */
function roomsOf(people: number, ways: readonly Row[], from = 0): Row[][] {
  if (people === 0) return [[]];
  return ways
    .slice(from)
    .flatMap((way, at) => roomsOf(people - 1, ways, from + at).map((rest) => [way, ...rest]));
}

type Tell = (rows: readonly Row[], places: readonly string[]) => unknown;

/**
 * What somebody who knows the rule and their own ballot learns of all others for certain: the places in which all
 * the others must have the same number, in every room that would have told the same.
 */
function learntFrom(tell: Tell, rooms: readonly Row[][], places: number): string[] {
  const worlds = new Map<string, Row[][]>();
  for (const room of rooms) {
    const told = tell(room, keys(places));
    if (told === null) continue;
    room.forEach((own, at) => {
      if (at > 0 && room[at - 1] === own) return;
      const seen = JSON.stringify([told, own]);
      const others = room.filter((_, each) => each !== at);
      worlds.set(seen, [...(worlds.get(seen) ?? []), others]);
    });
  }
  return [...worlds].flatMap(([seen, others]) =>
    Array.from({ length: places }, (_, place) => place).flatMap((place) => {
      const values = new Set(others.flat().map((row) => row[place]));
      return values.size === 1 ? [`${seen} tells ${[...values]} in place ${place}`] : [];
    }),
  );
}

const asTold: Tell = (rows, places) => tallyOf(rows, places, { tellsPeople: true });

describe("P183 what is told of a room", () => {
  // Numbers are never told of fewer than five (k).
  it.each([
    { people: 5, places: 2, points: 3 },
    { people: 5, places: 3, points: 1 },
    { people: 5, places: 3, points: 2 },
    { people: 5, places: 3, points: 3 },
    { people: 5, places: 4, points: 2 },
    { people: 6, places: 3, points: 2 },
    { people: 7, places: 3, points: 1 },
    { people: 7, places: 3, points: 2 },
    { people: 7, places: 5, points: 1 },
    { people: 13, places: 4, points: 1 },
  ])(
    "tells nobody for certain how the others shared out: $people people, $points points, $places places",
    ({ people, places, points }) => {
      const rooms = roomsOf(people, waysOf(points, places));
      expect(learntFrom(asTold, rooms, places)).toEqual([]);
    },
  );

  it("tells nobody how others placed things of which each has as many as they like", () => {
    const ways = [...waysOf(1, 3), ...waysOf(2, 3)];
    expect(learntFrom(asTold, roomsOf(5, ways), 3)).toEqual([]);
  });

  it("tells nobody which quarter of others' maps is empty", () => {
    const maps = Array.from({ length: 15 }, (_, n) =>
      [3, 2, 1, 0].map((bit) => ((n + 1) >> bit) & 1),
    );
    const asEmpty =
      (say: (empty: number, of: number) => unknown): Tell =>
      (rows) =>
        keys(4).map((_, place) => say(rows.filter((row) => row[place] === 0).length, rows.length));
    const rooms = roomsOf(5, maps);
    expect(learntFrom(asEmpty(howManyOf), rooms, 4)).toEqual([]);
    expect(
      learntFrom(
        asEmpty((empty) => empty),
        rooms,
        4,
      ),
    ).not.toEqual([]);
  });

  it("would not hold without any of its parts (positive control)", () => {
    const rooms = roomsOf(5, waysOf(2, 3));
    const sums: Tell = (rows) =>
      keys(3).map((_, place) => rows.reduce((s, r) => s + (r[place] ?? 0), 0));
    expect(learntFrom(sums, rooms, 3)).not.toEqual([]);
    /** Small places join "other", which may be one place alone or small itself. */
    const withoutSecond: Tell = (rows, places) => {
      const users = (place: number) => rows.filter((row) => (row[place] ?? 0) > 0).length;
      const sum = (place: number) => rows.reduce((s, row) => s + (row[place] ?? 0), 0);
      return places.map((_, place) => (users(place) < CELL_MIN ? "other" : sum(place)));
    };
    expect(learntFrom(withoutSecond, rooms, 3)).not.toEqual([]);
    /** People are told however many they are. */
    const allPeople: Tell = (rows, places) => {
      const told = tallyOf(rows, places, { tellsPeople: false });
      const users = places.map((_, place) => rows.filter((row) => (row[place] ?? 0) > 0).length);
      return told && [told, users];
    };
    expect(learntFrom(allPeople, rooms, 3)).not.toEqual([]);
  });

  it.each([2, 3, 5, 7, 13, 61])("is of places that three people used, in rooms of %i", (people) => {
    let told = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const draw = drawing(seed * 97 + people);
      const places = 2 + draw(5);
      const rows = Array.from({ length: people }, () => sharedOut(10, places, draw));
      const tally = tallyOf(rows, keys(places), { tellsPeople: true });
      if (tally === null) continue;
      told += 1;
      const hidden = hiddenPlaces(tally, places);
      expect(usersOf(rows, hidden) === 0 || usersOf(rows, hidden) >= CELL_MIN).toBe(true);
      expect(hidden).not.toHaveLength(1);
      let sum = tally.other ?? 0;
      for (const [key, { count, people: who }] of Object.entries(tally.places)) {
        const place = keys(places).indexOf(key);
        expect(usersOf(rows, [place])).toBeGreaterThanOrEqual(CELL_MIN);
        expect(count).toBe(rows.reduce((all, row) => all + (row[place] ?? 0), 0));
        if (who !== null) expect([who, people - who].every((each) => each >= CELL_MIN)).toBe(true);
        sum += count;
      }
      // Nothing gets lost: the bar is as long as there are points.
      expect(sum).toBe(10 * people);
    }
    if (people >= 5) expect(told).toBeGreaterThan(100);
    if (people < CELL_MIN) expect(told).toBe(0);
  });

  it("shows nothing where all did alike", () => {
    const alike = Array.from({ length: 13 }, () => [0, 0, 10, 0, 0]);
    expect(tallyOf(alike, keys(5), { tellsPeople: true })).toBeNull();
  });

  it("gives one small place company, so that it can't be had from the total", () => {
    const rows = [
      ...Array.from({ length: 3 }, () => [6, 4, 0]),
      ...Array.from({ length: 3 }, () => [7, 3, 0]),
      [2, 3, 5],
    ];
    // Of the second place the first one's seven people are all there is: "other" has both.
    expect(tallyOf(rows, keys(3), { tellsPeople: true })).toEqual({
      places: { "place-0": { count: 41, people: null } },
      other: 29,
    });
    const more = rows
      .map((row) => [...row, 0])
      .concat(Array.from({ length: 4 }, () => [3, 0, 0, 7]));
    expect(tallyOf(more, keys(4), { tellsPeople: true })).toEqual({
      places: { "place-0": { count: 53, people: null }, "place-1": { count: 24, people: 7 } },
      other: 33,
    });
  });

  it("says few and most of maps without telling none from two", () => {
    const told = Array.from({ length: 8 }, (_, count) => howManyOf(count, 7));
    expect(told).toEqual(["few", "few", "few", 3, 4, "most", "most", "most"]);
    const maps = [[0], [1]];
    const asMaps: Tell = (rows) => howManyOf(rows.filter(([own]) => own === 0).length, rows.length);
    for (const people of [5, 7, 13]) {
      expect(learntFrom(asMaps, roomsOf(people, maps), 1)).toEqual([]);
    }
    const exact: Tell = (rows) => rows.filter(([own]) => own === 0).length;
    expect(learntFrom(exact, roomsOf(5, maps), 1)).not.toEqual([]);
  });
});

const hiddenPlaces = (tally: Tally, places: number): number[] =>
  keys(places).flatMap((key, place) => (Object.hasOwn(tally.places, key) ? [] : [place]));

const usersOf = (rows: readonly Row[], places: readonly number[]): number =>
  rows.filter((row) => places.some((place) => (row[place] ?? 0) > 0)).length;

/** Whole numbers below a bound, the same ones for each seed. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Some people spread their points, some lay all in one place. */
function sharedOut(points: number, places: number, draw: (below: number) => number): Row {
  const row = Array.from({ length: places }, () => 0);
  const kinds = 1 + draw(places);
  for (let n = 0; n < points; n += 1) {
    const place = draw(kinds);
    row[place] = (row[place] ?? 0) + 1;
  }
  return row;
}
