import { commitRecord } from "@/lib/activities/commit/record";
import { commitSettings } from "@/lib/activities/commit/schema";
import { ownNotes, ownSteps } from "@/lib/activities/commit/use-own-plan";
import { defineScreens } from "@/lib/activities/screens-contract";

export const commitScreens = defineScreens({
  name: "commit",
  called: "kinds.commit.catalogue.called",
  settings: commitSettings,
  record: commitRecord,
  ownSteps,
  ownNotes,
  phases: {
    fill: "kinds.commit.phases.fill",
    check: "kinds.commit.phases.check",
    keep: "kinds.commit.phases.keep",
  },
});
