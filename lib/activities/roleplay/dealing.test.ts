import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealt, freeRole, rolesOf, swapsWith } from "@/lib/activities/roleplay/dealing";
import { newChair } from "@/lib/activities/roleplay/grouping";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import type { Chair, Group } from "@/lib/activities/roleplay/schema";
import { askerAndAdvisers, otherSides } from "@/lib/workshops/parts/roles";

const ROUNDS = 3;
const at = (round: number) => ({ round, rounds: ROUNDS });

/** A group of so many, numbered from `first`. */
const groupOf = (letter: string, chairs: number, first = 1): Group => ({
  ...{ letter, place: null, changed: false },
  chairs: Array.from({ length: chairs }, (_, n) =>
    newChair(String(first + n), { phone: true, remote: false, rounds: 0 }),
  ),
});

/** Deals a round and notes it on the chairs; the roles in their order. */
function play(group: Group, round: number): (string | undefined)[] {
  const roles = dealt(otherSides, group, at(round));
  for (const chair of group.chairs) {
    chair.role = roles.get(chair.id) ?? null;
    chair.played.push(chair.role);
  }
  return group.chairs.map(({ id }) => roles.get(id));
}

describe("roles go round", () => {
  it("as the design has it, friend and future instead of observer and mentor in the last round", () => {
    const trio = groupOf("A", 3);
    expect(play(trio, 1)).toEqual(["decliner", "standin", "observer"]);
    expect(play(trio, 2)).toEqual(["standin", "observer", "decliner"]);
    expect(play(trio, 3)).toEqual(["friend", "decliner", "standin"]);
    expect(rolesOf(otherSides, 5, at(1))).toContain("mentor");
    expect(rolesOf(otherSides, 5, at(3))).toEqual(
      expect.arrayContaining(["decliner", "standin", "gatekeeper", "friend", "future"]),
    );
  });

  it("P233 so that nobody has one twice in groups of three, four and five", () => {
    for (const size of [3, 4, 5]) {
      const group = groupOf("A", size);
      for (const round of [1, 2, 3]) {
        const roles = play(group, round);
        expect(new Set(roles)).toEqual(new Set(rolesOf(otherSides, size, at(round))));
      }
      for (const { played } of group.chairs) expect(new Set(played).size).toBe(ROUNDS);
    }
  });

  it("so that a pair changes sides, and whoever is alone is dealt the empty chair", () => {
    const pair = groupOf("A", 2);
    expect([play(pair, 1), play(pair, 2)]).toEqual([
      ["decliner", "friend"],
      ["friend", "decliner"],
    ]);
    const alone = groupOf("A", 1);
    expect([1, 2, 3].flatMap((round) => play(alone, round))).toEqual(
      otherSides.alone.map(({ role }) => role),
    );
  });

  it("so that in Three heads one asks and the others advise, each once", () => {
    const group = groupOf("A", 3);
    const askers = [1, 2, 3].map((round) =>
      [...dealt(askerAndAdvisers, group, at(round))].flatMap(([id, role]) =>
        role === "asker" ? id : [],
      ),
    );
    expect(askers.map((each) => each.length)).toEqual([1, 1, 1]);
    expect(new Set(askers.flat()).size).toBe(3);
  });
});

/** What happens between rounds. */
const happening = fc.oneof(
  fc.record({ what: fc.constant("leave" as const), which: fc.nat() }),
  fc.record({ what: fc.constant("come" as const), which: fc.nat() }),
  fc.record({ what: fc.constant("move" as const), which: fc.nat() }),
  fc.record({ what: fc.constant("merge" as const), which: fc.nat() }),
  fc.record({ what: fc.constant("watch" as const), which: fc.nat() }),
);

/** Carries it out on two groups, as the events do. */
function happen(
  groups: Group[],
  { what, which }: { what: string; which: number },
  round: number,
): void {
  const [from, to] = which % 2 === 0 ? [groups[0], groups[1]] : [groups[1], groups[0]];
  if (!from || !to) return;
  const chair = from.chairs[which % Math.max(1, from.chairs.length)];
  const without = (gone: Chair) => from.chairs.filter((each) => each !== gone);
  if (what === "watch" && chair) chair.watches = !chair.watches;
  if (what === "leave" && chair && from.chairs.length > 1) from.chairs = without(chair);
  if (what === "come" && from.chairs.length < 4) {
    const id = String(100 + round * 10 + from.chairs.length + which);
    from.chairs.push(newChair(id, { phone: true, remote: false, rounds: round }));
  }
  if (what === "move" && chair && to.chairs.length < GROUP_MAX) {
    from.chairs = without(chair);
    to.chairs.push(chair);
  }
  if (what === "merge" && from.chairs.length + to.chairs.length <= GROUP_MAX) {
    to.chairs.push(...from.chairs);
    from.chairs = [];
  }
  if (what === "watch") return;
  from.changed = true;
  to.changed = true;
}

describe("after a size has changed", () => {
  it("P233 nobody repeats a role while there is one that they have not had and nobody has this round", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.array(happening, { maxLength: 4 }), { minLength: ROUNDS, maxLength: ROUNDS }),
        (one, other, between) => {
          const groups = [groupOf("A", one), groupOf("B", other, 10)];
          for (const [before, changes] of between.entries()) {
            if (before > 0) for (const each of changes) happen(groups, each, before);
            const round = before + 1;
            for (const group of groups) {
              const had = new Map(group.chairs.map(({ id, played }) => [id, [...played]]));
              const roles = play(group, round);
              expect(roles.every((role) => role !== undefined)).toBe(true);
              if (!group.changed || group.chairs.length < 2) continue;
              // Whoever watches has the watcher's role, whatever anybody else has.
              const playing = group.chairs.filter(({ watches }) => !watches);
              const taken = new Set(group.chairs.map(({ role }) => role));
              expect(new Set(playing.map(({ role }) => role)).size).toBe(playing.length);
              for (const chair of playing) {
                const before = had.get(chair.id) ?? [];
                if (!before.includes(chair.role)) continue;
                const unused = rolesOf(otherSides, GROUP_MAX, at(round)).filter(
                  (role) => !taken.has(role) && !before.includes(role),
                );
                expect(unused).toEqual([]);
              }
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("a group of four that one has left drops the gatekeeper", () => {
    const group = groupOf("A", 4);
    play(group, 1);
    group.chairs.splice(1, 1);
    group.changed = true;
    expect(new Set(play(group, 2))).toEqual(new Set(rolesOf(otherSides, 3, at(2))));
  });
});

describe("whoever rather watches", () => {
  it("has the watcher's role, and the others the rest of the group's", () => {
    const group = groupOf("A", 3);
    const [first] = group.chairs;
    if (first) first.watches = true;
    const roles = play(group, 1);
    expect(roles[0]).toBe("observer");
    expect(new Set(roles.slice(1))).toEqual(new Set(["decliner", "standin"]));
  });
});

describe("another role", () => {
  it("is swapped with the next chair of the group that has another one", () => {
    const group = groupOf("A", 3);
    play(group, 1);
    expect(swapsWith(group.chairs, "1")?.id).toBe("2");
    expect(swapsWith(group.chairs, "3")?.id).toBe("1");
  });

  it("is one that nobody in the group has where roles are private, and that was not had before", () => {
    const group = groupOf("A", 3);
    play(group, 1);
    const [first] = group.chairs;
    if (!first) throw new Error("No chair");
    const free = freeRole(otherSides, group, first, at(1));
    expect(group.chairs.map(({ role }) => role)).not.toContain(free);
    expect(first.played).not.toContain(free);
  });
});
