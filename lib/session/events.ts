import * as z from "zod/mini";
import { activityKey } from "@/lib/ids";
import { aidName } from "@/lib/session/aid-schema";
import { language } from "@/lib/words";

const at = z.int();
const clock = z.strictObject({
  /** When the phase's time is up, ms since 1970; null while paused. */
  endsAt: z.nullable(z.int()),
  /** What was left when it was paused, ms; null while running. */
  remaining: z.nullable(z.int()),
});

/** Facts that are public or the facilitators'. Never what a participant handed in. */
export const sessionEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("sessionOpened"), at }),
  z.strictObject({ type: z.literal("beginPlanned"), at: z.nullable(at) }),
  z.strictObject({ type: z.literal("smallGroupChosen"), on: z.boolean() }),
  /** People in the room without a phone, as the facilitator has counted them. */
  z.strictObject({ type: z.literal("withoutPhoneCounted"), count: z.int() }),
  /** Hands that were up, as the facilitator has counted them: seen by the room, and nobody's secret. */
  z.strictObject({
    type: z.literal("handsCounted"),
    activity: activityKey,
    question: z.string(),
    counts: z.record(z.string(), z.int()),
  }),
  z.strictObject({ type: z.literal("roomLocked"), locked: z.boolean() }),
  /** That it was exchanged, not for what: the log holds no code and no key. */
  z.strictObject({ type: z.literal("codeRotated") }),
  z.strictObject({ type: z.literal("stageLinkRotated") }),
  z.strictObject({
    type: z.literal("begun"),
    at,
    endsAt: z.int(),
    k: z.strictObject({ cards: z.int(), scores: z.int() }),
  }),
  z.strictObject({ type: z.literal("activityStarted"), activity: activityKey, at }),
  z.strictObject({
    type: z.literal("phaseStarted"),
    activity: activityKey,
    phase: z.string(),
    clock: z.nullable(clock),
  }),
  z.strictObject({
    type: z.literal("clockSet"),
    activity: activityKey,
    clock,
    addedMinutes: z.int(),
  }),
  z.strictObject({
    type: z.literal("activityClosed"),
    activity: activityKey,
    at,
    skipped: z.boolean(),
  }),
  z.strictObject({
    type: z.literal("stageSet"),
    blank: z.boolean(),
    bigCode: z.boolean(),
    page: z.int(),
    language,
  }),
  /** What helps where nobody writes; null: taken away again. */
  z.strictObject({ type: z.literal("aidShown"), aid: z.nullable(aidName) }),
  /** Notes have a row of their own now, which is written over; older logs hold each draft. */
  z.strictObject({ type: z.literal("noteWritten"), activity: activityKey, text: z.string() }),
  /** To whom and what is sealed (P48): this only makes every phone ask. */
  z.strictObject({ type: z.literal("blindReplyWritten") }),
  /** Whom to call was shown to every phone; for what reason is in nobody's log. */
  z.strictObject({ type: z.literal("helpShown") }),
  z.strictObject({ type: z.literal("sessionEnded"), at }),
  /** An event of an activity's kind; its inside is parsed by the kind. */
  z.strictObject({ type: z.literal("activity"), activity: activityKey, event: z.unknown() }),
]);

export type SessionEvent = z.infer<typeof sessionEvent>;
export type PhaseClock = z.infer<typeof clock>;
