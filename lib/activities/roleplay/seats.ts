import {
  accept,
  type Decision,
  type RuleContext,
  type RuleInput,
  refuse,
  type SealedBallot,
} from "@/lib/activities/contract";
import { chairAt, chairsOf, groupCalled, type RoleplayData } from "@/lib/activities/roleplay/data";
import { type RoleplayEvent, type SeatBallot, seatBallot } from "@/lib/activities/roleplay/events";
import {
  groupForLate,
  newChair,
  seatEverybody,
  shapesOf,
} from "@/lib/activities/roleplay/grouping";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import {
  CHAIRS_MAX,
  CHANGES_MAX,
  type Chair,
  type RoleplaySettings,
} from "@/lib/activities/roleplay/schema";
import { SEAT_SLOT } from "@/lib/channel";

type Input = RuleInput<RoleplaySettings, RoleplayData>;
type SeatDecision = Decision<RoleplayEvent>;

/** Whether groups are prepared or sitting together: later there are no chairs to give any more. */
export const areSeated = (settings: RoleplaySettings, phase: string): boolean =>
  phase === "assign" || phase === "gather" || roundStepAt(settings, phase) !== undefined;

/** Whether roles are put down: from then on nobody sits anywhere any more. */
const isOver = (settings: RoleplaySettings, phase: string): boolean =>
  phase === DE_ROLE || settings.debrief.some(({ key }) => key === phase);

/** Whether everybody has been told their group. */
export const areSent = (settings: RoleplaySettings, phase: string): boolean =>
  phase === "gather" || roundStepAt(settings, phase) !== undefined || isOver(settings, phase);

/** The sender's seat; null for none. */
export function ownSeat(context: RuleContext): (SeatBallot & { revision: number }) | null {
  const stored = context.sealed.ballot(SEAT_SLOT, context.tag(SEAT_SLOT));
  return stored ? { ...seatBallot.parse(stored.content), revision: stored.revision } : null;
}

/** The chair that the sender sits on, and its group; null for none. */
export function ownChair({ data, context }: Pick<Input, "data" | "context">) {
  const seat = ownSeat(context);
  return seat === null || seat.left ? null : chairAt(data, seat.chair);
}

/**
 * Takes a change that a seat's owner makes to their role, once: `change` answers with its events. Nothing where
 * it follows another one than the last, as a repeat does.
 */
export function changedOnce(
  { changes }: { changes: number },
  { context }: Pick<Input, "context">,
  change: () => SeatDecision,
): SeatDecision {
  const seat = ownSeat(context);
  if (!seat) return refuse("not-allowed");
  if (seat.changes !== changes) return accept();
  if (changes >= CHANGES_MAX) return refuse("over-budget");
  const decision = change();
  if (!decision.ok || decision.events.length === 0) return decision;
  const { revision, ...content } = seat;
  const tag = context.tag(SEAT_SLOT);
  const ballot = { slot: SEAT_SLOT, tag, revision, content: { ...content, changes: changes + 1 } };
  return { ...decision, sealed: [...decision.sealed, { op: "putBallot", ballot }] };
}

/** Sits down, comes back to what one left, or says anew whether one is remote. A repeat changes nothing. */
export function takeSeatNow(
  { revision, remote }: { revision: number; remote: boolean },
  input: Input,
): SeatDecision {
  const { context, data } = input;
  const seat = ownSeat(context);
  if (seat && seat.revision > revision) return accept();
  // Also of a seat that was left since: what comes again over a bad network brings nobody back.
  if (seat?.revision === revision) return seat.remote === remote ? accept() : refuse("conflict");
  const kept = chairAt(data, seat?.chair ?? null);
  // Who only says anew where they are keeps their chair; so does who left when nobody else could be given it any more.
  const placed = kept ? staying(kept.chair, seat, remote) : place(input, seat, remote);
  const changes = (seat?.changes ?? 0) + (seat && placed.events.length > 0 ? 1 : 0);
  const content: SeatBallot = { ...{ chair: placed.id, remote }, left: false, changes };
  return accept<RoleplayEvent>(placed.events, [
    {
      op: "putBallot",
      ballot: { slot: SEAT_SLOT, tag: context.tag(SEAT_SLOT), revision, content },
    },
  ]);
}

/** On the chair that one has, remote or not. */
function staying(
  { id, remote: before }: Chair,
  seat: SeatBallot | null,
  remote: boolean,
): { id: string; events: RoleplayEvent[] } {
  const isTold = before !== remote && (seat?.changes ?? 0) < CHANGES_MAX;
  return { id, events: isTold ? [{ type: "remoteSet", chair: id, remote }] : [] };
}

