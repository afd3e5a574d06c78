import { describe, expect, test } from "vitest";
import { planProblems } from "@/lib/session/plan-check";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { workshops } from "@/lib/workshops/registry";

describe.each(workshops)("the workshop $id", (workshop) => {
  test("can be held", () => {
    expect(planProblems(workshop)).toEqual([]);
  });
});

/** A plan of ours, one thing in it changed. */
type Plan = PlanTemplate;
function copy(): Plan {
  const [workshop] = workshops;
  if (!workshop) throw new Error("There is no workshop");
  return structuredClone(workshop);
}
const activity = (plan: Plan, key: string) => {
  const found = plan.activities.find((each) => each.key === key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
};
const indexOf = (plan: Plan, key: string) => plan.activities.indexOf(activity(plan, key));

test.each<[what: string, change: (plan: Plan) => void, at: (plan: Plan) => string, reason: string]>(
  [
    [
      "a key that is there twice",
      (plan) => {
        activity(plan, "close").key = "welcome";
      },
      (plan) => `activities.${plan.activities.length - 1}.key`,
      "keyTwice",
    ],
    [
      "a kind that this release does not have",
      (plan) => {
        activity(plan, "if-then").kind = "seance";
      },
      (plan) => `activities.${indexOf(plan, "if-then")}.kind`,
      "unknownKind",
    ],
    [
      "settings that are not their kind's",
      (plan) => {
        activity(plan, "small-no").settings = {
          ...activity(plan, "small-no").settings,
          characterLimit: 100_000,
        };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.settings.characterLimit`,
      "shape",
    ],
    [
      "a reference to nothing",
      (plan) => {
        activity(plan, "after").settings = {
          ...activity(plan, "after").settings,
          pairWith: "nowhere",
        };
      },
      (plan) => `activities.${indexOf(plan, "after")}.settings`,
      "unknownReference",
    ],
    [
      "a reference to what comes later",
      (plan) => {
        const [before, after] = [indexOf(plan, "before"), indexOf(plan, "after")];
        const [one, other] = [plan.activities[before], plan.activities[after]];
        if (one && other) plan.activities.splice(before, 1, other);
        if (one) plan.activities.splice(after, 1, one);
      },
      () => "activities.1.settings",
      "referenceAhead",
    ],
    [
      "minutes that do not add up",
      (plan) => {
        plan.minutes += 5;
      },
      () => "minutes",
      "minutes",
    ],
    [
      "minutes of phases that are not the activity's",
      (plan) => {
        activity(plan, "small-no").phaseMinutes = { write: 1 };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.phaseMinutes`,
      "minutes",
    ],
    [
      "minutes for a phase that there isn't",
      (plan) => {
        const each = activity(plan, "small-no");
        each.phaseMinutes = { seance: each.minutes };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.phaseMinutes.seance`,
      "unknownPhase",
    ],
    [
      "something before the rules",
      (plan) => {
        const [first] = plan.activities.splice(0, 1);
        if (first) plan.activities.splice(1, 0, first);
      },
      () => "activities",
      "opening",
    ],
    [
      "something after the closing",
      (plan) => {
        const last = plan.activities.pop();
        if (last) plan.activities.splice(-1, 0, last);
      },
      () => "activities",
      "closing",
    ],
    [
      "no activities",
      (plan) => {
        plan.activities = [];
      },
      () => "activities",
      "shape",
    ],
  ],
)("P154 %s is found, with its place", (_, change, at, reason) => {
  const plan = copy();
  change(plan);
  expect(planProblems(plan)).toEqual([expect.objectContaining({ at: at(plan), reason })]);
});

test("P154 what is no plan at all is said to be none", () => {
  for (const input of [null, "plan", {}, { minutes: 30, activities: "many" }]) {
    expect(planProblems(input)[0]?.reason).toBe("shape");
  }
});
