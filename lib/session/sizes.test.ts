import { describe, expect, it } from "vitest";
import { planProblems } from "@/lib/session/plan-check";
import { withSizes } from "@/lib/session/sizes";
import { readPlan, storedPlan } from "@/lib/session/stored";
import { plannedWorkshop } from "@/lib/testing/memory-session";

const plan = plannedWorkshop();
const held = (chosen: Record<string, number>) => {
  const sized = withSizes(plan, chosen);
  if (!sized) throw new Error("It can't be held like this");
  return { ...plan, ...sized };
};
const smallNo = ({ activities }: typeof plan) => activities.find(({ key }) => key === "small-no");

describe("the sizes of an activity", () => {
  it("P166 make another plan that can be held, with its minutes added up again", () => {
    const longer = held({ "small-no": 12, "other-readings": 14 });
    expect(longer.minutes).toBe(plan.minutes + 5 + 6);
    expect(planProblems(longer)).toEqual([]);
    expect(smallNo(longer)).toMatchObject({
      minutes: 12,
      phaseMinutes: { vote: 2 },
      settings: { dots: 3, itemLimit: 2, characterLimit: 200 },
    });
  });

  it("P166 lead back to where one came from", () => {
    const there = held({ "small-no": 12 });
    expect({ ...there, ...withSizes(there, { "small-no": 7 }) }).toEqual(plan);
    expect(held({})).toEqual(plan);
  });

  it("P166 are those of the plan and no others", () => {
    expect(withSizes(plan, { "small-no": 11 })).toBeNull();
    expect(withSizes(plan, { welcome: 3 })).toBeNull();
    expect(withSizes(plan, { seance: 7 })).toBeNull();
    expect(withSizes(plan, { constructor: 7 })).toBeNull();
  });

  it("P166 come back from where a plan is stored as they went, and mean the same there", () => {
    const longer = held({ "small-no": 12 });
    const stored: unknown = JSON.parse(JSON.stringify(storedPlan(longer)));
    expect(readPlan(stored)).toEqual(longer);
  });

  it("P166 hold what differs between them, whatever an upcast makes of the settings", () => {
    const stored: {
      activities: { key: string; settings: object; sizes: { settings: object }[] }[];
    } = JSON.parse(JSON.stringify(storedPlan(plan)));
    // As an upcast could leave it: a setting in the sizes that is the same in all of them.
    for (const { key, sizes } of stored.activities) {
      if (key === "small-no")
        for (const size of sizes) Object.assign(size.settings, { characterLimit: 200 });
    }
    expect(readPlan(stored)).toEqual(plan);
  });
});
