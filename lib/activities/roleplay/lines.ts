import { gathered, liveCards, revealCards } from "@/lib/activities/cards";
import {
  accept,
  type CardContent,
  type Decision,
  type RuleContext,
  type SealedCard,
} from "@/lib/activities/contract";
import type { RoleplayData } from "@/lib/activities/roleplay/data";
import type { LineHeading, RoleplayEvent } from "@/lib/activities/roleplay/events";
import {
  ROLES_MAX,
  type RoleFamily,
  type RoleKey,
  type RoleSet,
  roleFamilies,
  roleOf,
} from "@/lib/activities/roleplay/role-set";

/*
 * What is shown of lines, and under which heading. All of them are one batch of cards; who has written in a role, in a
 * family of roles and in some of these is counted apart, under numbers that no batch has.
 */

/** First number of a role's contributors, and of some families'. */
const ROLE_SETS = 1_000;
const FAMILY_SETS = 1_100;

const bitOf = (family: RoleFamily): number => 1 << roleFamilies.indexOf(family);
const ANY_FAMILIES = (1 << roleFamilies.length) - 1;

const roleSetNumber = ({ roles }: RoleSet, role: RoleKey): number =>
  ROLE_SETS + roles.findIndex(({ key }) => key === role);

const familiesNumber = (families: readonly RoleFamily[]): number =>
  FAMILY_SETS + families.reduce((bits, family) => bits | bitOf(family), 0);

const oneUpTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

/** The numbers of all sets that there can be. */
export const allSets: readonly number[] = [
  ...oneUpTo(ROLES_MAX).map((n) => ROLE_SETS + n - 1),
  ...oneUpTo(ANY_FAMILIES).map((bits) => FAMILY_SETS + bits),
];

/** The sets that a line of this role counts in, of one plan's roles. */
export function setsOf(set: RoleSet, role: RoleKey): number[] {
  const family = roleOf(set, role)?.family;
  if (family === undefined) return [];
  const some = oneUpTo(ANY_FAMILIES).filter((bits) => (bits & bitOf(family)) !== 0);
  return [roleSetNumber(set, role), ...some.map((bits) => FAMILY_SETS + bits)];
}

/** How many people's lines there are in a role, or in some families together. */
export interface PeopleBehind {
  inRole(role: RoleKey): number;
  inFamilies(families: readonly RoleFamily[]): number;
}

/**
 * Under what the lines of each role that was dealt are shown. A role stands by itself only if each of its family is
 * enough people's, also one in which nobody wrote: else the family stands together, without names of roles. Families that
 * are too few stand together, or not at all (null). So nothing that is hidden follows from what is shown.
 */
export function arranged(
  set: RoleSet,
  dealt: ReadonlySet<RoleKey>,
  people: PeopleBehind,
  k: number,
): Record<RoleKey, LineHeading | null> {
  const members = (family: RoleFamily) =>
    set.roles.filter((each) => each.family === family && dealt.has(each.key));
  const few = roleFamilies.filter(
    (family) => members(family).length > 0 && people.inFamilies([family]) < k,
  );
  const areEnough = few.length > 1 && people.inFamilies(few) >= k;
  const under: Record<RoleKey, LineHeading | null> = {};
  for (const family of roleFamilies) {
    const isFew = few.includes(family);
    const stands = members(family).every(({ key }) => people.inRole(key) >= k);
    for (const { key } of members(family)) {
      if (isFew) under[key] = areEnough ? "mixed" : null;
      else under[key] = stands ? `role:${key}` : `family:${family}`;
    }
  }
  return under;
}

const roleIn = ({ attributes }: Pick<CardContent, "attributes">): RoleKey => attributes.role ?? "";

/** Those who wrote, never more than there are lines left, without those whose line is held. */
function peopleBehind(
  set: RoleSet,
  { sealed }: RuleContext,
  cards: readonly SealedCard[],
): PeopleBehind {
  const count = (number: number, isIn: (role: RoleKey) => boolean): number => {
    const here = cards.filter(
      ({ content }) => content !== null && !content.typedIn && isIn(roleIn(content)),
    );
    const held = here.filter((card) => card.held).length;
    return Math.min(sealed.contributors(number), here.length) - held;
  };
  return {
    inRole: (role) => count(roleSetNumber(set, role), (each) => each === role),
    inFamilies: (families) =>
      count(familiesNumber(families), (each) => {
        const family = roleOf(set, each)?.family;
        return family !== undefined && families.includes(family);
      }),
  };
}

/** The one batch that lines belong to. */
export const LINES = 0;

/**
 * No more lines: those that will be shown are gathered for review, the others destroyed at once. Of these a row
 * stays as of a withdrawn card, so that a repeat is known as one.
 */
export function closeLines(
  set: RoleSet,
  data: RoleplayData,
  context: RuleContext,
): Decision<RoleplayEvent> {
  if (!data.takesLines || data.reviewed !== null) return accept();
  const cards = liveCards(context.sealed, LINES);
  const under = arranged(set, data.dealt, peopleBehind(set, context, cards), context.k.cards);
  const isShown = ({ content }: SealedCard) => content !== null && under[roleIn(content)] != null;
  const destroyed = cards
    .filter((card) => !isShown(card))
    .map((card) => ({ ...card, content: null }));
  return accept<RoleplayEvent>(
    [
      { type: "writingClosed", batch: LINES, enough: true },
      { type: "linesArranged", under },
    ],
    context.shuffle([
      ...gathered(context, cards.filter(isShown)),
      ...destroyed.map((card) => ({ op: "putCard" as const, card })),
    ]),
  );
}

/** Shows the gathered lines but the held ones, each under what then is enough people's. */
export function revealLines(
  set: RoleSet,
  data: RoleplayData,
  context: RuleContext,
): Decision<RoleplayEvent> {
  const { under: before } = data;
  if (before === null || data.revealed !== null) return accept();
  const cards = liveCards(context.sealed, LINES).filter(({ reviewId }) => reviewId !== null);
  // Of what was destroyed contributors are still counted: it joins nothing any more.
  const gatheredRoles = [...data.dealt].filter((role) => before[role] != null);
  const people = peopleBehind(set, context, cards);
  const under = arranged(set, new Set(gatheredRoles), people, context.k.cards);
  const shown = cards.filter(
    ({ content, held }) => content !== null && !held && under[roleIn(content)] != null,
  );
  const { sealed, ...revealed } = revealCards(context, shown, (all) =>
    all.map((attributes) => ({ under: under[roleIn({ attributes })] ?? null })),
  );
  return accept<RoleplayEvent>(
    [
      { type: "linesArranged", under },
      { type: "cardsRevealed", batch: LINES, ...revealed },
    ],
    sealed,
  );
}
