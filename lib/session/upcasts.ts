import { noPrivateLines } from "@/lib/session/no-private-lines";
import { notesAndSizes } from "@/lib/session/notes-and-sizes";
import { scriptByPhase } from "@/lib/session/script-by-phase";
import { sourcesOfTheirKind } from "@/lib/session/sources-of-their-kind";
import type { Upcast } from "@/lib/upcast";

/**
 * From version to version of a session's plan; its activities' settings have lists of their own, in the
 * folders of their kinds. Also run over a plan without its activities, where only its heading is read.
 */
export const planUpcasts: readonly Upcast[] = [
  scriptByPhase,
  notesAndSizes,
  noPrivateLines,
  sourcesOfTheirKind,
];

/** From version to version of the session's own events; what a kind's events hold has its own list. */
export const eventUpcasts: readonly Upcast[] = [];
