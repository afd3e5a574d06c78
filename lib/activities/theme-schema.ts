import * as z from "zod/mini";
import { activityKey, randomId } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/**
 * Themes: groups of revealed cards that a facilitator makes and names, also what a board calls its groups. Kinds whose
 * cards are put together take their commands, events and limits from here, and their rules from `themes.ts`.
 */

/** As many themes as fit a list that is still read through. */
export const THEMES_MAX = 12;
export const THEME_NAME_MAX = 60;

const themeName = writtenText(THEME_NAME_MAX);

export const addTheme = z.strictObject({
  type: z.literal("addTheme"),
  themeId: randomId,
  name: themeName,
  /** The theme it stands before: one that was taken away by mistake comes back to its place. Else it is the last. */
  before: z.optional(randomId),
  /** The zone that it lies in; only where its kind has zones, and there always. */
  zone: z.optional(activityKey),
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
  z.strictObject({ type: z.literal("themeRemoved"), themeId: randomId }),
  z.strictObject({
    type: z.literal("cardSorted"),
    cardId: randomId,
    themeId: z.nullable(randomId),
  }),
] as const;

/** What a view tells of themes, as members of its kind's record. */
export const themesRecord = {
  themes: z.array(
    z.strictObject({
      id: randomId,
      name: z.string(),
      /** Null where its kind has no zones. */
      zone: z.nullable(z.string()),
    }),
  ),
  /** Theme of each sorted card, by card id. */
  sorted: z.record(randomId, randomId),
} as const;

const record = z.strictObject(themesRecord);

export type ThemeEvent = z.infer<(typeof themeEvents)[number]>;
export type ThemesRecord = z.infer<typeof record>;
