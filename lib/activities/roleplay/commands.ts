import * as z from "zod/mini";
import { inColumns, shownRows } from "@/lib/activities/roleplay/events";
import { roleKey } from "@/lib/activities/roleplay/role-set";
import {
  caseId,
  chairId,
  changes,
  groupLetter,
  PLACE_CHARACTERS_MAX,
  ROUNDS_MAX,
  roleplayMode,
} from "@/lib/activities/roleplay/schema";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { revision } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/* What participants send. */

/** "I am here": a phone sends it by itself where it comes to the activity, and when *remote* is changed. */
export const takeSeat = z.strictObject({
  type: z.literal("takeSeat"),
  revision,
  remote: z.boolean(),
});

/**
 * Gives up the seat that was taken with this revision, or before; the room sends it for whoever leaves the session.
 * Taking it again, with a newer one, restores it.
 */
export const leaveSeat = z.strictObject({ type: z.literal("leaveSeat"), revision });

const round = z.int().check(z.minimum(1), z.maximum(ROUNDS_MAX));

/** Another role, without a reason, instead of `role` in `round`; nothing where another one is there by now. */
export const otherRole = z.strictObject({
  type: z.literal("otherRole"),
  changes,
  round,
  role: roleKey,
});

/** Rather watch, or no more. */
export const watchRound = z.strictObject({
  type: z.literal("watchRound"),
  changes,
  on: z.boolean(),
});

/** What would help, of a matter of one's own. */
export const pickHelp = z.strictObject({ type: z.literal("pickHelp"), revision, help: roleKey });

/**
 * What comes with a line. A phone says which round it is of (`submitCard`), and the server knows the role; of a paper
 * line that a facilitator types in (`typeInCard`) it is the other way round.
 */
export const lineAttributes = z.strictObject({
  round: z.nullable(z.enum(["1", "2", "3", "4"])),
  role: z.nullable(roleKey),
});

/* What facilitators send. */

export const chooseCase = z.strictObject({ type: z.literal("chooseCase"), case: caseId });

/** Shuffles everybody into new groups; while they are prepared. `pair`: two remote people stay by themselves. */
export const regroup = z.strictObject({
  type: z.literal("regroup"),
  size: z.union([z.literal(3), z.literal(4)]),
  pair: z.boolean(),
});

/** Moves a chair to a group; null: to the balcony. */
export const moveChair = z.strictObject({
  type: z.literal("moveChair"),
  chair: chairId,
  to: z.nullable(groupLetter),
});

export const mergeGroups = z.strictObject({
  type: z.literal("mergeGroups"),
  from: groupLetter,
  into: groupLetter,
});

/** Takes a chair away: whoever sat there is gone. */
export const freeChair = z.strictObject({ type: z.literal("freeChair"), chair: chairId });

/** A chair for somebody without a phone. */
export const addChair = z.strictObject({ type: z.literal("addChair"), to: groupLetter });

/** Where a group meets; empty for nowhere. */
export const namePlace = z.strictObject({
  type: z.literal("namePlace"),
  group: groupLetter,
  place: z.nullable(writtenText(PLACE_CHARACTERS_MAX)),
});

export const setMode = z.strictObject({ type: z.literal("setMode"), mode: roleplayMode });

/** Lets the steps of the rounds follow the clock, or no more. */
export const runRounds = z.strictObject({ type: z.literal("runRounds"), on: z.boolean() });

/** Rows of the groups' sheets that the room reads, as they were when a facilitator chose them; all that are shown. */
export const showRows = z.strictObject({ type: z.literal("showRows"), rows: shownRows });

/** Lets a group write its sheet, or no more. */
export const openPad = z.strictObject({
  type: z.literal("openPad"),
  group: groupLetter,
  on: z.boolean(),
});

/** Puts rows back on a group's sheet that somebody has taken away, as a facilitator's console has seen them. */
export const restoreRows = z.strictObject({
  type: z.literal("restoreRows"),
  group: groupLetter,
  rows: inColumns(
    z.array(writtenText(PAD_ENTRY_CHARACTERS_MAX)).check(z.maxLength(PAD_ENTRIES_MAX)),
  ),
});

export type LineAttributes = z.infer<typeof lineAttributes>;
