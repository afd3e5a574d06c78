import { putBallots } from "@/lib/activities/ballots";
import { cardCommands } from "@/lib/activities/card-commands";
import { cardSlot } from "@/lib/activities/cards";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleInput,
  refuse,
  written,
} from "@/lib/activities/contract";
import { firstCase, givenCases, offeredCases } from "@/lib/activities/roleplay/cases";
import {
  addChair,
  chooseCase,
  freeChair,
  type LineAttributes,
  leaveSeat,
  lineAttributes,
  mergeGroups,
  moveChair,
  namePlace,
  openPad,
  otherRole,
  pickHelp,
  regroup,
  restoreRows,
  runRounds,
  setMode,
  showRows,
  takeSeat,
  watchRound,
} from "@/lib/activities/roleplay/commands";
import {
  chairAt,
  chairsOf,
  groupCalled,
  hasEmptyChair,
  modeOn,
  type RoleplayData,
} from "@/lib/activities/roleplay/data";
import { dealt, freeRole, swapsWith } from "@/lib/activities/roleplay/dealing";
import { helpBallot, type RoleplayEvent, type ShownRows } from "@/lib/activities/roleplay/events";
import { newChair, REMOTE_GROUP_FROM, REMOTE_PAIR } from "@/lib/activities/roleplay/grouping";
import { allSets, closeLines, revealLines, setsOf } from "@/lib/activities/roleplay/lines";
import { haveSheets, isWriting, keepPads } from "@/lib/activities/roleplay/pads";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import { GROUP_MAX, type RoleKey, roleOf } from "@/lib/activities/roleplay/role-set";
import {
  CHAIRS_MAX,
  HELP_SLOT,
  padName,
  type RoleplayMode,
  type RoleplaySettings,
} from "@/lib/activities/roleplay/schema";
import {
  areSeated,
  changedOnce,
  freeChairNow,
  groupEverybody,
  leaveSeatNow,
  ownChair,
  takeSeatNow,
} from "@/lib/activities/roleplay/seats";
import { SEAT_SLOT } from "@/lib/channel";
import type { RefusalCode } from "@/lib/errors";

type Input = RuleInput<RoleplaySettings, RoleplayData>;
type RoleplayDecision = Decision<RoleplayEvent>;

const command = commandsOf<RoleplaySettings, RoleplayData, RoleplayEvent>();
const seatRead = { of: "ballot", slot: SEAT_SLOT } as const;
/** Everybody's. */
const seatsRead = { of: "slot", slot: SEAT_SLOT } as const;

/** Whether the rounds are under way, or have been: lines of one may come until roles are put down. */
const isInRounds = (settings: RoleplaySettings, phase: string): boolean =>
  roundStepAt(settings, phase) !== undefined;

/** Why a line can't be taken now; null where it can. */
function refusalOfLine(
  { edit, revision, attributes }: { edit: string; revision: number; attributes: LineAttributes },
  { settings, data, phase, context }: Input,
): RefusalCode | null {
  if (data.round === 0 || !data.takesLines) return "wrong-phase";
  if (attributes.role !== null && !roleOf(settings.roleSet, attributes.role)) return "not-allowed";
  if (isInRounds(settings, phase)) return null;
  // Once lines are gathered nothing in them changes: what is answered must not tell which of them were.
  const stored = context.sealed.card(context.tag(cardSlot(edit)));
  if (stored && stored.revision >= revision) return null;
  // A paper line that a facilitator types in can come while lines are read, under what is read.
  if (phase === DE_ROLE && attributes.round === null) {
    return data.under?.[attributes.role ?? ""] == null ? "too-few" : null;
  }
  return "closed";
}

/** The role in which its writer sat in that round, as the server knows it; null: they sat in none, or spoke. */
function settledLine(
  { round }: LineAttributes,
  input: Input,
  before: { role?: string | null } | null,
): { round: string; role: RoleKey } | null {
  if (round === null) return null;
  // A line stays in the role that it was written in.
  if (before?.role) return { round, role: before.role };
  const { settings, data, phase } = input;
  const found = ownChair(input);
  const role = found?.chair.played[Number(round) - 1];
  if (!found || !role) return null;
  const isCurrent = Number(round) === data.round && isInRounds(settings, phase);
  const mode = isCurrent ? modeOn(data, found.group) : data.modes[Number(round) - 1];
  return mode === "spoken" ? null : { round, role };
}

const { submitCard, typeInCard, withdrawCard, holdCard, holdCards } = cardCommands<
  RoleplaySettings,
  RoleplayData,
  LineAttributes
