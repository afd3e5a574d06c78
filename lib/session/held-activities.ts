import type { PlanTemplate } from "@/lib/session/plan-template";
import type { Address, Language, Words } from "@/lib/words";

/** The session whose series another one goes on with, and what that takes over of it. */
export interface MeetingBefore {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  title: Words;
  language: Language;
  address: Address;
}

/**
 * The activities that a session is opened with. `goesOn`: earlier meetings of its series may have kept something for it;
 * else what recalls anything is held as an activity by itself.
 */
export function heldActivities(
  { activities, series }: Pick<PlanTemplate, "activities" | "series">,
  goesOn: boolean,
): PlanTemplate["activities"] {
  const alone = goesOn ? [] : (series?.alone ?? []);
  return activities.map((each) => alone.find(({ key }) => key === each.key) ?? each);
}
