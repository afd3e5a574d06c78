import { describe, expect, it } from "vitest";
import {
  type Everybody,
  groupForLate,
  letterOf,
  newChair,
  seatEverybody,
  shapesOf,
  sizesOf,
  suggestedMerges,
} from "@/lib/activities/roleplay/grouping";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import type { Group } from "@/lib/activities/roleplay/schema";

/** As many people as the design asks for. */
const PEOPLE_MAX = 60;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Every way in which so many people can be in the room with a phone, without one, and elsewhere. */
function* everybody(n: number): Generator<Everybody> {
  for (let remote = 0; remote <= n; remote += 1) {
    for (const withoutPhone of new Set([0, 1, 3, Math.floor((n - remote) / 2), n - remote])) {
      if (withoutPhone <= n - remote)
        yield { room: n - remote - withoutPhone, remote, withoutPhone };
    }
  }
}

const all = Array.from({ length: PEOPLE_MAX }, (_, at) => at + 1);
const sizes = [3, 4] as const;

/** A group with so many chairs. */
const groupOf = (letter: string, chairs: number, remote = false): Group => ({
  ...{ letter, place: null, changed: false },
  chairs: Array.from({ length: chairs }, (_, at) =>
    newChair(`${letter.charCodeAt(0)}${at}`, { phone: true, remote, rounds: 0 }),
  ),
});

describe("sizes of groups", () => {
  it("are those of the design", () => {
    expect(sizesOf(2, 3)).toEqual([2]);
    expect(sizesOf(5, 3)).toEqual([5]);
    expect(sizesOf(7, 3)).toEqual([4, 3]);
    expect(sizesOf(13, 3)).toEqual([4, 3, 3, 3]);
    expect(sizesOf(13, 4)).toEqual([4, 3, 3, 3]);
    expect(sizesOf(12, 4)).toEqual([4, 4, 4]);
  });

  it("P231 are only threes and fours from six people on, and one group below", () => {
    for (const n of all) {
      for (const size of sizes) {
        const found = sizesOf(n, size);
        expect(sum(found)).toBe(n);
        if (n < 6) expect(found).toEqual([n]);
        else expect(found.every((each) => each === 3 || each === 4)).toBe(true);
      }
    }
  });
});

describe("groups of room, remote people and people without a phone", () => {
  it("P231 seat everybody, in threes and fours, with one mixed group at most", () => {
    for (const n of all) {
      for (const size of sizes) {
        for (const people of everybody(n)) {
          const shapes = shapesOf(people, { size, pair: false });
          const totals = shapes.map(({ phones, withoutPhone }) => phones + withoutPhone);
          const about = JSON.stringify({ people, size, shapes });
          expect(sum(shapes.map(({ remote }) => remote)), about).toBe(people.remote);
          expect(sum(shapes.map((each) => each.withoutPhone)), about).toBe(people.withoutPhone);
          expect(sum(shapes.map(({ phones }) => phones)), about).toBe(people.room + people.remote);
          if (n >= 6)
            expect(
              totals.every((each) => each === 3 || each === 4),
              about,
            ).toBe(true);
          const mixed = shapes.filter(
            ({ remote }, at) => remote > 0 && remote < (totals[at] ?? 0),
          ).length;
          expect(mixed, about).toBeLessThanOrEqual(1);
          // Nobody who is elsewhere lacks a phone.
          expect(
            shapes.every(({ phones, remote }) => remote <= phones),
            about,
          ).toBe(true);
        }
      }
    }
  });

  it("leave room and remote people apart where both make threes and fours", () => {
    for (const n of all) {
      for (const remote of all.filter((each) => each < n)) {
        const whole = [remote, n - remote].every((each) => each === 3 || each === 4 || each >= 6);
        if (!whole) continue;
        const shapes = shapesOf(
          { room: n - remote, remote, withoutPhone: 0 },
          { size: 3, pair: false },
        );
        expect(shapes.every((each) => each.remote === 0 || each.remote === each.phones)).toBe(true);
      }
    }
  });

  it("have a phone each, as far as there are enough", () => {
    for (const n of all) {
      for (const size of sizes) {
        for (const people of everybody(n)) {
          const shapes = shapesOf(people, { size, pair: false });
          const phones = people.room + people.remote;
          const spare = shapes.filter((each) => each.phones === 0).length;
          // Phones that are elsewhere can't be carried into a group of the room.
          if (people.remote === 0 && phones >= shapes.length) expect(spare).toBe(0);
        }
      }
    }
  });

  it("keep two remote people a pair where that is chosen", () => {
    const shapes = shapesOf({ room: 9, remote: 2, withoutPhone: 0 }, { size: 3, pair: true });
    expect(shapes.map(({ phones, remote }) => [phones, remote])).toEqual([
      ...Array.from({ length: 3 }, () => [3, 0]),
      [2, 2],
    ]);
  });

  it("are one without a chair where there is nobody", () => {
    const nobody = { room: 0, remote: 0, withoutPhone: 0 };
    expect(shapesOf(nobody, { size: 3, pair: false })).toEqual([
      { phones: 0, remote: 0, withoutPhone: 0 },
    ]);
  });
});

describe("seats", () => {
  it("give everybody one chair, in a group of their sort", () => {
    const people = {
      room: Array.from({ length: 9 }, (_, at) => `room${at}`),
      remote: Array.from({ length: 4 }, (_, at) => `remote${at}`),
    };
    const shapes = shapesOf({ room: 9, remote: 4, withoutPhone: 2 }, { size: 4, pair: false });
    const { groups, seats } = seatEverybody(people, shapes, (items) => [...items].reverse());
    const chairs = groups.flatMap((each) => each.chairs);
    expect(new Set(chairs.map(({ id }) => id)).size).toBe(15);
    expect(new Set(seats.values()).size).toBe(13);
    for (const [person, id] of seats) {
      const chair = chairs.find((each) => each.id === id);
      expect(chair?.phone).toBe(true);
      expect(chair?.remote).toBe(person.startsWith("remote"));
    }
    expect(groups.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
  });

  it("are called A to Z and then by two letters", () => {
    const letters = Array.from({ length: 120 }, (_, at) => letterOf(at));
    expect([letters[0], letters[25], letters[26], letters[27]]).toEqual(["A", "Z", "AA", "AB"]);
    expect(new Set(letters).size).toBe(120);
  });
});

describe("whoever comes late", () => {
  it("P232 gets the fourth seat of a trio, of the smallest group first, else the balcony", () => {
    const here = { remote: false };
    expect(groupForLate([groupOf("A", 4), groupOf("B", 3)], here)?.letter).toBe("B");
    expect(groupForLate([groupOf("A", 3), groupOf("B", 2)], here)?.letter).toBe("B");
    expect(groupForLate([groupOf("A", 4), groupOf("B", 5)], here)).toBeNull();
  });

  it("comes to their own sort where there is room", () => {
    const groups = [groupOf("A", 3), groupOf("B", 3, true)];
    expect(groupForLate(groups, { remote: true })?.letter).toBe("B");
    expect(groupForLate([groupOf("A", 3)], { remote: true })?.letter).toBe("A");
  });
});

describe("small groups", () => {
  it("are suggested to be merged with the smallest that fits, five chairs at most", () => {
    const groups = [groupOf("A", 4), groupOf("B", 2), groupOf("C", 3)];
    expect(suggestedMerges(groups, GROUP_MAX)).toEqual([{ from: "B", into: "C" }]);
    expect(suggestedMerges([groupOf("A", 4), groupOf("B", 2)], GROUP_MAX)).toEqual([]);
  });
});
