import * as z from "zod/mini";
import { cardEvents, cardTagEvents } from "@/lib/activities/card-events";
import { CARD_CHARACTERS_MAX, CARDS_EACH_MAX } from "@/lib/activities/card-schema";
import { randomId, revision } from "@/lib/ids";
import { writtenText } from "@/lib/text";
import { words } from "@/lib/words";

/** More dots than this are not weighed any more, only spread. */
const DOTS_MAX = 10;

/** Anonymous cards, revealed shuffled and together, and a vote on their themes if the plan has one. */
export const collectSettings = z.object({
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
});

/** These cards carry nothing but their text. */
export const collectAttributes = z._default(z.strictObject({}), {});

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
});
export const renameTheme = z.strictObject({
  type: z.literal("renameTheme"),
  themeId: randomId,
  name: themeName,
});
export const removeTheme = z.strictObject({ type: z.literal("removeTheme"), themeId: randomId });
export const sortCard = z.strictObject({
  type: z.literal("sortCard"),
  cardId: randomId,
  themeId: z.nullable(randomId),
});
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
  z.strictObject({
    type: z.literal("themeNamed"),
    themeId: randomId,
    name: z.string(),
    /** Of a new theme: the one it stands before, if there is such a one. */
    before: z.optional(randomId),
  }),
  z.strictObject({ type: z.literal("themeRemoved"), themeId: randomId }),
  z.strictObject({
    type: z.literal("cardSorted"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
  /** Dots per theme; null: fewer than k people voted. */
  z.strictObject({
    type: z.literal("dotsCounted"),
    dots: z.nullable(z.record(randomId, z.int())),
  }),
]);

export type CollectAttributes = z.infer<typeof collectAttributes>;
export type DotBallot = z.infer<typeof dotBallot>;
export type CollectEvent = z.infer<typeof collectEvent>;
export type CollectSettings = z.infer<typeof collectSettings>;
