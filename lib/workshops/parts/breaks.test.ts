import { expect, test } from "vitest";
import { planProblems } from "@/lib/session/plan-check";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { longBreak, shortBreak } from "@/lib/workshops/parts/breaks";
import { planAround } from "@/lib/workshops/single-activity";

test("breaks stand in a plan, several of them, each with its minutes", () => {
  const plan = planAround(stepOutside);
  const breaks = [shortBreak("first-break", 5), longBreak("break"), shortBreak("last-break", 4)];
  const [opening, ...rest] = plan.activities;
  if (!opening) throw new Error("There is no opening");
  const minutes = plan.minutes + 24;
  expect(planProblems({ ...plan, minutes, activities: [opening, ...breaks, ...rest] })).toEqual([]);
});
