import * as z from "zod/mini";
import { activityKey } from "@/lib/ids";
import { seriesPart } from "@/lib/series/series-schema";
import { words } from "@/lib/words";

/** What the facilitator says fits one breath of reading on a laptop, about half a minute aloud. */
export const SAY_WORD_LIMIT = 60;

/** A prompt stands at 26 px on a 360 px wide phone: more than this and the editor leaves the screen. */
export const PROMPT_CHARACTER_LIMIT = 120;

/** A hint takes three lines at 18 px on a phone; longer ones are skipped by readers. */
export const HINT_CHARACTER_LIMIT = 140;

/** A content note and a way out are read before one begins, not instead: two lines on a phone. */
export const NOTE_CHARACTER_LIMIT = 140;

/** A choice of minutes, not a slider: whoever prepares a plan compares them at a glance. */
const SIZES_MAX = 8;

/** What the facilitator says and watches for in one phase. */
export const phaseScript = z.object({ say: words, watchFor: words });

/**
 * What the facilitator has at hand for one activity. Spoken lines address the whole room
 * (ihr or Sie); what only the facilitator reads addresses the facilitator.
 */
export const script = z.object({
  /** By phase: what is said while people write is wrong while they read. */
  phases: z.record(z.string(), phaseScript),
  /** For the phase in which people do what the activity asks for. */
  ifItStalls: words,
  debrief: z.tuple([words, words, words]),
  /** The talking alternative, shown to everybody word for word where too few gave something to show. */
  talkInstead: words,
});

/** A day of work; a session that takes longer is two. */
export const MINUTES_MAX = 600;
export const minutes = z.number().check(z.positive(), z.maximum(MINUTES_MAX));

/** Minutes of a plan that no activity takes; left out where there are none. */
export const buffer = z.optional(minutes);

/** Minutes that the same room has worked together before this plan, in a series; left out where it meets first. */
export const metBefore = z.optional(minutes);

/** How the minutes divide among the kind's phases; they add up to those of the activity. */
const phaseMinutes = z.optional(z.record(z.string(), minutes));

/** The same activity in other minutes. */
export const activitySize = z.object({
  minutes,
  phaseMinutes,
  /** Settings that differ from size to size; each size has the same ones, so that one can go back. */
  settings: z.record(z.string(), z.unknown()),
  /** Entered by whoever prepares the plan, beside the minutes it comes in; gone once others are chosen. */
  own: z.optional(z.literal(true)),
});

/** A private line is read back on a card that one takes along: more than two make a form of it. */
const PRIVATE_LINES_MAX = 2;

/** An activity that rests on more would name the few that carry it. */
const SOURCES_MAX = 6;

/** Authors, year, title, journal and number of one publication take three lines in a summary. */
const SOURCE_LENGTH_MAX = 300;

/**
 * Something that is kept on the device alone and printed on what one takes along: nothing of it is ever sent,
 * counted or told as missing. A number goes from 0 to 10.
 */
export const privateLine = z.object({
  key: activityKey,
  /** The kind's phase in which it is asked for. */
  phase: z.string(),
  /** Stands above it on the phone, which says that it stays there, and on the card, where nobody need be told. */
  prompt: words,
  /** An example inside the field; null where the prompt is enough. */
  placeholder: z.nullable(words),
  input: z.enum(["line", "number"]),
});

const common = {
  /** Unique inside the plan; other activities refer to it. */
  key: activityKey,
  title: words,
  prompt: words,
  hint: z.nullable(words),
  /** What to know before one begins, beside the note of the whole session; null where that is enough. */
  contentNote: z.nullable(words),
  /** What somebody does instead who would rather not, on the same screen; null where there is nothing else. */
  optOut: z.nullable(words),
  /** What it rests on and where that ends, for facilitators; null where it claims nothing. */
  evidence: z.nullable(words),
  /** The publications behind that, as a summary prints them: only what was looked up (docs/sources.md). */
  sources: z
    .array(z.string().check(z.minLength(1), z.maxLength(SOURCE_LENGTH_MAX)))
    .check(z.maxLength(SOURCES_MAX)),
  privateLines: z.array(privateLine).check(z.maxLength(PRIVATE_LINES_MAX)),
  /** Minutes of work together that should lie before it; left out where it can come at any time. */
  sharedBefore: z.optional(minutes),
  minutes,
  phaseMinutes,
  /** What it can be held in, as it stands being one of them; empty where it has no other size. */
  sizes: z.array(activitySize).check(z.maxLength(SIZES_MAX)),
  script,
};

/** One activity of a ready-made plan. Its settings are its kind's, which alone reads them. */
export const activityTemplate = z.object({
  ...common,
  kind: z.string(),
  settings: z.record(z.string(), z.unknown()),
});

/** Which meeting of which series a ready-made plan is for. */
const seriesTemplate = z.extend(seriesPart, {
  id: z.string(),
  /** Held instead of those with the same keys where no earlier meeting has kept anything. */
  alone: z.array(activityTemplate),
});

/** A ready-made plan. */
export const planTemplate = z.object({
  id: z.string(),
  title: words,
  /** What it is for, in one sentence. */
  purpose: words,
  minutes,
  buffer,
  /** Left out where it is for a session by itself. */
  series: z.optional(seriesTemplate),
  metBefore,
  activities: z.array(activityTemplate),
});

export type PrivateLine = z.infer<typeof privateLine>;
export type PhaseScript = z.infer<typeof phaseScript>;
export type Script = z.infer<typeof script>;
export type ActivitySize = z.infer<typeof activitySize>;
export type ActivityTemplate = z.infer<typeof activityTemplate>;
export type PlanTemplate = z.infer<typeof planTemplate>;
