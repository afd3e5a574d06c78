import type { RevealedCard } from "@/lib/activities/card-schema";
import { type LineHeading, shownLine } from "@/lib/activities/roleplay/events";
import { type RoleSet, roleFamilies, roleFamily, roleOf } from "@/lib/activities/roleplay/role-set";

/** Lines that are shown together. */
export interface LinesUnder {
  under: LineHeading;
  lines: readonly RevealedCard[];
}

/** What lines stand under, as screens name it. */
export type Heading =
  | { of: "role"; role: NonNullable<ReturnType<typeof roleOf>> }
  | { of: "family"; family: (typeof roleFamilies)[number] }
  | { of: "mixed" };

/** The lines of a debrief, roles first and in the set's order, then families, then what is left together. */
export function linesByHeading(
  { roles }: Pick<RoleSet, "roles">,
  cards: Iterable<RevealedCard>,
): LinesUnder[] {
  const under = new Map<string, RevealedCard[]>();
  for (const card of cards) {
    const line = shownLine.safeParse(card.attributes);
    const heading = line.success ? line.data.under : "mixed";
    under.set(heading, [...(under.get(heading) ?? []), card]);
  }
  const inOrder = [
    ...roles.map(({ key }) => `role:${key}`),
    ...roleFamilies.map((family) => `family:${family}`),
    "mixed",
  ];
  return inOrder.flatMap((heading) => {
    const lines = under.get(heading);
    return lines
      ? [{ under: heading, lines: lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }]
      : [];
  });
}

/** What a heading is of; what no role or family of the set is, is of all of them. */
export function headingOf(set: Pick<RoleSet, "roles">, under: LineHeading): Heading {
  const [of, key = ""] = under.split(":");
  const role = of === "role" ? roleOf(set, key) : undefined;
  if (role) return { of: "role", role };
  const family = roleFamily.safeParse(key);
  return of === "family" && family.success
    ? { of: "family", family: family.data }
    : { of: "mixed" };
}
