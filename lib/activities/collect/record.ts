import * as z from "zod/mini";
import { themeColour } from "@/lib/activities/theme-colour";
import { randomId } from "@/lib/ids";

export const collectRecord = z.strictObject({
  /** Key of the plan's case that the room talks about; null for none. */
  case: z.nullable(z.string()),
  /** False: too few to show; the room talks instead. Null while writing. */
  enough: z.nullable(z.boolean()),
  themes: z.array(
    z.strictObject({ id: randomId, name: z.string(), colour: z.nullable(themeColour) }),
  ),
  /** The one card that the stage shows large; null: none. */
  spotlight: z.nullable(randomId),
  /** Theme of each sorted card, by card id. */
  sorted: z.record(randomId, randomId),
  /**
   * Themes with dots, most first; null until the vote closed. Not enough: fewer than k people
   * voted, and nothing is shown.
   */
  vote: z.nullable(
    z.strictObject({
      enough: z.boolean(),
      themes: z.array(z.strictObject({ id: randomId, name: z.string(), dots: z.int() })),
    }),
  ),
});

export type CollectRecord = z.infer<typeof collectRecord>;
