import * as z from "zod/mini";
import { themeColour } from "@/lib/activities/theme-colour";
import { CARDS_MOVED_MAX } from "@/lib/documents/limits";
import { coordinate } from "@/lib/documents/place";
import { activityKey, randomId } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/**
 * Themes: groups of revealed cards that a facilitator makes and names, also what a board calls its groups. Kinds whose
 * cards are put together take their commands, events and limits from here, and their rules from `themes.ts`.
 */

/** As many themes as fit a list that is still read through. */
export const THEMES_MAX = 12;
export const THEME_NAME_MAX = 60;

/** The board on which cards lie in themes. What themes there are and what they are called stands in the log. */
export const THEMES_BOARD = "themes";

/** How often a phone may move cards: fingers are slower. */
export const PLACING_PACE = { perSecond: 2, burst: 10 };

const themeName = writtenText(THEME_NAME_MAX);

export const addTheme = z.strictObject({
  type: z.literal("addTheme"),
  themeId: randomId,
  name: themeName,
  /** The theme it stands before: one that was taken away by mistake comes back to its place. Else it is the last. */
  before: z.optional(randomId),
  colour: z.optional(themeColour),
  /** The zone that it lies in; left out where its kind has none, and for cards of which no zone is told. */
  zone: z.optional(activityKey),
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
/** The one card that the stage shows large while cards are sorted; null: all of them again. */
export const spotlightCard = z.strictObject({
  type: z.literal("spotlightCard"),
  cardId: z.nullable(randomId),
});

/** The events of themes; members of the schema of their kind's events. */
export const themeEvents = [
  z.strictObject({
    type: z.literal("themeNamed"),
    themeId: randomId,
    name: z.string(),
    /** Of a new theme: the one it stands before, if there is such a one. */
    before: z.optional(randomId),
    /** Of a new theme: the zone it lies in, where there are zones. */
    zone: z.optional(activityKey),
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
] as const;

/** What a view tells of themes, as members of its kind's record. */
export const themesRecord = {
  themes: z.array(
    z.strictObject({
      id: randomId,
      name: z.string(),
      colour: z.nullable(themeColour),
      /** Null where its kind has no zones, and for cards of which none is told. */
      zone: z.nullable(z.string()),
    }),
  ),
  /** The one card that the stage shows large; null: none. */
  spotlight: z.nullable(randomId),
  /** Theme of each sorted card, by card id, theme by theme in their order. */
  sorted: z.record(randomId, randomId),
} as const;

const record = z.strictObject(themesRecord);

export type ThemeEvent = z.infer<(typeof themeEvents)[number]>;
export type ThemesRecord = z.infer<typeof record>;
