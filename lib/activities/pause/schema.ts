import * as z from "zod/mini";
import { words } from "@/lib/plans/words";

/** A screen of text that stores nothing. The text may have several lines, separated by `\n`. */
export const pauseSettings = z.object({
  text: words,
  /** Label of the agree button; null when there is nothing to agree to. */
  acknowledge: z.nullable(words),
  role: z.enum(["rules", "break", "closing"]),
});

/** A pause has no commands of its own and stores nothing. */
export const pauseCommand = z.never();
export const pauseEvent = z.never();

export type PauseCommand = z.infer<typeof pauseCommand>;
export type PauseEvent = z.infer<typeof pauseEvent>;
export type PauseSettings = z.infer<typeof pauseSettings>;
