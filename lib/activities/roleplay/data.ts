import { evolveCardBatches, noCardBatches } from "@/lib/activities/cards";
import type { CardBatches } from "@/lib/activities/contract";
import type { LineHeading, RoleplayEvent, ShownRows } from "@/lib/activities/roleplay/events";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import type { RoleKey } from "@/lib/activities/roleplay/role-set";
import type {
  Chair,
  Group,
  RoleplayCase,
  RoleplayMode,
  RoleplaySettings,
} from "@/lib/activities/roleplay/schema";

/** What the events tell. Chairs are in it, and nobody's seat: who sits where stays sealed. */
export interface RoleplayData extends CardBatches {
  /** While it is being chosen only facilitators see it. */
  case: RoleplayCase | null;
  /** Undefined before they were counted, null below k. */
  help: Record<string, number> | null | undefined;
  /** Null before they are prepared. */
  groups: Group[] | null;
  balcony: Chair[];
  /** Chairs that somebody left, by their ids, for their return; `from` null: the balcony. */
  freed: Map<string, { chair: Chair; from: string | null }>;
  size: 3 | 4;
  pair: boolean;
  /** Whether whoever is alone can sit before an empty chair. */
  hasEmptyChair: boolean;
  /** Number of the next chair. */
  nextChair: number;
  mode: RoleplayMode;
  /** How each round so far is held, the first of them first. */
  modes: RoleplayMode[];
  /** The round that roles were last dealt for, from 1; 0 before. */
  round: number;
  runs: boolean;
  /** Roles that somebody has had. */
  dealt: Set<RoleKey>;
  /** Whether lines could be written: as long as the room only talks there are none. */
  takesLines: boolean;
  /** What the lines of each role stand under, null: they are not shown. Null before they were gathered. */
  under: Record<string, LineHeading | null> | null;
  /** Rows of the groups' sheets that everybody reads. */
  rows: ShownRows;
  /** Groups whose sheets a facilitator lets nobody write. */
  closedPads: Set<string>;
  /** What was written on the sheets by the time that they were put away, by group. */
  pads: Readonly<Record<string, RowsRead>>;
}

export const newRoleplayData = (settings: RoleplaySettings): RoleplayData => ({
  ...noCardBatches(),
  ...startedWith(settings),
  ...{ case: null, help: undefined, groups: null, balcony: [], freed: new Map() },
  ...{ pair: false, nextChair: 1, modes: [], round: 0 },
  ...{ dealt: new Set<RoleKey>(), takesLines: false, under: null },
  ...{ rows: { guess: [], know: [], ask: [] }, closedPads: new Set<string>(), pads: {} },
});

/** Whether a plan has an empty chair for each round, and a step in which its roles are put down. */
export const hasEmptyChair = ({ deRole, rounds, roleSet }: RoleplaySettings): boolean =>
  deRole !== null && roleSet.alone.length >= rounds.length;

const startedWith = (settings: RoleplaySettings) => {
  const { size, mode, runs } = settings;
  return { size, mode, runs, hasEmptyChair: hasEmptyChair(settings) };
};

/** Every chair, those on the balcony included. */
export const chairsOf = ({ groups, balcony }: RoleplayData): Chair[] => [
  ...(groups ?? []).flatMap(({ chairs }) => chairs),
  ...balcony,
];

/** Where a chair stands; null for one that there is no more. `group` null: on the balcony. */
export function chairAt(
  { groups, balcony }: RoleplayData,
  id: string | null,
): { chair: Chair; group: Group | null } | null {
  for (const group of groups ?? []) {
    const chair = group.chairs.find((each) => each.id === id);
    if (chair) return { chair, group };
  }
  const above = balcony.find((each) => each.id === id);
  return above ? { chair: above, group: null } : null;
}

export const groupCalled = ({ groups }: RoleplayData, letter: string): Group | undefined =>
  groups?.find((each) => each.letter === letter);

/** How the current round is held on a chair: whoever is alone in a group sits in front of an empty one. */
export function modeOn(data: RoleplayData, group: Group | null): RoleplayMode {
  if (data.hasEmptyChair && group?.chairs.length === 1) return "emptyChair";
  return data.modes[data.round - 1] ?? data.mode;
}

