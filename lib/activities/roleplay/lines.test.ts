import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arranged, type PeopleBehind } from "@/lib/activities/roleplay/lines";
import { roleOf } from "@/lib/activities/roleplay/role-set";
import { otherSides } from "@/lib/workshops/parts/roles";

const K = 5;
const roles = otherSides.roles.map(({ key }) => key);
const dealt = new Set(roles);
const familyOf = (role: string) => roleOf(otherSides, role)?.family;

/** A line of somebody. */
interface Line {
  by: number;
  role: string;
}

const peopleIn = (lines: readonly Line[]): number => new Set(lines.map(({ by }) => by)).size;

const behind = (lines: readonly Line[]): PeopleBehind => ({
  inRole: (role) => peopleIn(lines.filter((each) => each.role === role)),
  inFamilies: (families) =>
    peopleIn(lines.filter((each) => families.some((family) => family === familyOf(each.role)))),
});

type Arrange = typeof arranged;

/** What everybody sees of these lines: how many stand under which heading, and nothing of who or where else. */
function shown(lines: readonly Line[], arrange: Arrange): Record<string, number> {
  const under = arrange(otherSides, dealt, behind(lines), K);
  const seen: Record<string, number> = {};
  for (const { role } of lines) {
    const heading = under[role];
    if (heading != null) seen[heading] = (seen[heading] ?? 0) + 1;
  }
  return seen;
}

const room = fc.array(
  fc.record({ by: fc.integer({ min: 0, max: 14 }), role: fc.constantFrom(...roles) }),
  { maxLength: 60 },
);

/** Whether something hidden can be had of what is shown: if it were otherwise, would that show? */
function tells(lines: readonly Line[], arrange: Arrange): string | null {
  const under = arrange(otherSides, dealt, behind(lines), K);
  const seen = JSON.stringify(shown(lines, arrange));
  const hidden = (role: string) => under[role] == null;
  // As if nobody had written what is not shown.
  const without = lines.filter(({ role }) => !hidden(role));
  if (JSON.stringify(shown(without, arrange)) !== seen) return "how many lines are hidden";
  for (const heading of new Set(Object.values(under))) {
    if (heading === null) continue;
    const here = lines.filter(({ role }) => under[role] === heading);
    if (here.length > 0 && peopleIn(here) < K) return `fewer than k under ${heading}`;
    const together = Object.keys(under).filter((role) => under[role] === heading);
    if (!heading.startsWith("role:")) continue;
    // What stands by itself leaves nothing of its family to be subtracted.
    const [role = ""] = together;
    const siblings = roles.filter((each) => familyOf(each) === familyOf(role));
    if (siblings.some((each) => under[each] !== `role:${each}`)) return `a sibling of ${role}`;
  }
  return null;
}

describe("what lines stand under", () => {
  it("P234 no heading is fewer than k people's, and nothing hidden follows from what is shown", () => {
    fc.assert(
      fc.property(room, (lines) => {
        expect(tells(lines, arranged)).toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it("P234 is found to tell where it does: roles by themselves, whatever their family is", () => {
    const each: Arrange = (_, all, people, k) =>
      Object.fromEntries(
        [...all].map((role) => [role, people.inRole(role) >= k ? `role:${role}` : "mixed"]),
      );
    const found = fc.check(fc.property(room, (lines) => tells(lines, each) === null));
    expect(found.failed).toBe(true);
  });

  it("is the role where all of its family are enough people's", () => {
    const lines = ["decliner", "gatekeeper"].flatMap((role) =>
      [1, 2, 3, 4, 5].map((by) => ({ by, role })),
    );
    const trio = new Set(["decliner", "gatekeeper", "standin", "observer"]);
    expect(arranged(otherSides, trio, behind(lines), K)).toEqual({
      ...{ decliner: "role:decliner", gatekeeper: "role:gatekeeper" },
      ...{ standin: null, observer: null },
    });
  });

  it("is the family where one of it is too few, and all that is left together where families are", () => {
    const lines = [
      ...[1, 2, 3, 4, 5].map((by) => ({ by, role: "decliner" })),
      { by: 6, role: "gatekeeper" },
      ...[1, 2, 3].map((by) => ({ by, role: "standin" })),
      ...[4, 5].map((by) => ({ by, role: "observer" })),
    ];
    const all = new Set(["decliner", "gatekeeper", "standin", "observer"]);
    expect(arranged(otherSides, all, behind(lines), K)).toEqual({
      ...{ decliner: "family:otherSide", gatekeeper: "family:otherSide" },
      ...{ standin: "mixed", observer: "mixed" },
    });
  });

  it("counts people and not lines", () => {
    const lines = Array.from({ length: 12 }, (_, at) => ({ by: at % 4, role: "decliner" }));
    expect(arranged(otherSides, new Set(["decliner"]), behind(lines), K)).toEqual({
      decliner: null,
    });
  });
});
