import { describe, expect, it } from "vitest";
import {
  asTemplate,
  isPlanName,
  minutesOf,
  type OwnPlan,
  ownPlanOf,
  PLAN_NAME_CHARACTERS_MAX,
  titleOfCopy,
} from "@/lib/session/own-plan";
import { planTakenIn } from "@/lib/session/own-plan-check";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { readOwnPlan, storedOwnPlan } from "@/lib/session/stored";
import { otherChairs } from "@/lib/workshops/other-chairs";
import { workshops } from "@/lib/workshops/registry";
import { series4 } from "@/lib/workshops/series-4";
import { singleActivities } from "@/lib/workshops/single-activity";

function own(template: PlanTemplate): OwnPlan {
  const plan = ownPlanOf(template);
  if (!plan) throw new Error("It can't be one's own");
  return plan;
}

/** As it comes over the wire, and as a database gives it back. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a page that means harm makes of a plan. */
const changed = (plan: OwnPlan, change: (plan: Record<string, unknown>) => void): unknown => {
  const raw = Object(overTheWire(plan));
  change(raw);
  return raw;
};

describe("a plan of one's own", () => {
  it.each([...workshops, ...singleActivities])("P302 is taken in as $id is", (template) => {
    const plan = own(template);
    const taken = planTakenIn(overTheWire(plan));
    // As it comes back from where it is stored: with what its kinds take for granted.
    const read = readOwnPlan(overTheWire(storedOwnPlan(plan)));
    expect(taken).toEqual({ ok: true, plan: read });
    expect(planTakenIn(read)).toEqual(taken);
    expect(read).toMatchObject(plan);
    expect(asTemplate(template.id, plan)).toEqual(template);
    expect(minutesOf(plan)).toBe(template.minutes);
  });

  it("begins in the sizes that were chosen, and in no others", () => {
    const sized = ownPlanOf(otherChairs, { "small-no": 12 });
    expect(sized?.minutes).toBe(otherChairs.minutes + 4);
    expect(ownPlanOf(otherChairs, { "small-no": 11 })).toBeNull();
    expect(ownPlanOf(otherChairs, { constructor: 12 })).toBeNull();
  });

  it("is read through the upcasts of sessions' plans, with what is held instead of some activities", () => {
    const plan = own(series4);
    const stored = Object(overTheWire(storedOwnPlan(plan)));
    // Before the fourth, publications stood with the kind.
    stored.version = 4;
    for (const each of [...stored.activities, ...stored.series.alone]) delete each.sources;
    const read = readOwnPlan(stored);
    expect(read.series?.alone.map(({ sources }) => sources.length)).toEqual([1]);
    expect(() => readOwnPlan({ ...stored, version: 99 })).toThrow("Stored in version 99");
  });

  it("P302 is refused, with where, as long as no session could be held like it", () => {
    const plan = own(otherChairs);
    const [welcome, ...others] = plan.activities;
    const asked: [unknown, string][] = [
      [{ ...plan, minutes: 91 }, "minutes"],
      [{ ...plan, activities: others }, "opening"],
      [{ ...plan, activities: [welcome, ...others, welcome] }, "keyTwice"],
      [
        changed(plan, (raw) => {
          Object(raw.activities)[3].prompt.de = "x".repeat(121);
        }),
        "tooLong",
      ],
      [
        changed(plan, (raw) => {
          Object(raw.activities)[5].settings.roleSet.watcher = "nobody";
        }),
        "shape",
      ],
    ];
    for (const [raw, reason] of asked) {
      const taken = planTakenIn(raw);
      expect(taken.ok ? [] : taken.problems.map((each) => each.reason)).toContain(reason);
    }
  });

  it("P302 takes in texts cleaned, and settings as their kind reads them", () => {
    const raw = changed(own(otherChairs), (plan) => {
      plan.title = { de: "Mein\u0000 Plan\u202e" };
      const activity = Object(plan.activities)[3];
      activity.prompt = { de: "Was\ud800 war?" };
      activity.settings.unknown = "canary";
      activity.extra = "canary";
    });
    const taken = planTakenIn(raw);
    if (!taken.ok) throw new Error("It was refused");
    expect(taken.plan.title).toEqual({ de: "Mein Plan" });
    expect(taken.plan.activities[3]?.prompt).toEqual({ de: "Was war?" });
    expect(JSON.stringify(taken.plan)).not.toContain("canary");
  });

  it("P302 refuses what no page of ours sends", () => {
    const plan = own(otherChairs);
    const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
    /** The plan with something in its settings that would only be left out of them. */
    const settings = (key: string, value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(plan).replace(
          '"settings":{',
          () => `"settings":{${JSON.stringify(key)}:${JSON.stringify(value)},`,
        ),
      );
    expect(planTakenIn(settings("extra", deep(9)))).toMatchObject({ ok: true });
    const hostile: unknown[] = [
      ...[undefined, null, 1, "plan", [], {}, new Date(), new Map(), () => 1],
      { ...plan, title: {} },
      { ...plan, title: { de: " " } },
      { ...plan, title: { de: "x".repeat(PLAN_NAME_CHARACTERS_MAX + 1) } },
      { ...plan, activities: [] },
      { ...plan, activities: Array.from({ length: 61 }, () => plan.activities[0]) },
      { ...plan, purpose: { de: "x".repeat(4_001) } },
      { ...plan, minutes: Number.NaN },
      { ...plan, templateId: "x".repeat(61) },
      settings("extra", deep(40)),
      settings("a key", 1),
      settings("__proto__", { de: "x" }),
      settings(
        "many",
        Array.from({ length: 700 }, () => "x".repeat(1_000)),
      ),
    ];
    for (const raw of hostile) expect(planTakenIn(raw)).toEqual({ ok: false, problems: [] });
  });

  it("has a name that is one, and a copy has another", () => {
    expect(["Plan", "  ", "", "x".repeat(81)].map(isPlanName)).toEqual([true, false, false, false]);
    expect(titleOfCopy({ de: "Stühle", en: "Chairs" })).toEqual({
      de: "Stühle (2)",
      en: "Chairs (2)",
    });
    const long = titleOfCopy({ de: "x".repeat(PLAN_NAME_CHARACTERS_MAX) });
    expect(isPlanName(long.de ?? "")).toBe(true);
  });
});
