import { holdInMemory, type InMemory } from "@/lib/example/in-memory";
import type { SessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { checkReads } from "@/lib/testing/check-reads";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

export { hashOf } from "@/lib/example/in-memory";

/** A session in memory as tests hold it. */
export type MemorySession = InMemory;

/** The 30-minute workshop as a session's plan, its activities changed where a test needs others. */
export function plannedWorkshop(
  change: (activity: ActivityTemplate) => ActivityTemplate[] = (activity) => [activity],
): SessionPlan {
  const { id: templateId, title, purpose, minutes, activities } = firstAidAfterANo;
  return {
    ...{ templateId, title, purpose, minutes },
    address: "du",
    language: "de",
    activities: activities.flatMap(change),
  };
}

/**
 * A test's session: what it draws follows from its seed. Throws at each command that would be decided otherwise if it
 * found the rows alone that it says it reads (P212).
 */
export const createMemorySession = (plan: SessionPlan, seed: number): MemorySession =>
  holdInMemory(plan, seed, { onDecided: checkReads });
