import { isObject, type Upcast } from "@/lib/upcast";

/** Activities had no notes of their own, nothing to do instead, no evidence and one size. */
export const notesAndSizes: Upcast = (plan) =>
  Array.isArray(plan.activities)
    ? {
        ...plan,
        activities: plan.activities.map((each) => (isObject(each) ? withNone(each) : each)),
      }
    : plan;

const withNone = (activity: object) => ({
  ...activity,
  contentNote: null,
  optOut: null,
  evidence: null,
  sizes: [],
});
