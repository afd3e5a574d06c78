import { defineKind } from "@/lib/activities/define-kind";
import { evolveRoleplay, newRoleplayData } from "@/lib/activities/roleplay/data";
import { roleplayEvent } from "@/lib/activities/roleplay/events";
import { padsOf } from "@/lib/activities/roleplay/pads";
import { roleplayPhases } from "@/lib/activities/roleplay/phases";
import { roleplayPages } from "@/lib/activities/roleplay/print-pages";
import { roleSet } from "@/lib/activities/roleplay/role-set";
import {
  closeRoleplay,
  enterRoleplay,
  goesOnByClock,
  putsDownFirst,
  roleplayCommands,
} from "@/lib/activities/roleplay/rules";
import {
  givenCasesOf,
  namesRolesOfItsSet,
  roleplaySettings,
} from "@/lib/activities/roleplay/schema";
import { simulateRoleplay, simulateSheet } from "@/lib/activities/roleplay/simulate";
import { summariseRoleplay } from "@/lib/activities/roleplay/summary";
import { roleplayUpcasts } from "@/lib/activities/roleplay/upcasts";
import { roleplayChannels, roleplayView } from "@/lib/activities/roleplay/view";
import { REVISION_MAX } from "@/lib/ids";

/**
 * Chairs that are swapped, in groups: what to talk about, groups, rounds of a few steps each, roles put down, and a debrief
 * in its order. What is spoken is stored nowhere. Who sits where is a sealed ballot, seen by that seat and its group alone;
 * facilitators see chairs, places and roles. Lines that are written in silence are cards of one batch. A sheet that a group
 * writes is open to that group and to facilitators.
 */
export const roleplay = defineKind({
  name: "roleplay",
  settings: roleplaySettings,
  event: roleplayEvent,
  pace: [4, 30],
  upcasts: roleplayUpcasts,
  phases: roleplayPhases,
  initial: newRoleplayData,
  commands: roleplayCommands,
  enter: enterRoleplay,
  close: closeRoleplay,
  evolve: evolveRoleplay,
  goesOn: goesOnByClock,
  mustPass: putsDownFirst,
  // Whichever seat they have.
  whenLeaving: { type: "leaveSeat", revision: REVISION_MAX },
  view: roleplayView,
  channels: roleplayChannels,
  documents: padsOf,
  printPages: roleplayPages,
  simulate: simulateRoleplay,
  simulatePad: simulateSheet,
  summarise: summariseRoleplay,
  cards: {
    batches: (data) => (data.takesLines ? data : null),
    lateBatch: () => null,
  },
  refersTo: ({ source }) => (source.from === "earlier" ? [source.activity] : []),
  alone: ({ source, ...settings }) => ({
    ...settings,
    source:
      source.from === "earlier"
        ? { from: "given" as const, givenCases: source.givenCases }
        : source,
  }),
  presets: [{ part: "roleSet", schema: roleSet, suits: namesRolesOfItsSet }],
  starters: ({ starters }) => starters,
  casesFor: ({ source }, { activity }) =>
    source.from === "earlier" && source.activity === activity
      ? givenCasesOf(source).map(({ text }) => text)
      : [],
});
