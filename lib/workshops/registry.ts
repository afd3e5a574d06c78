// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import type { PlanTemplate } from "@/lib/session/plan-template";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

/** Every ready-made workshop. */
export const workshops: readonly PlanTemplate[] = [firstAidAfterANo];