export function evolveRoleplay(data: RoleplayData, event: RoleplayEvent): void {
  switch (event.type) {
    case "caseChosen":
      data.case = event.case;
      return;
    case "helpCounted":
      data.help = event.counts;
      return;
    case "modeSet":
      setMode(data, event.mode);
      return;
    case "runSet":
      data.runs = event.on;
      return;
    case "rolesDealt":
      deal(data, event);
      return;
    case "rolesChanged":
      for (const chair of chairsOf(data)) giveRole(data, chair, event.roles[chair.id]);
      return;
    case "linesArranged":
      data.under = event.under;
      return;
    case "rowsShown":
      data.rows = event.rows;
      return;
    case "padOpened":
      if (event.on) data.closedPads.delete(event.group);
      else data.closedPads.add(event.group);
      return;
    case "padsKept":
      data.pads = event.pads;
      return;
    case "grouped":
    case "chairAdded":
    case "chairFreed":
    case "remoteSet":
    case "chairMoved":
    case "groupsMerged":
    case "placeNamed":
    case "watchSet":
      evolveGroups(data, event);
      return;
    default:
      evolveCardBatches(data, event);
  }
}

/** Writing can begin at once; to speak again, or to sit alone, the room waits for the next round. */
function setMode(data: RoleplayData, mode: RoleplayMode): void {
  data.mode = mode;
  if (mode !== "silent" || data.round === 0) return;
  data.modes[data.round - 1] = mode;
  data.takesLines = true;
}

function deal(
  data: RoleplayData,
  { round, roles }: Extract<RoleplayEvent, { type: "rolesDealt" }>,
): void {
  data.round = round;
  data.modes.push(data.mode);
  for (const chair of chairsOf(data)) {
    chair.role = roles[chair.id] ?? null;
    chair.played.push(chair.role);
  }
  for (const role of Object.values(roles)) data.dealt.add(role);
  const modes = [null, ...(data.groups ?? [])].map((group) => modeOn(data, group));
  if (modes.some((mode) => mode !== "spoken")) data.takesLines = true;
}

function giveRole({ round, dealt }: RoleplayData, chair: Chair, role: RoleKey | undefined): void {
  if (role === undefined) return;
  chair.role = role;
  chair.played[round - 1] = role;
  dealt.add(role);
}

type GroupEvent = Extract<
  RoleplayEvent,
  {
    type:
      | "grouped"
      | "chairAdded"
      | "chairFreed"
      | "remoteSet"
      | "chairMoved"
      | "groupsMerged"
      | "placeNamed"
      | "watchSet";
  }
>;

function evolveGroups(data: RoleplayData, event: GroupEvent): void {
  switch (event.type) {
    case "grouped": {
      const { size, pair } = event;
      // Groups and chairs change in place; what has happened does not.
      const groups = structuredClone(event.groups);
      Object.assign(data, { groups, size, pair, balcony: [], freed: new Map() });
      data.nextChair = groups.reduce((sum, { chairs }) => sum + chairs.length, 0) + 1;
      return;
    }
    case "chairAdded":
      put(data, structuredClone(event.chair), event.to);
      if (event.chair.role !== null) data.dealt.add(event.chair.role);
      data.freed.delete(event.chair.id);
      data.nextChair = Math.max(data.nextChair, Number(event.chair.id) + 1);
      return;
    case "chairFreed": {
      const taken = take(data, event.chair);
      if (taken) data.freed.set(event.chair, taken);
      return;
    }
    case "remoteSet": {
      const found = chairAt(data, event.chair);
      if (found) found.chair.remote = event.remote;
      return;
    }
    case "chairMoved": {
      const taken = take(data, event.chair);
      if (taken) put(data, taken.chair, event.to);
      return;
    }
    case "groupsMerged": {
      const from = groupCalled(data, event.from);
      for (const chair of from?.chairs ?? []) put(data, chair, event.into);
      data.groups = data.groups?.filter((each) => each !== from) ?? null;
      return;
    }
    case "placeNamed": {
      const named = groupCalled(data, event.group);
      if (named) named.place = event.place;
      return;
    }
    case "watchSet": {
      const found = chairAt(data, event.chair);
      if (found) found.chair.watches = event.on;
    }
  }
}

function put(data: RoleplayData, chair: Chair, to: string | null): void {
  const group = to === null ? undefined : groupCalled(data, to);
  if (!group) data.balcony.push(chair);
  else {
    group.chairs.push(chair);
    group.changed ||= data.round > 0;
  }
}

function take(data: RoleplayData, id: string): { chair: Chair; from: string | null } | null {
  const found = chairAt(data, id);
  if (!found) return null;
  const { chair, group } = found;
  if (!group) data.balcony = data.balcony.filter((each) => each !== chair);
  else {
    group.chairs = group.chairs.filter((each) => each !== chair);
    group.changed ||= data.round > 0;
  }
  return { chair, from: group?.letter ?? null };
}
