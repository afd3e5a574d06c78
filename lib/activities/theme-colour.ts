import * as z from "zod/mini";

/** The colours a group of cards may have, by the tokens of the look; colour is never all that tells groups apart. */
export const THEME_COLOURS = ["green", "ochre", "brick"] as const;

export const themeColour = z.enum(THEME_COLOURS);

export type ThemeColour = z.infer<typeof themeColour>;
