import * as z from "zod/mini";
import { cardAttributes, cardStanding } from "@/lib/activities/card-schema";
import { score } from "@/lib/activities/score-schema";
import { activityKey, randomId } from "@/lib/ids";
import { pass } from "@/lib/protocol";

/**
 * How far a contribution has got. "refused": the server said no, and the text is still here. "conflict":
 * it said no because another page of this device had handed in something else (P135).
 */
export const sendingState = z.enum(["draft", "saving", "saved", "refused", "conflict"]);

/** Whether its owner takes part, or has left the session. */
export const attendance = z.enum(["here", "leaving", "left"]);

/** "I'd like to talk", as far as it has got. */
export const talkSignal = z.object({ revision: z.int(), state: sendingState });

/** A card of one's own. Its two secrets are what make it one's own; nobody else has them. */
export const ownCard = z.object({
  edit: randomId,
  mark: randomId,
  activity: activityKey,
  attributes: cardAttributes,
  /** What the editor holds. */
  draft: z.string(),
  /** What was handed in last; null: never, or withdrawn. */
  sent: z.nullable(z.string()),
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
  /** Tagged as unfair or hurtful: then it can't become a case. */
  unfair: z.boolean(),
  notForStage: z._default(z.boolean(), false),
  revision: z.int(),
  state: sendingState,
  withdrawn: z.boolean(),
  /** What the server has last said yes to; null: to nothing yet. */
  accepted: z._default(z.nullable(z.string()), null),
  /** What the server said no to, because review or reveal came first. */
  tooLate: z._default(z.nullable(z.enum(["change", "withdrawal"])), null),
  /** Refused because this device's share was handed in before; it may have forgotten that (P73). */
  overBudget: z._default(z.boolean(), false),
  /** Written after writing had closed, as far as this device saw. */
  late: z._default(z.boolean(), false),
  /** What the server told this device alone (P49). */
  standing: z._default(z.nullable(cardStanding), null),
  reply: z._default(z.nullable(z.string()), null),
  talk: z._default(z.nullable(talkSignal), null),
});

export const ownScores = z.object({
  chosen: z.record(z.string(), score),
  revision: z.int(),
  state: sendingState,
});

/** The closing's three questions; what one leaves open stays null. */
export const ownChecks = z.object({
  safe: z.nullable(score),
  useful: z.nullable(score),
  settled: z.nullable(z.boolean()),
  revision: z.int(),
  state: sendingState,
});

export const ownBallot = z.object({
  shown: z.array(randomId),
  chosen: z.array(randomId),
  revision: z.int(),
  state: sendingState,
});

export const ownDots = z.object({
  /** By theme. */
  dots: z.record(randomId, z.int()),
  revision: z.int(),
  state: sendingState,
});

/** A reading that helps with a case of one's own. It is told to nobody. */
export const keptReading = z.object({ id: randomId, text: z.string() });

export const ownPlan = z.object({
  fields: z.record(z.string(), z.string()),
  steps: z.array(z.string()),
  revision: z.int(),
  finished: z.boolean(),
  /** Of the report that it is finished; the plan itself is never sent. */
  state: z._default(sendingState, "saved"),
});

/** Everything one device knows of one session. It never leaves the device as a whole. */
export const deviceRecord = z.object({
  session: randomId,
  /** 128 bits, sent only in the handshake (anonymity.md, rule 4). */
  device: randomId,
  /** What proves that this device has been in (P111); null until the server has given it one. */
  pass: z._default(z.nullable(pass), null),
  cards: z.array(ownCard),
  /** By activity. */
  scores: z.record(z.string(), ownScores),
  /** The word for one's own small setback, by the activity that asked first. */
  reminders: z.record(z.string(), z.string()),
  /** The line of one's own that readings are written to, by activity. */
  ownLines: z.record(z.string(), z.string()),
  /** In the order in which they were kept. */
  keptReadings: z.array(keptReading),
  /** By `activity/case`. */
  ballots: z.record(z.string(), ownBallot),
  /** Dots on themes, by activity. */
  dots: z.record(z.string(), ownDots),
  /** By activity. Devices from before the closing asked have none. */
  checks: z._default(z.record(z.string(), ownChecks), {}),
  /** By activity. */
  plans: z.record(z.string(), ownPlan),
  /** How one went on, by `activity/phase`. */
  ways: z.record(z.string(), z.enum(["sent", "skipped"])),
  watching: z.boolean(),
  /** "leaving": its owner has left, and the server has not heard of it yet. */
  attendance: z._default(attendance, "here"),
  /** How often whom to call was shown to everybody, as far as it was put away here. */
  helpSeen: z._default(z.int(), 0),
  /** From Help, about no card. */
  talk: z._default(z.nullable(talkSignal), null),
  /** The highest revision that this device has used and no longer knows what for (P73). */
  revisionsFrom: z._default(z.int(), 0),
});

