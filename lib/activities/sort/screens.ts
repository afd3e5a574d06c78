import { defineScreens } from "@/lib/activities/screens-contract";
import { SortFacilitator } from "@/lib/activities/sort/facilitator";
import { SortScreen } from "@/lib/activities/sort/participant";
import { sortRecord } from "@/lib/activities/sort/record";
import { sortSettings } from "@/lib/activities/sort/schema";
import { SortStage } from "@/lib/activities/sort/stage";
import { ownGoals } from "@/lib/activities/sort/use-own-goals";

export const sortScreens = defineScreens({
  name: "sort",
  settings: sortSettings,
  record: sortRecord,
  Participant: SortScreen,
  Stage: SortStage,
  Console: SortFacilitator,
  ownSteps: ownGoals,
  phases: {
    items: "kinds.sort.phases.items",
    place: "kinds.sort.phases.place",
    discuss: "kinds.sort.phases.discuss",
  },
  tooFew: ({ record: { result } }) => (result !== null && result.n === null ? "activity" : null),
});
