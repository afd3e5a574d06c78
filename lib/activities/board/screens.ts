import { boardRecord } from "@/lib/activities/board/record";
import { boardSettings } from "@/lib/activities/board/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const boardScreens = defineScreens({
  name: "board",
  called: "kinds.board.catalogue.called",
  settings: boardSettings,
  record: boardRecord,
  phases: {
    add: "kinds.board.phases.add",
    show: "kinds.board.phases.show",
    group: "kinds.board.phases.group",
    weighed: "phases.show",
    ask: "kinds.board.phases.ask",
  },
  leadsTo: { group: "kinds.board.console.toGroups" },
  cards: "kinds.board.cards",
  tooFew({ phase, record }) {
    // What everybody writes for themselves needs nobody else.
    if (phase === "ask") return null;
    if (record.enough === false) return "activity";
    return phase === "weighed" && record.vote?.enough === false
      ? { says: "kinds.board.common.tooFewDots" }
      : null;
  },
  bridge: ({ bridge }) => bridge,
  paperCardsFor: ({ planned: { settings } }) =>
    settings.zones.map(({ key, name }) => ({
      name: settings.zones.length > 1 ? name : null,
      attributes: { zone: key },
    })),
});
