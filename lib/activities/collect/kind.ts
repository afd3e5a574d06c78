import { caseTalkedOf } from "@/lib/activities/collect/columns";
import { collectPhases } from "@/lib/activities/collect/phases";
import { collectPages } from "@/lib/activities/collect/print-pages";
import {
  closeCollect,
  collectCommands,
  collectLateBatch,
  consentedCards,
  enterCollect,
  evolveCollect,
  newCollectData,
  quotableCards,
} from "@/lib/activities/collect/rules";
import { collectEvent, collectSettings } from "@/lib/activities/collect/schema";
import { simulateCollect } from "@/lib/activities/collect/simulate";
import { summariseCollect } from "@/lib/activities/collect/summary";
import { collectUpcasts } from "@/lib/activities/collect/upcasts";
import { collectView } from "@/lib/activities/collect/view";
import { defineKind } from "@/lib/activities/define-kind";
import { sortingDocuments } from "@/lib/activities/sorting";

/**
 * Anonymous cards: write → review → reveal → cluster, then vote → show where the plan gives dots. A case may come
 * before them, and a question of one's own after them (`ask`).
 */
export const collect = defineKind({
  name: "collect",
  settings: collectSettings,
  event: collectEvent,
  pace: [6, 35],
  upcasts: collectUpcasts,
  phases: (settings) => collectPhases(settings),
  initial: (settings) => newCollectData(settings),
  commands: collectCommands,
  enter: enterCollect,
  close: closeCollect,
  evolve: evolveCollect,
  documents: ({ data, phase }) =>
    sortingDocuments(data, phase, { open: ["cluster"], read: ["vote", "show", "ask"] }),
  view: collectView,
  facts: (settings, data) => ({
    consentedCards: consentedCards(data),
    quotableCards: quotableCards(settings, data),
  }),
  hands: ({ summary }, { themes }) => [
    {
      ...{ key: "dots", prompt: null, section: summary === "none" ? null : "themes" },
      options: [...themes].map(([id, name]) => ({ key: id, label: name })),
    },
  ],
  printPages: collectPages,
  simulate: simulateCollect,
  summarise: summariseCollect,
  cards: { batches: (data) => data, lateBatch: collectLateBatch },
  casesFor({ caseFirst, fictional }, { activity, own, data }) {
    if (activity !== own) return [];
    const text = caseTalkedOf(caseFirst, data.case)?.text ?? fictional;
    return text ? [text] : [];
  },
  starters: ({ starters }, phase) => (phase === "write" ? starters : []),
});
