import * as z from "zod/mini";
import { cardEvents, cardTagEvents } from "@/lib/activities/card-events";
import { CARD_CHARACTERS_MAX, CARDS_EACH_MAX } from "@/lib/activities/card-schema";
import { givenCase } from "@/lib/activities/given-case";
import { themeColour } from "@/lib/activities/theme-colour";
import { CARDS_MOVED_MAX } from "@/lib/documents/limits";
import { coordinate } from "@/lib/documents/place";
import { activityKey, randomId, revision } from "@/lib/ids";
import { writtenText } from "@/lib/text";
import { words } from "@/lib/words";

/** How often a phone may move cards: fingers are slower. */
export const PLACING_PACE = { perSecond: 2, burst: 10 };

/** More dots than this are not weighed any more, only spread. */
const DOTS_MAX = 10;

/** A single column is none, and more than four are not told apart on a phone. */
export const COLUMNS_MIN = 2;
const COLUMNS_MAX = 4;

/** One of the zones that cards are written for. */
export const column = z.object({ key: activityKey, name: words });

/** Between two and four, or none at all. */
const columns = z.array(column).check(z.maxLength(COLUMNS_MAX), (checked) => {
  const { value, issues } = checked;
  const isTwice = new Set(value.map(({ key }) => key)).size < value.length;
  if (isTwice) issues.push({ code: "custom", input: value, message: "Two columns with one key" });
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
  dots: z.int().check(z.minimum(0), z.maximum(DOTS_MAX)),
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

/** As many themes as fit a list that is still read through. */
export const THEMES_MAX = 12;
export const THEME_NAME_MAX = 60;

/** How many of somebody's dots lie on each theme; themes without any are left out. */
const dotsByTheme = z.record(randomId, z.int().check(z.minimum(1), z.maximum(DOTS_MAX)));

const themeName = writtenText(THEME_NAME_MAX);

export const addTheme = z.strictObject({
  type: z.literal("addTheme"),
  themeId: randomId,
  name: themeName,
  /** The theme it stands before: one that was taken away by mistake comes back to its place. Else it is the last. */
  before: z.optional(randomId),
  colour: z.optional(themeColour),
});
export const renameTheme = z.strictObject({
  type: z.literal("renameTheme"),
  themeId: randomId,
  name: themeName,
});
export const colourTheme = z.strictObject({
  type: z.literal("colourTheme"),
  themeId: randomId,
  /** Null: none of its own. */
  colour: z.nullable(themeColour),
});
export const removeTheme = z.strictObject({ type: z.literal("removeTheme"), themeId: randomId });
export const sortCard = z.strictObject({
  type: z.literal("sortCard"),
  cardId: randomId,
  themeId: z.nullable(randomId),
});
/** The one card that the stage shows large while cards are sorted; null: all of them again. */
export const spotlightCard = z.strictObject({
  type: z.literal("spotlightCard"),
  cardId: z.nullable(randomId),
});
/** Cards to be laid somewhere, one after the other: a participant's way of writing on the board. */
export const placeCards = z.strictObject({
  type: z.literal("placeCards"),
  cards: z
    .array(
      z.strictObject({
        id: randomId,
        /** The theme; null: none. */
        to: z.nullable(randomId),
        /** The card that it lies before; null: at the end. */
        before: z.nullable(randomId),
        x: z.optional(coordinate),
        y: z.optional(coordinate),
      }),
    )
    .check(z.minLength(1), z.maxLength(CARDS_MOVED_MAX)),
});
/** Which of the plan's cases the room talks about, by its key. */
export const chooseCase = z.strictObject({ type: z.literal("chooseCase"), case: z.string() });
export const castDots = z.strictObject({
  type: z.literal("castDots"),
  revision,
  dots: dotsByTheme,
});

/** A participant's ballot on the themes. */
export const dotBallot = z.strictObject({ dots: dotsByTheme });

export const collectEvent = z.discriminatedUnion("type", [
  ...cardEvents,
  ...cardTagEvents,
  z.strictObject({ type: z.literal("caseChosen"), case: z.string() }),
  z.strictObject({
    type: z.literal("themeNamed"),
    themeId: randomId,
    name: z.string(),
    /** Of a new theme: the one it stands before, if there is such a one. */
    before: z.optional(randomId),
  }),
  z.strictObject({
    type: z.literal("themeColoured"),
    themeId: randomId,
    colour: z.nullable(themeColour),
  }),
  z.strictObject({ type: z.literal("themeRemoved"), themeId: randomId }),
  z.strictObject({ type: z.literal("cardSpotlit"), cardId: z.nullable(randomId) }),
  z.strictObject({
    type: z.literal("cardSorted"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
  /** What became of the board, when it closed: cards by theme, each theme's in their order. */
  z.strictObject({
    type: z.literal("cardsArranged"),
    themes: z.array(z.strictObject({ themeId: randomId, cards: z.array(randomId) })),
  }),
  /** Dots per theme; null: fewer than k people voted. */
  z.strictObject({
    type: z.literal("dotsCounted"),
    dots: z.nullable(z.record(randomId, z.int())),
  }),
]);

export type Column = z.infer<typeof column>;
export type CaseFirst = z.infer<typeof caseFirst>;
export type CollectAttributes = z.infer<typeof collectAttributes>;
export type DotBallot = z.infer<typeof dotBallot>;
export type CollectEvent = z.infer<typeof collectEvent>;
export type CollectSettings = z.infer<typeof collectSettings>;
