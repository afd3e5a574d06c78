import { boardPhases } from "@/lib/activities/board/phases";
import { boardPages } from "@/lib/activities/board/print-pages";
import {
  boardCommands,
  boardLateBatch,
  closeBoard,
  enterBoard,
  evolveBoard,
  newBoardData,
} from "@/lib/activities/board/rules";
import { boardEvent, boardSettings } from "@/lib/activities/board/schema";
import { simulateBoard } from "@/lib/activities/board/simulate";
import { summariseBoard } from "@/lib/activities/board/summary";
import { boardUpcasts } from "@/lib/activities/board/upcasts";
import { boardView } from "@/lib/activities/board/view";
import { defineKind } from "@/lib/activities/define-kind";
import { sortingDocuments } from "@/lib/activities/sorting";

/**
 * Notes of a whole room in zones: add → review → show → group, then vote → weighed where the
 * plan gives dots, and a question of one's own (`ask`) where there is one.
 */
export const board = defineKind({
  name: "board",
  settings: boardSettings,
  event: boardEvent,
  pace: [6, 35],
  upcasts: boardUpcasts,
  phases: (settings) => boardPhases(settings),
  initial: (settings) => newBoardData(settings),
  commands: boardCommands,
  enter: enterBoard,
  close: closeBoard,
  evolve: evolveBoard,
  documents: ({ data, phase }) =>
    sortingDocuments(data, phase, { open: ["group", "weighed"], read: ["vote", "ask"] }),
  view: boardView,
  printPages: boardPages,
  simulate: simulateBoard,
  summarise: summariseBoard,
  cards: { batches: (data) => data, lateBatch: boardLateBatch },
  starters: ({ starters }, phase) => (phase === "add" ? starters : []),
});
