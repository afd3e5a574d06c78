import * as z from "zod/mini";
import { activityKey, randomId, revision } from "@/lib/ids";
import { seriesScores } from "@/lib/series/series-schema";
import { seriesWords } from "@/lib/series/series-words";
import { aidName } from "@/lib/session/aid-schema";
import { freeText, writtenText } from "@/lib/text";
import { language } from "@/lib/words";

export const NOTE_CHARACTERS_MAX = 2000;
/** A blind reply is a few sentences; each one makes every phone's answer longer (P50). */
export const REPLY_CHARACTERS_MAX = 300;
/** Marks that a phone asks about at once, real ones filled up with random ones: always so many. */
export const MARKS_ASKED = 32;
/** Pages of cards one can turn to; far above what a stage ever holds. */
export const STAGE_PAGES_MAX = 500;
/** People without a phone whom one can count: far more than a room holds beside those who have one. */
export const WITHOUT_PHONE_MAX = 500;
/** A question or one of its answers, as the kind calls it: a key of the plan, or an id. */
const handsKey = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
/** The last moment that a `Date` can be; a later one would break every clock on every screen. */
const TIME_MAX = 8.64e15;

/** A moment that somebody chose, ms since 1970. */
const moment = z.int().check(z.minimum(0), z.maximum(TIME_MAX));

/** Where the sender believed the session to be, so that a double press never advances twice. */
export const position = z.strictObject({
  activity: z.nullable(activityKey),
  phase: z.nullable(z.string().check(z.maxLength(20))),
});

const from = position;

/** What facilitators tell the session itself. */
export const facilitatorCommand = z.discriminatedUnion("type", [
  /** When the room is told that it begins, ms since 1970; null for no time. Nothing begins by itself. */
  z.strictObject({ type: z.literal("planBegin"), at: z.nullable(moment) }),
  z.strictObject({ type: z.literal("chooseSmallGroup"), on: z.boolean() }),
  /** How many people in the room have no phone; the number as it is now, so that repeats change nothing. */
  z.strictObject({
    type: z.literal("countWithoutPhone"),
    count: z.int().check(z.minimum(0), z.maximum(WITHOUT_PHONE_MAX)),
  }),
  /** Hands that were up for one question, instead of those counted before. */
  z.strictObject({
    type: z.literal("countHands"),
    activity: activityKey,
    question: handsKey,
    counts: z.record(handsKey, z.int().check(z.minimum(0), z.maximum(WITHOUT_PHONE_MAX))),
  }),
  z.strictObject({ type: z.literal("lockRoom"), locked: z.boolean() }),
  /** A new join code; the old one stops working at once. */
  z.strictObject({ type: z.literal("rotateCode") }),
  /** A new link to the stage; whoever has the old one is put out. */
  z.strictObject({ type: z.literal("rotateStageLink") }),
  /** `endsAt` is the end the room was promised, ms since 1970. */
  z.strictObject({
    type: z.literal("begin"),
    endsAt: z.nullable(moment),
  }),
  z.strictObject({ type: z.literal("advance"), from }),
  z.strictObject({ type: z.literal("goBack"), from }),
  z.strictObject({ type: z.literal("skipActivity"), from }),
  /** To the closing at once; what lies between is not held, unless the session is reopened. */
  z.strictObject({ type: z.literal("startClosing"), from }),
  z.strictObject({ type: z.literal("reopen"), from }),
  z.strictObject({ type: z.literal("pauseClock"), from }),
  z.strictObject({ type: z.literal("resumeClock"), from }),
  z.strictObject({
    type: z.literal("addMinutes"),
    minutes: z.union([z.literal(1), z.literal(-1)]),
    from,
  }),
  /** Only what changes, so that nobody undoes what somebody else has just set (P85). */
  z.strictObject({
    type: z.literal("setStage"),
    blank: z.optional(z.boolean()),
    bigCode: z.optional(z.boolean()),
    language: z.optional(language),
  }),
  /** To one page of what a phase shows; pressed twice it is the same page. */
  z.strictObject({
    type: z.literal("turnPage"),
    page: z.int().check(z.minimum(0), z.maximum(STAGE_PAGES_MAX)),
    from,
  }),
  /** Shows what helps where nobody writes, or takes it away. */
  z.strictObject({ type: z.literal("showAid"), aid: z.nullable(aidName), from }),
  z.strictObject({
    type: z.literal("writeNote"),
    activity: activityKey,
    text: freeText(NOTE_CHARACTERS_MAX),
  }),
  /** Shows every phone whom to call: to all alike, so that nobody is singled out. */
  z.strictObject({ type: z.literal("showHelp") }),
  z.strictObject({ type: z.literal("end") }),
  /** To the author of a card, by the id under which facilitators see it. */
  z.strictObject({
    type: z.literal("replyBlind"),
    card: randomId,
    text: writtenText(REPLY_CHARACTERS_MAX),
  }),
  /** Seen: requests from this card, or, where it is null, the `count` that came without one. */
  z.strictObject({
    type: z.literal("acknowledgeTalk"),
    card: z.nullable(randomId),
    count: z.int().check(z.positive()),
  }),
]);

