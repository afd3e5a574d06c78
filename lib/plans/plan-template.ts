import * as z from "zod/mini";
import { words } from "@/lib/plans/words";

/** What the facilitator says fits one breath of reading on a laptop, about half a minute aloud. */
export const SAY_WORD_LIMIT = 60;

/** A prompt stands at 26 px on a 360 px wide phone: more than this and the editor leaves the screen. */
export const PROMPT_CHARACTER_LIMIT = 120;

/** A hint takes three lines at 18 px on a phone; longer ones are skipped by readers. */
export const HINT_CHARACTER_LIMIT = 140;

/**
 * What the facilitator has at hand for one activity. Spoken lines address the whole room
 * (ihr or Sie); what only the facilitator reads addresses the facilitator.
 */
export const script = z.object({
  say: words,
  watchFor: words,
  ifItStalls: words,
  debrief: z.tuple([words, words, words]),
  /** The talking alternative, word for word, for when there are too few people to show anything. */
  talkInstead: words,
});

/** A screen of text that stores nothing. The text may have several lines, separated by `\n`. */
export const pauseSettings = z.object({
  text: words,
  /** Label of the agree button; null when there is nothing to agree to. */
  acknowledge: z.nullable(words),
  role: z.enum(["rules", "break", "closing"]),
});

/** Anonymous cards, revealed shuffled and together. */
export const collectSettings = z.object({
  /** Characters of one card. */
  characterLimit: z.number(),
  /** Cards of one person. */
  itemLimit: z.number(),
  /** What the room does while the facilitator reviews, so that nobody waits. */
  bridge: words,
  starters: z.array(words),
  /** Whether authors are asked if their card may become a group case. */
  caseConsent: z.boolean(),
  /** Whether authors are asked if their card may be quoted in the summary. */
  quoteConsent: z.boolean(),
  summary: z.enum(["none", "aggregate", "approved"]),
});

/** One question from 0 to 10, with both ends in words. */
export const scaleItem = z.object({ key: z.string(), prompt: words, low: words, high: words });

/** Ratings from 0 to 10; two activities with the same items make a before/after pair. */
export const scaleSettings = z.object({
  items: z.array(scaleItem),
  /** Key of the activity that asked the same before; null when nothing was asked before. */
  pairWith: z.nullable(z.string()),
  /** Asks for, or recalls, the reminder word of one's own small setback; it stays on the device. */
  reminder: words,
  summary: z.enum(["none", "aggregate"]),
});

export const lensKeys = ["circumstance", "time", "friend", "learning"] as const;

export const lensKey = z.enum(lensKeys);

/** A fictional setback to fall back on when no card may become a group case. */
export const givenCase = z.object({ key: z.string(), text: words });

/** One way of looking at a case again. */
export const lens = z.object({ key: lensKey, label: words, help: words });

/** Other readings of a setback, and a vote on them. */
export const reframeSettings = z.object({
  /** Key of the collect activity whose consented cards become cases. */
  source: z.string(),
  /** How many cases the room works on. */
  caseLimit: z.number(),
  givenCases: z.array(givenCase),
  lenses: z.array(lens),
  /** Readings of one person per case. */
  readingLimit: z.number(),
  /** Characters of one reading. */
  characterLimit: z.number(),
  /** Votes on one ballot. */
  votes: z.number(),
  /** Readings on one ballot; beyond it the server draws. */
  ballotLimit: z.number(),
  /** What the vote is about. */
  criterion: words,
  bridge: words,
});

/** One line of the take-home plan. */
export const commitField = z.object({
  key: z.enum(["when", "then", "by"]),
  label: words,
  /** An example inside the field; null for the date. */
  placeholder: z.nullable(words),
  input: z.enum(["text", "date"]),
  required: z.boolean(),
});

/** A private plan that is written and kept on the device only. */
export const commitSettings = z.object({
  fields: z.array(commitField),
  /** Whole plans to borrow from: if trigger, then step. */
  examples: z.array(z.object({ trigger: words, step: words })),
  /** Steps one may share by ticking; the only thing the server learns besides "finished". */
  genericSteps: z.array(z.object({ key: z.string(), label: words })),
});

const common = {
  /** Unique inside the plan; other activities refer to it. */
  key: z.string(),
  title: words,
  prompt: words,
  hint: z.nullable(words),
  minutes: z.number(),
  /** How the minutes divide among the kind's phases; they add up to `minutes`. */
  phaseMinutes: z.optional(z.record(z.string(), z.number())),
  script,
};

/** One activity of a ready-made plan. */
export const activityTemplate = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("pause"), settings: pauseSettings }),
  z.object({ ...common, kind: z.literal("collect"), settings: collectSettings }),
  z.object({ ...common, kind: z.literal("scale"), settings: scaleSettings }),
  z.object({ ...common, kind: z.literal("reframe"), settings: reframeSettings }),
  z.object({ ...common, kind: z.literal("commit"), settings: commitSettings }),
]);

/** A ready-made plan. */
export const planTemplate = z.object({
  id: z.string(),
  title: words,
  /** What it is for, in one sentence. */
  purpose: words,
  minutes: z.number(),
  activities: z.array(activityTemplate),
});

export type Script = z.infer<typeof script>;
export type PauseSettings = z.infer<typeof pauseSettings>;
export type CollectSettings = z.infer<typeof collectSettings>;
export type ScaleItem = z.infer<typeof scaleItem>;
export type ScaleSettings = z.infer<typeof scaleSettings>;
export type LensKey = z.infer<typeof lensKey>;
export type GivenCase = z.infer<typeof givenCase>;
export type ReframeSettings = z.infer<typeof reframeSettings>;
export type CommitField = z.infer<typeof commitField>;
export type CommitSettings = z.infer<typeof commitSettings>;
export type ActivityTemplate = z.infer<typeof activityTemplate>;
export type ActivityKind = ActivityTemplate["kind"];
export type PlanTemplate = z.infer<typeof planTemplate>;
