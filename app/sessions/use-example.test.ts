import { expect, test } from "vitest";
import { madeOf, nothingMade } from "@/app/sessions/use-example";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

const [opening, ...rest] = firstAidAfterANo.activities;
if (!opening) throw new Error("There is no activity");

/** A plan whose opening nobody's rules can read, which no edit lets through. */
const broken: PlanTemplate = {
  ...firstAidAfterANo,
  activities: [{ ...opening, settings: {} }, ...rest],
};

test("of a plan that can't be held the last picture stays, and it is said that it is one", () => {
  const first = madeOf(nothingMade, firstAidAfterANo, "small-no", "de");
  expect(first).toMatchObject({ of: firstAidAfterANo, isBroken: false });
  expect([...(first.example?.views.keys() ?? [])]).toContain("write");

  const second = madeOf(first, broken, "small-no", "de");
  expect(second).toEqual({ of: broken, example: first.example, isBroken: true });

  const third = madeOf(second, { ...firstAidAfterANo }, "small-no", "de");
  expect(third.isBroken).toBe(false);
  expect(third.example).not.toBe(first.example);
});

test("where nothing could ever be made there is no picture", () => {
  expect(madeOf(nothingMade, broken, "small-no", "de")).toMatchObject({
    ...{ example: null, isBroken: true },
  });
  // Of an activity that the room never comes to neither.
  expect(madeOf(nothingMade, firstAidAfterANo, "nowhere", "de").isBroken).toBe(true);
});
