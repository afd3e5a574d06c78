import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";

const MEETINGS = 4;

/**
 * A meeting of "Keeping at it". `alone`: what is held instead of the activities with the same keys where no earlier
 * meeting has kept anything.
 */
export const keepingAtIt = (
  part: number,
  alone: ActivityTemplate[] = [],
): NonNullable<PlanTemplate["series"]> => ({ id: "keeping-at-it", part, of: MEETINGS, alone });
