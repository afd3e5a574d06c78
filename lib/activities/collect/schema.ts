import * as z from "zod/mini";
import { cardEvent, cardTagged } from "@/lib/activities/card-events";
import { cardPlace, noKeyTwice } from "@/lib/activities/card-places";
import { CARD_CHARACTERS_MAX, CARDS_EACH_MAX } from "@/lib/activities/card-schema";
import { dotsCounted, dotsEach } from "@/lib/activities/dot-schema";
import { givenCase } from "@/lib/activities/given-case";
import { themeEvent } from "@/lib/activities/theme-schema";
import { activityKey } from "@/lib/ids";
import { words } from "@/lib/words";

/** A single column is none, and more than four are not told apart on a phone. */
export const COLUMNS_MIN = 2;
const COLUMNS_MAX = 4;

/** Between two and four, or none at all. */
const columns = z
  .array(cardPlace)
  .check(z.maxLength(COLUMNS_MAX), noKeyTwice, ({ value, issues }) => {
    if (value.length === 0 || value.length >= COLUMNS_MIN) return;
    issues.push({
      code: "too_small",
      origin: "array",
      minimum: COLUMNS_MIN,
      inclusive: true,
      input: value,
    });
  });

/** As many cases as one chooses among without reading for long, and questions that fit below one on the stage. */
const CASES_MAX = 12;
const QUESTIONS_MAX = 4;

/** A made-up case that is talked about before anybody writes. */
export const caseFirst = z.object({
  /** The first one is shown, until the facilitator chooses another. */
  cases: z.array(givenCase).check(z.minLength(1), z.maxLength(CASES_MAX)),
  questions: z.array(words).check(z.minLength(1), z.maxLength(QUESTIONS_MAX)),
});

/** Anonymous cards, revealed shuffled and together, and a vote on their themes if the plan has one. */
export const collectSettings = z.object({
  /** What the room talks about before it writes; null: writing comes first. */
  caseFirst: z.nullable(caseFirst),
  /** A made-up case beside the way out, for whoever would rather write about that one; null: there is none. */
  fictional: z.nullable(words),
  /** Zones of which each card belongs to one; empty: cards stand together. */
  columns,
  /** Cards of one person in each column, beside `itemLimit` for all of them. */
  columnLimit: z.int().check(z.positive(), z.maximum(CARDS_EACH_MAX)),
  /** What a card is here, above its editor; null where the prompt says it. */
  cardLabel: z.nullable(words),
  /** What the dots are for, as a question; null: which themes matter most. */
  dotsQuestion: z.nullable(words),
  /** What everybody is asked last, for themselves alone: its lines are the plan's private ones. Null: nothing. */
  ask: z.nullable(words),
  /** Characters of one card. */
  characterLimit: z.int().check(z.positive(), z.maximum(CARD_CHARACTERS_MAX)),
  /** Cards of one person. */
  itemLimit: z.int().check(z.positive(), z.maximum(CARDS_EACH_MAX)),
  /** Dots of one person in the vote on the themes; 0: this plan has no vote. */
  dots: dotsEach,
  /** What the room does while the facilitator reviews, so that nobody waits. */
  bridge: words,
  starters: z.array(words),
  /** Whether authors are asked if their card may become a group case. */
  caseConsent: z.boolean(),
  /** Whether authors are asked if their card may be quoted in the summary. */
  quoteConsent: z.boolean(),
  summary: z.enum(["none", "aggregate", "approved"]),
  /** Whether everybody may sort cards into themes, not facilitators alone. */
  roomSorts: z.optional(z.boolean()),
});

/** The column that a card was written for; nothing where the plan has none. */
export const collectAttributes = z._default(
  z.union([z.strictObject({ column: activityKey }), z.strictObject({})]),
  {},
);

/** Which of the plan's cases the room talks about, by its key. */
export const chooseCase = z.strictObject({ type: z.literal("chooseCase"), case: z.string() });

export const collectEvent = z.discriminatedUnion("type", [
  cardEvent,
  cardTagged,
  z.strictObject({ type: z.literal("caseChosen"), case: z.string() }),
  themeEvent,
  /** By theme. */
  dotsCounted,
]);

export type CaseFirst = z.infer<typeof caseFirst>;
export type CollectAttributes = z.infer<typeof collectAttributes>;
export type CollectEvent = z.infer<typeof collectEvent>;
export type CollectSettings = z.infer<typeof collectSettings>;
