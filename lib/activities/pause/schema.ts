import * as z from "zod/mini";

/** A pause has no commands of its own and stores nothing. */
export const pauseCommand = z.never();
export const pauseEvent = z.never();

export type PauseCommand = z.infer<typeof pauseCommand>;
export type PauseEvent = z.infer<typeof pauseEvent>;
