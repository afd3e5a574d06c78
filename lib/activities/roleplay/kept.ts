import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { roleKey } from "@/lib/activities/roleplay/role-set";

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
