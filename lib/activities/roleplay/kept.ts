import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { roleKey } from "@/lib/activities/roleplay/role-set";
import { GUESS_KNOW_ASK } from "@/lib/activities/roleplay/schema";
import { PAD_COLUMNS } from "@/lib/documents/pad";

const seat = z.object({ remote: z.boolean() });

/** One's seat, in this slot; the phone hands it in by itself (`takeSeat`), and again when *remote* changes. */
export const ownSeat: Kept<z.infer<typeof seat>> = {
  kind: "roleplay",
  phase: "case",
  missedAt: null,
  content: seat,
  nothing: { remote: false },
  upcasts: [],
};

export const OWN_SEAT_SLOT = "seat";

const help = z.object({ help: z.nullable(roleKey) });

/** What would help (`pickHelp`), in this slot. */
export const ownHelp: Kept<z.infer<typeof help>> = {
  kind: "roleplay",
  phase: "intro",
  missedAt: "result",
  content: help,
  nothing: { help: null },
  isBlank: ({ help }) => help === null,
  upcasts: [],
};

export const OWN_HELP_SLOT = "help";

const chairText = z.object({ text: z.string() });

/** What somebody writes before an empty chair in one round, in a slot for each. It is sent to nobody. */
export const ownChairText: Kept<z.infer<typeof chairText>> = {
  kind: "roleplay",
  phase: "play1",
  missedAt: null,
  content: chairText,
  nothing: { text: "" },
  upcasts: [],
};

/** Slot of what is written in this round, from 1. */
export const ownChairSlot = (round: number): string => `chair${round}`;

const column = z.enum(PAD_COLUMNS);
const change = z.object({
  column,
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

const sheet = z.object({
  /** What is being written and was not put on the sheet, by column. */
  drafts: z.object({ guess: z.string(), know: z.string(), ask: z.string() }),
  /** What was changed on the sheet of this group and has not arrived; another group's is not written with it. */
  unsent: z.nullable(z.object({ group: z.string(), changes: z.array(change) })),
});

/** What this phone has for its group's sheet and the sheet has not, in this slot. */
export const ownSheet: Kept<z.infer<typeof sheet>> = {
  kind: "roleplay",
  phase: GUESS_KNOW_ASK,
  missedAt: null,
  content: sheet,
  nothing: { drafts: { guess: "", know: "", ask: "" }, unsent: null },
  upcasts: [],
};

export const OWN_SHEET_SLOT = "sheet";

const keptSheet = z.object({
  guess: z.array(z.string()),
  know: z.array(z.string()),
  ask: z.array(z.string()),
});

/** The group's sheet once it was put away, to be taken along, in this slot. */
export const takenSheet: Kept<z.infer<typeof keptSheet>> = {
  kind: "roleplay",
  phase: GUESS_KNOW_ASK,
  missedAt: null,
  content: keptSheet,
  nothing: { guess: [], know: [], ask: [] },
  upcasts: [],
};

export const TAKEN_SHEET_SLOT = "takenSheet";
