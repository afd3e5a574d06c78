import * as z from "zod/mini";
import { themeColour } from "@/lib/activities/theme-colour";
import { THEME_NAME_MAX } from "@/lib/activities/theme-schema";
import { CARDS_MOVED_MAX } from "@/lib/documents/limits";
import { coordinate } from "@/lib/documents/place";
import { activityKey, randomId } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/** The commands of themes, for rules alone: screens send them, and only the server reads them. */

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
/** The one theme whose cards the stage shows by themselves; null: all of them again. */
export const spotlightTheme = z.strictObject({
  type: z.literal("spotlightTheme"),
  themeId: z.nullable(randomId),
});