/** What participants tell or ask the session itself. None of it names a seat. */
export const participantCommand = z.discriminatedUnion("type", [
  /** What there is to know about one's own cards: asked by everybody, with equally many marks. */
  z.strictObject({
    type: z.literal("askAboutOwnCards"),
    // Each mark once: a reply that is asked for again and again would not fit the answer (P50).
    marks: z.array(randomId).check(
      z.length(MARKS_ASKED),
      z.refine((marks) => new Set(marks).size === marks.length),
    ),
  }),
  /** What one answered at the beginning, for a later meeting of the series, under four words. */
  z.strictObject({ type: z.literal("keepInSeries"), words: seriesWords, scores: seriesScores }),
  /** "I'd like to talk": from a card, proven by its mark's secret, or from Help (null). */
  z.strictObject({
    type: z.literal("wantToTalk"),
    mark: z.nullable(randomId),
    revision,
  }),
]);

/** A command of an activity's kind; its inside is parsed by the kind. */
export const activityCommand = z.strictObject({
  type: z.literal("activity"),
  activity: activityKey,
  command: z.looseObject({ type: z.string().check(z.maxLength(40)) }),
});

/** What phones say, and what waits on them: nothing of what facilitators do. */
export const commandOfPhone = z.discriminatedUnion("type", [participantCommand, activityCommand]);

export const command = z.discriminatedUnion("type", [
  facilitatorCommand,
  participantCommand,
  activityCommand,
]);

/** One command on the wire. The id makes repeats harmless. */
export const commandFrame = z.strictObject({ id: randomId, command });

/**
 * Whether a command moves nothing that others of its batch depend on: all but facilitators' commands
 * to the session itself (docs/decisions/0005).
 */
export const sharesBatch = ({ type }: Command): boolean =>
  type === "activity" ||
  type === "askAboutOwnCards" ||
  type === "keepInSeries" ||
  type === "wantToTalk";

/** Whether it looks at what is sealed in the activities that are open: it gathers, counts, reveals or destroys (P212). */
const looksAtSealed: Record<FacilitatorCommand["type"], boolean> = {
  ...{ advance: true, skipActivity: true, startClosing: true, end: true },
  // What these two start isn't open yet.
  ...{ begin: false, reopen: false },
  ...{ goBack: false, planBegin: false, chooseSmallGroup: false, countWithoutPhone: false },
  ...{ countHands: false, lockRoom: false, rotateCode: false, rotateStageLink: false },
  ...{ pauseClock: false, resumeClock: false, addMinutes: false, setStage: false },
  ...{ turnPage: false, showAid: false, writeNote: false, showHelp: false },
  ...{ replyBlind: false, acknowledgeTalk: false },
};

/** Whether a facilitator's command to the session itself needs all that is sealed in open activities; else it needs nothing of it. */
export const readsAllSealed = ({ type }: FacilitatorCommand): boolean => looksAtSealed[type];

/** What participants send and nothing is added by: taking back, and asking. */
const addsNothing: ReadonlySet<string> = new Set(["askAboutOwnCards", "withdrawCard"]);

/** Whether a participant's command adds to what the room holds: such a one waits for its turn (P139). */
export const addsToRoom = (command: Command): boolean =>
  !addsNothing.has(command.type === "activity" ? command.command.type : command.type);

export type Position = z.infer<typeof position>;
export type FacilitatorCommand = z.infer<typeof facilitatorCommand>;
export type ParticipantCommand = z.infer<typeof participantCommand>;
export type ActivityCommand = z.infer<typeof activityCommand>;
export type Command = z.infer<typeof command>;
export type CommandOfPhone = z.infer<typeof commandOfPhone>;
export type CommandFrame = z.infer<typeof commandFrame>;
