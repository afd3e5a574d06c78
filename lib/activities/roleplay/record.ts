import * as z from "zod/mini";
import { roleKey } from "@/lib/activities/roleplay/role-set";
import {
  caseId,
  chair,
  groupLetter,
  roleplayCase,
  roleplayMode,
} from "@/lib/activities/roleplay/schema";

const rowsRead = z.strictObject({
  guess: z.array(z.string()),
  know: z.array(z.string()),
  ask: z.array(z.string()),
});

/**
 * A group's sheet: null before and after the steps that have to do with it. While it is written it comes as a document; what
 * was `kept` of it afterwards comes here.
 */
const pad = z.nullable(z.strictObject({ isOpen: z.boolean(), kept: z.nullable(rowsRead) }));

/** What everybody sees: of groups their letters and places, and nothing of who or how many sit there. */
export const roleplayRecord = z.strictObject({
  /** Null until it is shown, and where everybody brings a matter of their own. */
  case: z.nullable(roleplayCase),
  /** From now on, or from the next round on. */
  mode: roleplayMode,
  /** The round that roles were last dealt for, from 1; 0 before. */
  round: z.int(),
  /** How that round is held. */
  roundMode: roleplayMode,
  /** Whether the steps of the rounds follow the clock. */
  runs: z.boolean(),
  /** Empty until they are sent to the phones. */
  groups: z.array(
    z.strictObject({
      letter: groupLetter,
      place: z.nullable(z.string()),
      /** Somebody in it takes part from elsewhere. */
      hasRemote: z.boolean(),
    }),
  ),
  /**
   * Whether there are lines to be shown: null before they were gathered, false where too few wrote. They
   * come as cards, with what they stand under as `shownLine`.
   */
  enough: z.nullable(z.boolean()),
  /** What people would like, by its key; null before it was counted, and below k. */
  help: z.nullable(z.record(roleKey, z.int())),
  /** Rows of the groups' sheets that everybody reads. Whose they are is told to nobody. */
  rows: rowsRead,
});

/** Where a group's suggestions come from: fewer than three chairs, and whom it could be merged with. */
const suggestedMerge = z.strictObject({ from: groupLetter, into: groupLetter });

/** Facilitators' own: chairs, and never who sits there. */
export const roleplayConsole = z.strictObject({
  /** What there is to choose from, while a case is chosen; empty in all other phases. */
  cases: z.array(z.strictObject({ id: caseId, text: z.string() })),
  /** Empty before they are prepared. */
  groups: z.array(
    z.strictObject({
      letter: groupLetter,
      place: z.nullable(z.string()),
      /** While they are prepared each has the role that it would get in the first round. */
      chairs: z.array(z.omit(chair, { played: true })),
      pad,
    }),
  ),
  balcony: z.array(z.omit(chair, { played: true })),
  size: z.union([z.literal(3), z.literal(4)]),
  /** One or two remote people: whether they are asked about, and what was chosen. Null where nobody need ask. */
  remote: z.nullable(z.strictObject({ count: z.int(), pair: z.boolean(), canPair: z.boolean() })),
  suggestedMerges: z.array(suggestedMerge),
});

/** What one's own seat sees (`view.seat`). */
export const roleplaySeat = z.strictObject({
  /**
   * Waits for groups, sits in one, on the balcony, or has no chair any more; `left`: its owner has left the session,
   * and is to take it again now that they are back (`takeSeat` with a newer revision).
   */
  at: z.enum(["waiting", "group", "balcony", "none", "left"]),
  remote: z.boolean(),
  /** In the current round; null before the first, and for whoever joins with the next. */
  role: z.nullable(roleKey),
  watches: z.boolean(),
  /** What the next `otherRole` or `watchRound` follows. */
  changes: z.int(),
  /** How this round is held here: alone in a group there is an empty chair. */
  mode: roleplayMode,
  /** Roles by round, the first of them first; null for a round that was missed. */
  played: z.array(z.nullable(roleKey)),
});

/** What a group sees together (`view.group`). */
export const roleplayGroup = z.strictObject({
  letter: groupLetter,
  place: z.nullable(z.string()),
  hasRemote: z.boolean(),
  /** Its chairs, in no order of people; roles are null where they are private. */
  chairs: z.array(
    z.strictObject({
      phone: z.boolean(),
      remote: z.boolean(),
      role: z.nullable(roleKey),
      watches: z.boolean(),
    }),
  ),
  pad,
});

export type RowsRead = z.infer<typeof rowsRead>;
export type RoleplayRecord = z.infer<typeof roleplayRecord>;
export type RoleplayConsole = z.infer<typeof roleplayConsole>;
export type RoleplaySeat = z.infer<typeof roleplaySeat>;
export type RoleplayGroup = z.infer<typeof roleplayGroup>;
