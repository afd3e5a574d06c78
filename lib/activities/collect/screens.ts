import { collectRecord } from "@/lib/activities/collect/record";
import { collectSettings } from "@/lib/activities/collect/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const collectScreens = defineScreens({
  name: "collect",
  called: "kinds.collect.catalogue.called",
  settings: collectSettings,
  record: collectRecord,
  phases: { cluster: "kinds.collect.phases.cluster" },
  leadsTo: { cluster: "kinds.collect.console.toSorting" },
  tooFew({ phase, record }) {
    if (record.enough === false) return "activity";
    return phase === "show" && record.vote?.enough === false
      ? { says: "kinds.collect.common.tooFewDots" }
      : null;
  },
  bridge: ({ bridge }) => bridge,
});
