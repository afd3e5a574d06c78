import { CommitFacilitator } from "@/lib/activities/commit/facilitator";
import { CommitScreen } from "@/lib/activities/commit/participant";
import { commitRecord } from "@/lib/activities/commit/record";
import { commitSettings } from "@/lib/activities/commit/schema";
import { CommitStage } from "@/lib/activities/commit/stage";
import { ownSteps } from "@/lib/activities/commit/use-own-plan";
import { defineScreens } from "@/lib/activities/screens-contract";

export const commitScreens = defineScreens({
  name: "commit",
  settings: commitSettings,
  record: commitRecord,
  Participant: CommitScreen,
  Stage: CommitStage,
  Console: CommitFacilitator,
  ownSteps,
  phases: {
    fill: "kinds.commit.phases.fill",
    check: "kinds.commit.phases.check",
    keep: "kinds.commit.phases.keep",
  },
});
