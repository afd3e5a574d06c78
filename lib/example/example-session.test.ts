import { expect, test } from "vitest";
import { canShow } from "@/lib/activities/screens";
import { exampleViews } from "@/lib/example/example-session";
import { singleActivities } from "@/lib/workshops/single-activity";

const how = { language: "de", address: "du", now: 1_000_000 } as const;

test.each(singleActivities)(
  "$id has a picture of each of its phases for every audience",
  (plan) => {
    const key = plan.activities[1]?.key ?? "";
    for (const audience of ["participant", "stage", "facilitator"] as const) {
      const views = exampleViews(plan, key, { ...how, audience });
      expect(views.size).toBeGreaterThan(0);
      for (const [phase, view] of views) {
        expect(view.planned?.key).toBe(key);
        expect(view.activity?.phase).toBe(phase);
        expect(canShow(view)).toBe(true);
        // Twelve people gave enough for everything to be shown.
        expect(view.activity?.about.tooFew).toBe(false);
      }
    }
  },
);

test("it is the same each time, and in the language that is asked for", () => {
  const [plan] = singleActivities.filter(({ id }) => id === "single-small-no");
  if (!plan) throw new Error("There is no such plan");
  const seen = (language: "de" | "en") =>
    JSON.stringify([...exampleViews(plan, "small-no", { ...how, language, audience: "stage" })]);
  expect(seen("de")).toBe(seen("de"));
  expect(seen("de")).not.toBe(seen("en"));
});
