import * as z from "zod/mini";
import { cardEvent } from "@/lib/activities/card-events";
import { roleKey } from "@/lib/activities/roleplay/role-set";
import {
  chair,
  chairId,
  changes,
  group,
  groupLetter,
  ROWS_SHOWN_MAX,
  roleplayCase,
  roleplayMode,
} from "@/lib/activities/roleplay/schema";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { writtenText } from "@/lib/text";

/* What stays sealed until the close. */

/** A seat, under `SEAT_SLOT`: which chair it is, null for none yet or none any more. */
export const seatBallot = z.strictObject({
  chair: z.nullable(chairId),
  remote: z.boolean(),
  /** Its owner has left; what they sat on is kept for their return. */
  left: z.boolean(),
  changes,
});

export const helpBallot = z.strictObject({ help: roleKey });

/* What becomes known. */

/** One of each column of a sheet. */
export const inColumns = <Rows>(rows: z.ZodMiniType<Rows>) =>
  z.strictObject({ guess: rows, know: rows, ask: rows });

/** Rows of sheets that the room reads. */
export const shownRows = inColumns(
  z.array(writtenText(PAD_ENTRY_CHARACTERS_MAX)).check(z.maxLength(ROWS_SHOWN_MAX)),
);

/** What a group's sheet says, in plain text. */
export const plainPad = inColumns(z.array(z.string()).check(z.maxLength(PAD_ENTRIES_MAX)));

/** Under what lines are shown: a role, a family of roles, or all that are left together. */
export const lineHeading = z.string().check(z.regex(/^(role|family):[a-zA-Z0-9-]{1,20}$|^mixed$/));

/** What of a revealed line is shown beside its text. */
export const shownLine = z.object({ under: lineHeading });

export const roleplayEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("caseChosen"), case: roleplayCase }),
  /** How many would like which help; null below k. */
  z.strictObject({
    type: z.literal("helpCounted"),
    counts: z.nullable(z.record(roleKey, z.int())),
  }),
  z.strictObject({
    type: z.literal("grouped"),
    groups: z.array(group),
    size: z.union([z.literal(3), z.literal(4)]),
    pair: z.boolean(),
  }),
  /** `to` null: on the balcony. */
  z.strictObject({ type: z.literal("chairAdded"), chair, to: z.nullable(groupLetter) }),
  z.strictObject({ type: z.literal("chairFreed"), chair: chairId }),
  z.strictObject({ type: z.literal("remoteSet"), chair: chairId, remote: z.boolean() }),
  z.strictObject({
    type: z.literal("chairMoved"),
    chair: chairId,
    to: z.nullable(groupLetter),
  }),
  z.strictObject({ type: z.literal("groupsMerged"), from: groupLetter, into: groupLetter }),
  z.strictObject({
    type: z.literal("placeNamed"),
    group: groupLetter,
    place: z.nullable(z.string()),
  }),
  z.strictObject({ type: z.literal("modeSet"), mode: roleplayMode }),
  z.strictObject({ type: z.literal("runSet"), on: z.boolean() }),
  /** A round begins: the role on each chair. */
  z.strictObject({
    type: z.literal("rolesDealt"),
    round: z.int(),
    roles: z.record(chairId, roleKey),
  }),
  /** Some chairs have another role in the current round. */
  z.strictObject({ type: z.literal("rolesChanged"), roles: z.record(chairId, roleKey) }),
  z.strictObject({ type: z.literal("watchSet"), chair: chairId, on: z.boolean() }),
  /** Under what the lines of each role are shown to facilitators, null for nowhere. */
  z.strictObject({
    type: z.literal("linesArranged"),
    under: z.record(roleKey, z.nullable(lineHeading)),
  }),
  z.strictObject({ type: z.literal("rowsShown"), rows: shownRows }),
  z.strictObject({ type: z.literal("padOpened"), group: groupLetter, on: z.boolean() }),
  /** What the groups have written, where their sheets are put away: of each that says something. */
  z.strictObject({ type: z.literal("padsKept"), pads: z.record(groupLetter, plainPad) }),
  cardEvent,
]);

export type ShownRows = z.infer<typeof shownRows>;
export type RoleplayEvent = z.infer<typeof roleplayEvent>;
export type SeatBallot = z.infer<typeof seatBallot>;
export type LineHeading = z.infer<typeof lineHeading>;
