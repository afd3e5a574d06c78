import * as z from "zod/mini";
import { themeColour } from "@/lib/activities/theme-colour";
import { activityKey, randomId } from "@/lib/ids";

/**
 * Themes: groups of revealed cards that a facilitator makes and names, also what a board calls its groups. Kinds whose
 * cards are put together take their commands, events and limits from here, and their rules from `themes.ts`.
 */

/** As many themes as fit a list that is still read through. */
export const THEMES_MAX = 12;
export const THEME_NAME_MAX = 60;

/** The board on which cards lie in themes. What themes there are and what they are called stands in the log. */
export const THEMES_BOARD = "themes";

/** The events of themes; members of the schema of their kind's events. */
export const themeEvent = z.discriminatedUnion("type", [
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
  /** A card or a theme takes the place of whatever was in the spotlight. */
  z.strictObject({ type: z.literal("cardSpotlit"), cardId: z.nullable(randomId) }),
  z.strictObject({ type: z.literal("themeSpotlit"), themeId: z.nullable(randomId) }),
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
]);

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
  /** The theme whose cards the stage shows by themselves; null: none. */
  spotlitTheme: z.nullable(randomId),
  /** Theme of each sorted card, by card id, theme by theme in their order. */
  sorted: z.record(randomId, randomId),
} as const;

const record = z.strictObject(themesRecord);

export type ThemeEvent = z.infer<typeof themeEvent>;
export type ThemesRecord = z.infer<typeof record>;
