import { expect, test } from "vitest";
import { planWarnings } from "@/lib/session/plan-warnings";
import { same } from "@/lib/words";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

const { activity } = specificallySeen;
const work = (minutes: number) => ({ ...smallNo.activity, minutes });
const early = [{ activity: "specifically-seen", reason: "early", after: 45 }];

test("what needs work before it is warned of where there is less, welcome not counted, earlier meetings counted", () => {
  const welcome = welcomeOf(10, same("Willkommen.", "Welcome."));
  expect(planWarnings({ activities: [welcome, work(44), activity] })).toEqual(early);
  expect(planWarnings({ activities: [welcome, work(45), activity] })).toEqual([]);
  expect(planWarnings({ activities: [welcome, activity, work(45)] })).toEqual(early);
  expect(planWarnings({ activities: [welcome, work(44), activity], metBefore: 1 })).toEqual([]);
});

test("it may be held alone all the same, and no workshop of ours is warned of", () => {
  const alone = singleActivities.find(({ id }) => id === "single-specifically-seen");
  expect(planWarnings({ activities: alone?.activities ?? [] })).toEqual(early);
  for (const plan of workshops) expect([plan.id, planWarnings(plan)]).toEqual([plan.id, []]);
});
