import { expect, test } from "vitest";
import { canShow } from "@/lib/activities/screens";
import type { Audience } from "@/lib/channel";
import { exampleViews } from "@/lib/example/example-session";
import { phaseNames } from "@/lib/session/plan-check";
import type { SessionView } from "@/lib/session/view-schema";
import { notOnlyMe } from "@/lib/workshops/not-only-me";
import { otherChairs } from "@/lib/workshops/other-chairs";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

const how = { language: "de", address: "du", now: 1_000_000 } as const;

test.each(singleActivities)(
  "$id has a picture of each of its phases for every audience",
  (plan) => {
    const key = plan.activities[1]?.key ?? "";
    const views = exampleViews(plan, key, how);
    expect(views.size).toBeGreaterThan(0);
    for (const [phase, byAudience] of views) expectShown(key, phase, byAudience);
  },
);

function expectShown(key: string, phase: string, byAudience: Record<Audience, SessionView>): void {
  for (const view of Object.values(byAudience)) {
    expect(view.planned?.key).toBe(key);
    expect(view.activity?.phase).toBe(phase);
    expect(canShow(view)).toBe(true);
    // Twelve people gave enough for everything to be shown.
    expect(view.activity?.about.tooFew).toBe(false);
  }
}

test.each(workshops)("$id has one of each phase of each of its activities", (plan) => {
  for (const activity of plan.activities) {
    const views = exampleViews(plan, activity.key, how);
    expect([activity.key, ...views.keys()]).toEqual([
      activity.key,
      ...phaseNames(plan.activities, activity),
    ]);
    for (const [phase, byAudience] of views) expectShown(activity.key, phase, byAudience);
  }
});

test("it is the same each time, and in the language that is asked for", () => {
  const [plan] = singleActivities.filter(({ id }) => id === "single-small-no");
  if (!plan) throw new Error("There is no such plan");
  const seen = (language: "de" | "en") =>
    JSON.stringify([...exampleViews(plan, "small-no", { ...how, language })]);
  expect(seen("de")).toBe(seen("de"));
  expect(seen("de")).not.toBe(seen("en"));
});

test("what an activity takes from an earlier one was given there", () => {
  const shown = exampleViews(notOnlyMe, "after", how).get("show")?.stage.activity?.record;
  // Pairs, of which there are none where the first asking passed without people.
  expect(shown).toMatchObject({ shifts: { distance: { n: 12 } } });
});

test("a phone sits where there are seats", () => {
  const views = exampleViews(otherChairs, "other-chairs", how);
  expect(views.get("play1")?.participant).toMatchObject({ seat: expect.anything() });
  expect(views.get("play1")?.stage).not.toHaveProperty("seat");
});
