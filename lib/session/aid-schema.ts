import * as z from "zod/mini";
import { words } from "@/lib/words";

/**
 * What helps a room in which nobody writes (activities.md, failure table): offered to facilitators, and
 * shown on stage and phones if they want it.
 */
export const aid = z.discriminatedUnion("name", [
  /** Sentences to go on from, or questions to ask oneself. */
  z.strictObject({ name: z.literal("starters"), lines: z.array(words) }),
  /** Two minutes in pairs, then writing alone. */
  z.strictObject({ name: z.literal("pairs") }),
  /** Somebody else's setback, made up, for what feels familiar about it. */
  z.strictObject({ name: z.literal("case"), text: words }),
]);

export const aidName = z.enum(["starters", "pairs", "case"]);

export type Aid = z.infer<typeof aid>;
export type AidName = z.infer<typeof aidName>;