/** A chair for whoever comes while there are groups, the one they left where that was theirs; else none yet. */
function place(
  { settings, data, phase }: Input,
  seat: SeatBallot | null,
  remote: boolean,
): { id: string | null; events: RoleplayEvent[] } {
  const none = { id: null, events: [] };
  if (data.groups === null || isOver(settings, phase)) return none;
  if (seat && seat.changes >= CHANGES_MAX) return none;
  if (chairsOf(data).length >= CHAIRS_MAX) return none;
  const isLast = data.round === settings.rounds.length;
  const { watcher } = settings.roleSet;
  // With nothing to join after it, the last round is watched.
  const late = (chair: Chair, isAbove: boolean): Chair =>
    data.round > 0 && (isAbove || isLast)
      ? { ...chair, role: watcher, played: [...chair.played.slice(0, data.round - 1), watcher] }
      : { ...chair, role: null };
  const left = seat?.left && seat.chair !== null ? data.freed.get(seat.chair) : undefined;
  if (left) {
    const group = left.from === null ? undefined : groupCalled(data, left.from);
    const hasRoom = group !== undefined && group.chairs.length < GROUP_MAX;
    const to = hasRoom ? group : groupForLate(data.groups, { remote });
    const missed = data.round - left.chair.played.length;
    const played = [...left.chair.played, ...Array.from({ length: missed }, () => null)];
    // In the same round they go on where they were.
    const isBackInRound = missed === 0 && hasRoom;
    const chair = isBackInRound ? left.chair : late({ ...left.chair, played }, to === null);
    return {
      id: chair.id,
      events: [{ type: "chairAdded", chair: { ...chair, remote }, to: to?.letter ?? null }],
    };
  }
  const to = groupForLate(data.groups, { remote });
  const fresh = newChair(String(data.nextChair), { phone: true, remote, rounds: data.round });
  const chair = late(fresh, to === null);
  return { id: chair.id, events: [{ type: "chairAdded", chair, to: to?.letter ?? null }] };
}

/** Gives the seat up; what one sat on is kept for coming back. */
export function leaveSeatNow(
  command: { revision: number },
  { settings, data, phase, context }: Input,
): SeatDecision {
  const seat = ownSeat(context);
  // Taken now, it would do something where it comes again after somebody has sat down (P17).
  if (!seat) return refuse("not-allowed");
  if (seat.left || seat.revision > command.revision) return accept();
  const { revision, ...content } = seat;
  const isThere = !isOver(settings, phase) && chairAt(data, seat.chair) !== null;
  return accept<RoleplayEvent>(
    isThere && seat.chair !== null ? [{ type: "chairFreed", chair: seat.chair }] : [],
    [
      {
        op: "putBallot",
        ballot: {
          ...{ slot: SEAT_SLOT, tag: context.tag(SEAT_SLOT), revision },
          content: { ...content, left: true },
        },
      },
    ],
  );
}

/** Draws everybody who is there into new groups. */
export function groupEverybody(
  { context }: Pick<Input, "context">,
  { size, pair }: { size: 3 | 4; pair: boolean },
): SeatDecision {
  const seats = seatsIn(context).filter(({ content }) => !content.left);
  const [taking, over] = [seats.slice(0, CHAIRS_MAX), seats.slice(CHAIRS_MAX)];
  const shuffled = context.shuffle(taking);
  const remote = shuffled.filter(({ content }) => content.remote);
  const room = shuffled.filter(({ content }) => !content.remote);
  // Where nobody has a phone there is nobody to tell.
  const withoutPhone = Math.min(context.withoutPhone, CHAIRS_MAX - taking.length);
  const shapes = shapesOf(
    { room: room.length, remote: remote.length, withoutPhone },
    { size, pair },
  );
  const drawn = seatEverybody({ room, remote }, shapes, context.shuffle);
  const left = seatsIn(context).filter(({ content }) => content.left);
  return accept<RoleplayEvent>(
    [{ type: "grouped", groups: drawn.groups, size, pair }],
    // Whoever has left is drawn in anew when they come back.
    context.shuffle([...taking, ...over, ...left]).map((each) => ({
      op: "putBallot" as const,
      ballot: { ...each, content: { ...each.content, chair: drawn.seats.get(each) ?? null } },
    })),
  );
}

/** Takes a chair away, and its seat from whoever sat there. */
export function freeChairNow(id: string, { settings, data, phase, context }: Input): SeatDecision {
  if (!chairAt(data, id)) return refuse("not-allowed");
  if (!areSeated(settings, phase)) return refuse("wrong-phase");
  const seat = seatsIn(context).find(({ content }) => content.chair === id);
  return accept<RoleplayEvent>(
    [{ type: "chairFreed", chair: id }],
    seat
      ? [{ op: "putBallot", ballot: { ...seat, content: { ...seat.content, chair: null } } }]
      : [],
  );
}

function seatsIn({ sealed }: RuleContext): SealedBallot<SeatBallot>[] {
  return sealed
    .ballots()
    .filter(({ slot }) => slot === SEAT_SLOT)
    .map((ballot) => ({ ...ballot, content: seatBallot.parse(ballot.content) }));
}