>({
  attributes: lineAttributes,
  reads: [seatRead],
  refusal: refusalOfLine,
  settled: settledLine,
  characterLimit: ({ characterLimit }) => characterLimit,
  consents: () => ({ asksForCases: false, asksForQuotes: false }),
  // In each round a share of its own.
  groups: {
    of: ({ round }) => round ?? null,
    all: () => ["1", "2", "3", "4"],
    // Of what is written before an empty chair one line is shared, if any (activities.md, modes).
    inAll: (_, { modes }) => (modes.every((mode) => mode === "emptyChair") ? 1 : Infinity),
  },
  sets: {
    all: allSets,
    of: ({ role }, { roleSet }) => setsOf(roleSet, role ?? ""),
  },
  budget: ({ settings }) => settings.linesEach,
  // One that was held at the reveal would stand there alone later.
  canHold: (phase) => phase === DE_ROLE,
  lateBatch: () => null,
});

export const roleplayCommands = {
  takeSeat: command({
    from: "participant",
    schema: takeSeat,
    reads: () => [seatRead],
    decide: takeSeatNow,
  }),
  leaveSeat: command({
    from: "participant",
    schema: leaveSeat,
    reads: () => [seatRead],
    decide: leaveSeatNow,
  }),
  otherRole: command({
    from: "participant",
    schema: otherRole,
    reads: () => [seatRead],
    decide: (change, input) => changedOnce(change, input, () => takeOtherRole(change, input)),
  }),
  watchRound: command({
    from: "participant",
    schema: watchRound,
    reads: () => [seatRead],
    decide: (change, input) => changedOnce(change, input, () => watchNow(change, input)),
  }),
  ...{ submitCard, typeInCard, withdrawCard, holdCard, holdCards },
  pickHelp: command({
    from: "participant",
    schema: pickHelp,
    reads: () => [{ of: "ballot", slot: HELP_SLOT }],
    decide({ revision, help }, { settings: { source }, data, phase, context }) {
      if (source.from !== "own" || !source.help.some(({ key }) => key === help)) {
        return refuse("not-allowed");
      }
      if (phase !== "intro" || data.help !== undefined) return refuse("closed");
      return putBallots<RoleplayEvent>(context, revision, [[HELP_SLOT, { help }]]);
    },
  }),
  chooseCase: command({
    from: "facilitator",
    schema: chooseCase,
    decide({ case: id }, { settings: { source }, phase, earlier }) {
      if (phase !== "choose") return refuse("wrong-phase");
      const all = [...offeredCases(source, earlier), ...givenCases(source)];
      const chosen = all.find((each) => each.id === id);
      return chosen
        ? accept<RoleplayEvent>([{ type: "caseChosen", case: chosen }])
        : refuse("not-allowed");
    },
  }),
  regroup: command({
    from: "facilitator",
    schema: regroup,
    reads: () => [seatsRead],
    decide({ size, pair }, { data, phase, context }) {
      if (phase !== "assign") return refuse("wrong-phase");
      if (pair && !remoteIn(data)?.canPair) return refuse("not-allowed");
      return groupEverybody({ context }, { size, pair });
    },
  }),
  moveChair: command({
    from: "facilitator",
    schema: moveChair,
    decide({ chair, to }, input) {
      // Also while sheets are written: whoever sat on the balcony joins a group, whoever spoils a sheet leaves it.
      if (!areSeated(input.settings, input.phase) && !isWriting(input.phase)) {
        return refuse("wrong-phase");
      }
      const found = chairAt(input.data, chair);
      const group = to === null ? null : groupCalled(input.data, to);
      if (!found || group === undefined) return refuse("not-allowed");
      if (found.group === group) return accept();
      if (group && group.chairs.length >= GROUP_MAX) return refuse("over-budget");
      return accept<RoleplayEvent>([{ type: "chairMoved", chair, to }]);
    },
  }),
  mergeGroups: command({
    from: "facilitator",
    schema: mergeGroups,
    decide({ from, into }, { settings, data, phase }) {
      const [one, other] = [groupCalled(data, from), groupCalled(data, into)];
      if (!one || !other || one === other) return refuse("not-allowed");
      if (!areSeated(settings, phase)) return refuse("wrong-phase");
      if (one.chairs.length + other.chairs.length > GROUP_MAX) return refuse("over-budget");
      return accept<RoleplayEvent>([{ type: "groupsMerged", from, into }]);
    },
  }),
  freeChair: command({
    from: "facilitator",
    schema: freeChair,
    reads: () => [seatsRead],
    decide: ({ chair }, input) => freeChairNow(chair, input),
  }),
  addChair: command({
    from: "facilitator",
    schema: addChair,
    decide({ to }, { settings, data, phase }) {
      const group = groupCalled(data, to);
      if (!group) return refuse("not-allowed");
      if (!areSeated(settings, phase)) return refuse("wrong-phase");
      const isFull = group.chairs.length >= GROUP_MAX || chairsOf(data).length >= CHAIRS_MAX;
      if (isFull) return refuse("over-budget");
      const place = { phone: false, remote: false, rounds: data.round };
      const chair = newChair(String(data.nextChair), place);
      return accept<RoleplayEvent>([{ type: "chairAdded", chair, to }]);
    },
  }),
  namePlace: command({
    from: "facilitator",
    schema: namePlace,
    decide({ group, place }, { settings, data, phase }) {
      if (!areSeated(settings, phase)) return refuse("wrong-phase");
      const named = groupCalled(data, group);
      if (!named) return refuse("not-allowed");
      if (named.place === place) return accept();
      return accept<RoleplayEvent>([{ type: "placeNamed", group, place }]);
    },
  }),
  setMode: command({
    from: "facilitator",
    schema: setMode,
    decide({ mode }, { settings, data, phase }) {
      if (!canChooseMode(settings, mode)) return refuse("not-allowed");
      // The last round's steps still take another mode: writing may begin there, too.
      const isEarly = phase === "choose" || phase === "case";
      if (!isEarly && !areSeated(settings, phase)) return refuse("wrong-phase");
      return mode === data.mode ? accept() : accept<RoleplayEvent>([{ type: "modeSet", mode }]);
    },
  }),
  runRounds: command({
    from: "facilitator",
    schema: runRounds,
    decide({ on }, { settings, data, phase }) {
      if (!areSeated(settings, phase)) return refuse("wrong-phase");
      return on === data.runs ? accept() : accept<RoleplayEvent>([{ type: "runSet", on }]);
    },
  }),
  showRows: command({
    from: "facilitator",
    schema: showRows,
    decide({ rows }, { settings, phase }) {
      if (!haveSheets(settings, phase)) return refuse("wrong-phase");
      return accept<RoleplayEvent>([{ type: "rowsShown", rows }]);
    },
  }),
  restoreRows: command({ from: "facilitator", schema: restoreRows, decide: restoreNow }),
  openPad: command({
    from: "facilitator",
    schema: openPad,
    decide({ group, on }, { data, phase }) {
      if (!isWriting(phase)) return refuse("wrong-phase");
      if (!groupCalled(data, group)) return refuse("not-allowed");
      if (data.closedPads.has(group) !== on) return accept();
      return accept<RoleplayEvent>([{ type: "padOpened", group, on }]);
    },
  }),
};