export type SendingState = z.infer<typeof sendingState>;
export type OwnCard = z.infer<typeof ownCard>;
export type OwnScores = z.infer<typeof ownScores>;
export type OwnChecks = z.infer<typeof ownChecks>;
export type OwnBallot = z.infer<typeof ownBallot>;
export type OwnDots = z.infer<typeof ownDots>;
export type OwnPlan = z.infer<typeof ownPlan>;
export type Attendance = z.infer<typeof attendance>;
export type DeviceRecord = z.infer<typeof deviceRecord>;

/**
 * What this device keeps of a first asking, for the second: nothing of it was handed in. Whoever
 * skipped it has not answered, whatever was chosen before.
 */
export function keptScore(
  { scores, ways }: Pick<DeviceRecord, "scores" | "ways">,
  { activity, phase, item }: { activity: string; phase: string; item: string },
): number | null {
  if (ways[`${activity}/${phase}`] === "skipped") return null;
  return scores[activity]?.chosen[item] ?? null;
}

const isToldNo = (state: SendingState | undefined): boolean =>
  state === "refused" || state === "conflict";

/** Whether a card is to be handed in again: it never arrived, or another page's words did. */
export function isToBeSentAgain({ state, sent }: Pick<OwnCard, "state" | "sent">): boolean {
  return state === "conflict" || (state === "refused" && sent === null);
}

/** The state of a ballot that is being changed: one that was refused stays so until it is handed in again. */
export function whileChanged(own: { state: SendingState } | undefined): SendingState {
  return own && isToldNo(own.state) ? own.state : "draft";
}

type Refusable = { state: SendingState } | undefined;

/** What this device hands in for an activity and isn't a card. */
function ballotsOf(record: DeviceRecord, activity: string): Refusable[] {
  const { scores, checks, dots, plans, ballots } = record;
  const cases = Object.keys(ballots).filter((key) => key.startsWith(`${activity}/`));
  return [
    ...[scores, checks, dots, plans].map((each) => each[activity]),
    ...cases.map((key) => ballots[key]),
  ];
}

/** How the server said no to a ballot, or to the report that a plan is finished; null: it did not. */
export function refusalOf(record: DeviceRecord, activity: string): "refused" | "conflict" | null {
  const states = ballotsOf(record, activity).map((own) => own?.state);
  if (states.includes("conflict")) return "conflict";
  return states.includes("refused") ? "refused" : null;
}

/** The record once its owner has gone on without handing in again: what was refused is a draft. */
export function withoutRefusedBallots(record: DeviceRecord, activity: string): DeviceRecord {
  if (refusalOf(record, activity) === null) return record;
  const after = structuredClone(record);
  for (const own of ballotsOf(after, activity)) if (own && isToldNo(own.state)) own.state = "draft";
  return after;
}

/** A device that has just joined. */
export function newDeviceRecord(session: string, device: string): DeviceRecord {
  return {
    session,
    device,
    pass: null,
    cards: [],
    scores: {},
    reminders: {},
    ownLines: {},
    keptReadings: [],
    ballots: {},
    dots: {},
    checks: {},
    plans: {},
    ways: {},
    watching: false,
    attendance: "here",
    helpSeen: 0,
    talk: null,
    revisionsFrom: 0,
  };
}

/**
 * The revision of what is handed in next. The server knows this device's ballots by their tags also
 * after the device has forgotten them, and takes nothing for newer that isn't (P17, P73).
 */
export function nextRevision(
  { revisionsFrom }: Pick<DeviceRecord, "revisionsFrom">,
  own: { revision: number } | null | undefined,
): number {
  return Math.max(own?.revision ?? 0, revisionsFrom) + 1;
}

/** The highest revision anywhere in what a device keeps. */
export function highestRevision(kept: unknown): number {
  if (typeof kept !== "object" || kept === null) return 0;
  return Object.entries(kept).reduce((highest, [key, value]) => {
    const isRevision = key === "revision" || key === "revisionsFrom";
    return Math.max(
      highest,
      isRevision && Number.isInteger(value) ? value : highestRevision(value),
    );
  }, 0);
}

/** A card that nothing has been written on yet. */
export function newOwnCard(
  start: Pick<OwnCard, "edit" | "mark" | "activity"> & Partial<OwnCard>,
): OwnCard {
  return {
    attributes: {},
    draft: "",
    sent: null,
    mayBeCase: false,
    mayBeQuoted: false,
    unfair: false,
    notForStage: false,
    revision: 0,
    state: "draft",
    withdrawn: false,
    accepted: null,
    tooLate: null,
    overBudget: false,
    late: false,
    standing: null,
    reply: null,
    talk: null,
    ...start,
  };
}
