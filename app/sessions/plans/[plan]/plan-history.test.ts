import { expect, test } from "vitest";
import { noHistory, noted, redone, undone } from "@/app/sessions/plans/[plan]/plan-history";
import { type OwnPlan, ownPlanOf } from "@/lib/session/own-plan";
import {
  type ActivityChange,
  changeActivity,
  removeActivity,
  setBuffer,
} from "@/lib/session/plan-edits";
import { notOnlyMe } from "@/lib/workshops/not-only-me";

const opened = ownPlanOf(notOnlyMe);
if (!opened) throw new Error("unreachable");
const chosen = "small-no";

/** The plans that come of these changes, one after the other, and what is noted of them. */
function edited(...changes: { to: (plan: OwnPlan) => OwnPlan; field?: object }[]) {
  let [plan, history] = [opened as OwnPlan, noHistory];
  const plans = [plan];
  for (const { to, field = null } of changes) {
    const after = to(plan);
    history = noted(history, { before: plan, after, chosen, field });
    plan = after;
    plans.push(plan);
  }
  return { plan, plans, history };
}

const writing = (text: string) => (plan: OwnPlan) => {
  const change: ActivityChange = { prompt: { de: text } };
  const edit = changeActivity(plan, chosen, change);
  return edit.ok ? edit.plan : plan;
};
const removing = (plan: OwnPlan) => {
  const edit = removeActivity(plan, "ten-requests");
  return edit.ok ? edit.plan : plan;
};

test("changes are taken back one by one, and done again", () => {
  const { plan, plans, history } = edited({ to: removing }, { to: (now) => setBuffer(now, 12) });
  const [first, second] = plans;
  const once = undone(history, plan);
  expect(once?.plan).toEqual(second);
  const twice = once && undone(once.history, once.plan);
  expect(twice?.plan).toEqual(first);
  expect(twice && undone(twice.history, twice.plan)).toBeNull();
  const again = twice && redone(twice.history, twice.plan);
  expect(again?.plan).toEqual(second);
  const all = again && redone(again.history, again.plan);
  expect(all?.plan).toEqual(plan);
  expect(all && redone(all.history, all.plan)).toBeNull();
});

test("what is typed into one field is one step, and into another one another", () => {
  const [field, other] = [{}, {}];
  const { plan, plans, history } = edited(
    { to: writing("W"), field },
    { to: writing("Wa"), field },
    { to: writing("Was"), field: other },
  );
  const once = undone(history, plan);
  expect(once?.plan).toEqual(plans[2]);
  expect(once && undone(once.history, once.plan)?.plan).toEqual(plans[0]);
});

test("a change of one's own ends what could be done again", () => {
  const field = {};
  const { plan, history } = edited({ to: writing("W"), field }, { to: removing });
  const back = undone(history, plan);
  if (!back) throw new Error("There is nothing to take back");
  const after = writing("Wo")(back.plan);
  const next = noted(back.history, { before: back.plan, after, chosen, field });
  expect(redone(next, after)).toBeNull();
  // It is no part of the step before: that one had been come back to.
  expect(undone(next, after)?.plan).toEqual(back.plan);
});

test("the name of a plan stays as it is", () => {
  const { plan, history } = edited({ to: removing });
  const named = { ...plan, title: { de: "Anders" } };
  expect(noted(history, { before: plan, after: named, chosen, field: null })).toBe(history);
  expect(undone(history, named)?.plan.title).toEqual({ de: "Anders" });
});
