import { caseTalkedOf } from "@/lib/activities/collect/columns";
import { collectRecord } from "@/lib/activities/collect/record";
import { collectSettings } from "@/lib/activities/collect/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const collectScreens = defineScreens({
  name: "collect",
  called: "kinds.collect.catalogue.called",
  settings: collectSettings,
  record: collectRecord,
  phases: {
    case: "kinds.collect.phases.case",
    cluster: "kinds.collect.phases.cluster",
    ask: "kinds.collect.phases.ask",
  },
  leadsTo: { cluster: "kinds.collect.console.toSorting" },
  tooFew({ phase, record }) {
    // What everybody writes for themselves needs nobody else.
    if (phase === "ask") return null;
    if (record.enough === false) return "activity";
    return phase === "show" && record.vote?.enough === false
      ? { says: "kinds.collect.common.tooFewDots" }
      : null;
  },
  bridge: ({ bridge }) => bridge,
  subjects({ planned: { settings }, record }) {
    const talked = caseTalkedOf(settings.caseFirst, record.case);
    return talked ? [talked.text] : [];
  },
});