function restoreNow({ group, rows }: { group: string; rows: ShownRows }, { data, phase }: Input) {
  if (!isWriting(phase)) return refuse("wrong-phase");
  if (!groupCalled(data, group)) return refuse("not-allowed");
  return written({ document: padName(group), rows });
}

function takeOtherRole({ round, role }: { round: number; role: RoleKey }, input: Input) {
  const { settings, data, phase } = input;
  if (!isInRounds(settings, phase)) return refuse("wrong-phase");
  const found = ownChair(input);
  if (!found) return refuse("not-allowed");
  const { chair, group } = found;
  // On the balcony there is one role for all.
  if (group === null) return accept<RoleplayEvent>();
  // Another role than the one that was meant is there: a repeat, or a round later.
  if (data.round !== round || chair.role !== role) return accept<RoleplayEvent>();
  const mode = modeOn(data, group);
  // Whoever sits in front of an empty chair takes all of them, one after the other.
  if (mode === "emptyChair") return accept<RoleplayEvent>();
  const at = { round: data.round, rounds: settings.rounds.length };
  const other = mode === "spoken" ? swapsWith(group.chairs, chair.id) : null;
  if (other?.role) {
    const roles = { [chair.id]: other.role, [other.id]: role };
    return accept<RoleplayEvent>([{ type: "rolesChanged", roles }]);
  }
  // Where roles are private nobody's changes because somebody else would rather have another.
  const free = freeRole(settings.roleSet, group, chair, at);
  if (free === null) return accept<RoleplayEvent>();
  return accept<RoleplayEvent>([{ type: "rolesChanged", roles: { [chair.id]: free } }]);
}

