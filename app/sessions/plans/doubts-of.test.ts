import { expect, test } from "vitest";
import { doubtsOf, keepsNothing, mendOf } from "@/app/sessions/plans/doubts-of";
import { type ScaleItem, scaleSettings } from "@/lib/activities/scale/schema";
import { heldActivities } from "@/lib/session/held-activities";
import { type OwnPlan, ownPlanOf } from "@/lib/session/own-plan";
import { changeActivity, type EditedPlan, removeActivity } from "@/lib/session/plan-edits";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { workshops } from "@/lib/workshops/registry";
import { series1 } from "@/lib/workshops/series-1";
import { singleActivities } from "@/lib/workshops/single-activity";

const WORDS = "kinds.scale.settings.doubts";

const planOf = (template: PlanTemplate | undefined): OwnPlan => {
  const plan = template && ownPlanOf(template);
  if (!plan) throw new Error("There is no such plan");
  return plan;
};

function made(edit: EditedPlan<OwnPlan>): OwnPlan {
  if (!edit.ok) throw new Error(JSON.stringify(edit.why));
  return edit.plan;
}

const activityOf = (plan: OwnPlan, key: string) => {
  const found = plan.activities.find((each) => each.key === key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
};

const doubtsIn = (plan: Pick<OwnPlan, "activities">) =>
  plan.activities.flatMap((each) => doubtsOf(plan, each).map(({ says }) => [each.key, says]));

/** Does away with the one doubt about an activity, as its button does. */
function mended(plan: OwnPlan, key: string): OwnPlan {
  const activity = activityOf(plan, key);
  const [doubt] = doubtsOf(plan, activity);
  if (!doubt) throw new Error("There is no doubt");
  return made(changeActivity(plan, key, mendOf(activity, doubt)));
}

test("there is none about what is ready-made, with an earlier meeting and without one", () => {
  for (const plan of [...workshops, ...singleActivities]) {
    for (const goesOn of [true, false]) {
      const activities = heldActivities(plan, goesOn);
      expect([plan.id, doubtsIn({ activities })]).toEqual([plan.id, []]);
    }
  }
});

/** What only somebody says who asks again. */
const TWICE =
  /später|nachher|vorher|Merkwort|Later|later|before|reminder|noch einmal|vorerst|for now/;

test.each([
  ["first-aid-after-a-no", firstAidAfterANo, "before", "after"],
  ["series-1", series1, "before", "after"],
  [
    "single-step-outside",
    singleActivities.find(({ id }) => id === "single-step-outside"),
    "near-before",
    "near-after",
  ],
])(
  "of %s: a first asking without its second, and nobody promises one once it is mended",
  (_, template, first, second) => {
    const plan = planOf(template);
    expect(JSON.stringify(activityOf(plan, first))).toMatch(TWICE);
    const alone = made(removeActivity(plan, second));
    expect(doubtsIn(alone)).toEqual([[first, `${WORDS}.once`]]);
    const told = mended(alone, first);
    expect(doubtsIn(told)).toEqual([]);
    const { title, prompt, hint, script, settings } = activityOf(told, first);
    const said = JSON.stringify([title, prompt, hint, script, settings.reminder]);
    expect(said.match(TWICE)).toBeNull();
    // What else it is for stays: a series goes on keeping its answers.
    expect(settings.series).toBe(activityOf(plan, first).settings.series);
  },
);

test("what somebody has written themselves stays as it is", () => {
  const title = { de: "Wie es gerade ist" };
  const own = made(changeActivity(planOf(firstAidAfterANo), "before", { title }));
  const told = mended(made(removeActivity(own, "after")), "before");
  expect(activityOf(told, "before").title).toEqual(title);
  expect(doubtsIn(told)).toEqual([]);
});

test("a first meeting in which nobody keeps anything for the last one", () => {
  const plan = planOf(series1);
  const alone = made(removeActivity(plan, "after"));
  expect([plan, alone, mended(alone, "before")].map(keepsNothing)).toEqual([false, false, false]);
  expect(keepsNothing(made(removeActivity(alone, "before")))).toBe(true);
  for (const each of workshops.filter(({ id }) => id !== "series-1")) {
    expect([each.id, keepsNothing(planOf(each))]).toEqual([each.id, false]);
  }
});

test("a second asking of other questions than the first", () => {
  const plan = planOf(firstAidAfterANo);
  const { settings } = activityOf(plan, "before");
  const { items } = scaleSettings.parse(settings);
  const asking = (key: string, next: ScaleItem[]) =>
    made(
      changeActivity(plan, key, {
        settings: { ...settings, ...activityOf(plan, key).settings, items: next },
      }),
    );
  const renamed = items.map((item, at) =>
    at === 0 ? { ...item, prompt: { de: "Anders" } } : item,
  );
  const cases: [OwnPlan, string][] = [
    // Each phone lacks an answer of the first asking: nothing is handed in at all.
    [asking("before", items.slice(1)), "uncounted"],
    [asking("after", items.slice(1)), "other"],
    [asking("before", renamed), "other"],
  ];
  for (const [edited, says] of cases) {
    expect(doubtsIn(edited)).toEqual([["after", `${WORDS}.${says}`]]);
    expect(doubtsIn(mended(edited, "after"))).toEqual([]);
  }
  expect(doubtsIn(asking("after", items.toReversed()))).toEqual([]);
});
