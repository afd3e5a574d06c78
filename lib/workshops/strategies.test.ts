import { expect, test } from "vitest";
import { kindOf } from "@/lib/activities/kinds";
import { registry } from "@/lib/activities/registry";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { strategies, strategyNamed } from "@/lib/workshops/parts/strategies";
import { singleActivities } from "@/lib/workshops/single-activity";

/** What each strategy is practised with. */
const practisedWith: Readonly<Record<number, readonly string[]>> = {
  1: ["ten-requests"],
  2: ["whose-share"],
  3: ["blameless-look-back"],
  4: ["talk-to-yourself"],
  5: ["if-then"],
  6: ["three-heads"],
  7: ["other-chairs"],
  8: ["step-outside"],
  9: ["right-goal"],
  10: ["went-well-elsewhere"],
  11: ["specifically-seen"],
  12: ["contact-mix"],
  13: ["gap-map"],
  14: ["four-weeks"],
};

const keysOf = (strategy: number | null) =>
  readyActivities.filter((each) => each.strategy === strategy).map(({ activity }) => activity.key);

test.each(Object.entries(practisedWith))("strategy %s is practised with %j", (strategy, keys) => {
  expect(keysOf(Number(strategy))).toEqual(keys);
  expect(strategyNamed(Number(strategy))).not.toBeNull();
});

test("all fourteen are there, and what serves several of them", () => {
  expect(Object.keys(practisedWith)).toHaveLength(strategies.length);
  expect(keysOf(null)).toEqual(["other-readings", "plan-review", "small-no", "what-stays"]);
});

test("each can be opened as a session of its own that holds it", () => {
  for (const { activity } of readyActivities) {
    const plan = singleActivities.find(({ id }) => id === `single-${activity.key}`);
    expect(plan?.activities.map(({ key }) => key)).toContain(activity.key);
  }
});

test("each kind is reached from the catalogue", () => {
  const reached = readyActivities.map(({ activity }) => kindOf(activity.kind).name);
  expect(new Set(reached)).toEqual(new Set(registry.map(({ name }) => name)));
});