function watchNow({ on }: { on: boolean }, input: Input): RoleplayDecision {
  const { settings, data, phase } = input;
  if (!areSeated(settings, phase)) return refuse("wrong-phase");
  const found = ownChair(input);
  if (!found) return refuse("not-allowed");
  const { chair, group } = found;
  if (chair.watches === on) return accept();
  const isPlaying = on && data.round > 0 && group !== null && chair.role !== null;
  const roles = { [chair.id]: settings.roleSet.watcher };
  return accept<RoleplayEvent>([
    { type: "watchSet", chair: chair.id, on },
    ...(isPlaying ? [{ type: "rolesChanged" as const, roles }] : []),
  ]);
}

/** Whether this plan can be held in a mode at all. */
const canChooseMode = (settings: RoleplaySettings, mode: RoleplayMode): boolean =>
  mode === "spoken" ||
  (settings.source.from !== "own" &&
    (mode === "silent" ? settings.deRole !== null : hasEmptyChair(settings)));

/** How many remote people there are, where they could not be a group of their own; null where nobody need ask. */
export function remoteIn(
  data: RoleplayData,
): { count: number; pair: boolean; canPair: boolean } | null {
  const chairs = chairsOf(data);
  const count = chairs.filter(({ remote }) => remote).length;
  if (count === 0 || count >= REMOTE_GROUP_FROM) return null;
  // The others have to be a group without them.
  const canPair = count === REMOTE_PAIR && chairs.length - count >= REMOTE_GROUP_FROM;
  return { count, pair: data.pair, canPair };
}

export function enterRoleplay(input: Input): RoleplayDecision {
  const { settings, data, phase, context } = input;
  if ((phase === "choose" || phase === "case") && data.case === null) {
    const first = firstCase(settings.source);
    return accept<RoleplayEvent>(first ? [{ type: "caseChosen", case: first }] : []);
  }
  if (phase === "assign") {
    const counted = countHelp(input);
    if (data.groups !== null || !counted.ok) return counted;
    const grouped = groupEverybody(input, data);
    if (!grouped.ok) return grouped;
    return accept([...counted.events, ...grouped.events], [...counted.sealed, ...grouped.sealed]);
  }
  const step = roundStepAt(settings, phase);
  if (step) return step.round > data.round ? dealRoles(input, step.round) : accept();
  if (phase === DE_ROLE) return closeLines(settings.roleSet, data, context);
  const revealed = revealLines(settings.roleSet, data, context);
  const isAfterSheets = haveSheets(settings, phase) && !isWriting(phase);
  if (!isAfterSheets || !revealed.ok) return revealed;
  return accept([...revealed.events, ...keepPads(input)], revealed.sealed);
}

/** Sheets that are still written are put away. */
export const closeRoleplay = (input: Input): RoleplayDecision =>
  accept(isWriting(input.phase) ? keepPads(input) : []);

function dealRoles({ settings, data }: Input, round: number): RoleplayDecision {
  const { roleSet, rounds } = settings;
  const at = { round, rounds: rounds.length };
  const roles: Record<string, RoleKey> = {};
  for (const group of data.groups ?? []) {
    for (const [id, role] of dealt(roleSet, group, at)) roles[id] = role;
    const alone = roleSet.alone[round - 1]?.role;
    if (data.mode !== "emptyChair" || alone === undefined) continue;
    for (const { id, watches } of group.chairs) if (!watches) roles[id] = alone;
  }
  for (const { id } of data.balcony) roles[id] = roleSet.watcher;
  return accept<RoleplayEvent>([{ type: "rolesDealt", round, roles }]);
}

/** How many would like which help, once, from k on; the choices go. */
function countHelp({ settings: { source }, data, context }: Input): RoleplayDecision {
  if (source.from !== "own" || data.help !== undefined) return accept();
  const chosen = context.sealed
    .ballots()
    .filter(({ slot }) => slot === HELP_SLOT)
    .map(({ content }) => helpBallot.parse(content).help);
  const counts =
    chosen.length < context.k.scores
      ? null
      : Object.fromEntries(
          source.help.map(({ key }) => [key, chosen.filter((each) => each === key).length]),
        );
  return accept<RoleplayEvent>([{ type: "helpCounted", counts }]);
}

/** Steps of the rounds follow the clock where a facilitator lets them. */
export const goesOnByClock = (
  settings: RoleplaySettings,
  { runs }: RoleplayData,
  phase: string,
): boolean => runs && isInRounds(settings, phase);

/** Whoever has had a role puts it down, also where the rest is skipped. */
export const putsDownFirst = (
  settings: RoleplaySettings,
  { round }: RoleplayData,
  phase: string,
): string | null =>
  settings.deRole !== null && round > 0 && isInRounds(settings, phase) ? DE_ROLE : null;
