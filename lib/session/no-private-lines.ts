import { isObject, type Upcast } from "@/lib/upcast";

/** Activities asked for nothing that stays on the device. */
export const noPrivateLines: Upcast = (plan) =>
  Array.isArray(plan.activities)
    ? {
        ...plan,
        activities: plan.activities.map((each) =>
          isObject(each) ? { ...each, privateLines: [] } : each,
        ),
      }
    : plan;
