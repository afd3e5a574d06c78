import { expect, test } from "vitest";
import { kindOf } from "@/lib/activities/kinds";
import { inSize } from "@/lib/session/sizes";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { planAround, singleActivities } from "@/lib/workshops/single-activity";

test("each is found by an id of its own", () => {
  const ids = singleActivities.map(({ id }) => id);
  expect(ids).toContain("single-if-then");
  expect(new Set(ids).size).toBe(readyActivities.length);
});

test("what stands for itself is held word for word", () => {
  for (const ready of readyActivities) {
    const { kind, settings } = ready.activity;
    if (kindOf(kind).refersTo(settings).length > 0) continue;
    expect(planAround(ready).activities).toContain(ready.activity);
  }
});

test("what takes from another activity does without it, in each of its sizes", () => {
  const { activity } = otherReadings;
  const source = Object(activity.settings.source);
  // A size of its own for what stands beside the reference.
  const sizes = activity.sizes.map((size, at) => ({
    ...size,
    settings: { source: { ...source, caseLimit: at + 1 } },
  }));
  const [, alone] = planAround({ ...otherReadings, activity: { ...activity, sizes } }).activities;
  if (!alone) throw new Error("There is nothing between welcome and closing");
  for (const [at, size] of alone.sizes.entries()) {
    const { settings } = inSize(alone, size);
    expect(kindOf(alone.kind).refersTo(settings)).toEqual([]);
    expect(settings.source).toMatchObject({ from: "given", caseLimit: at + 1 });
  }
});
