import * as z from "zod/mini";
import { words } from "@/lib/words";

/** Of roles, steps and kinds of help, as they stand in settings, chairs and lines. */
export const roleKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/));

/** Roles that see a refusal from the same side: where too few wrote in one, its lines stand with its family's. */
export const roleFamilies = ["otherSide", "asking", "around"] as const;

export const roleFamily = z.enum(roleFamilies);

/** More roles than a room hears of in one activity (activities.md has seven). */
export const ROLES_MAX = 10;

/** A group merged of two has this many chairs at most (activities.md). */
export const GROUP_MAX = 5;

/** One chair's part: who one is, and the one question to speak from. */
export const role = z.object({
  key: roleKey,
  family: roleFamily,
  name: words,
  stance: words,
  question: words,
});

/** What somebody does in one round who sits in front of an empty chair, and in whose voice. */
const aloneTask = z.object({ role: roleKey, task: words });

const hand = (size: number) => z.array(roleKey).check(z.length(size));

/** Which roles there are, and who gets which: facilitators may change what stands on them, not how they are dealt. */
export const roleSet = z
  .object({
    roles: z.array(role).check(z.minLength(1), z.maxLength(ROLES_MAX)),
    /** The roles of a group by its size, in the order in which they go round; one may be there twice. */
    bySize: z.object({ 2: hand(2), 3: hand(3), 4: hand(4), 5: hand(GROUP_MAX) }),
    /** What takes a role's place in the last round. */
    inLastRound: z.record(roleKey, roleKey),
    /** Of whoever skips, and on the balcony. */
    watcher: roleKey,
    /** The empty chair, round by round; empty where nobody can do it alone. */
    alone: z.array(aloneTask),
  })
  .check(
    z.refine(
      ({ roles, bySize, inLastRound, watcher, alone }) => {
        const known = new Set(roles.map(({ key }) => key));
        const named = [
          ...Object.values(bySize).flat(),
          ...Object.entries(inLastRound).flat(),
          watcher,
          ...alone.map((each) => each.role),
        ];
        return known.size === roles.length && named.every((key) => known.has(key));
      },
      { error: "A role that there isn't, or one twice" },
    ),
  );

export type RoleKey = z.infer<typeof roleKey>;
export type Role = z.infer<typeof role>;
export type RoleFamily = z.infer<typeof roleFamily>;
export type RoleSet = z.infer<typeof roleSet>;

/** The role with this key; undefined where the set has none. */
export const roleOf = ({ roles }: Pick<RoleSet, "roles">, key: RoleKey): Role | undefined =>
  roles.find((each) => each.key === key);
