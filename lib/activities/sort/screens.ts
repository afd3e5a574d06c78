import { defineScreens } from "@/lib/activities/screens-contract";
import { sortRecord } from "@/lib/activities/sort/record";
import { sortSettings } from "@/lib/activities/sort/schema";
import { ownGoals } from "@/lib/activities/sort/use-own-goals";

export const sortScreens = defineScreens({
  name: "sort",
  called: "kinds.sort.catalogue.called",
  settings: sortSettings,
  record: sortRecord,
  ownSteps: ownGoals,
  phases: {
    items: "kinds.sort.phases.items",
    place: "kinds.sort.phases.place",
    discuss: "kinds.sort.phases.discuss",
  },
  tooFew: ({ record: { result } }) => (result !== null && result.n === null ? "activity" : null),
});
