import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTIVITIES_MAX } from "@/lib/session/plan";
import { planProblems } from "@/lib/session/plan-check";
import {
  changeActivity,
  duplicateActivity,
  type EditedPlan,
  insertActivity,
  isSamePlan,
  moveActivity,
  removeActivity,
  setBuffer,
  setMinutes,
  setPhaseMinutes,
} from "@/lib/session/plan-edits";
import { type ActivityTemplate, MINUTES_MAX, type PlanTemplate } from "@/lib/session/plan-template";
import { withoutReferences } from "@/lib/session/without-references";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { notOnlyMe } from "@/lib/workshops/not-only-me";
import { shortBreak } from "@/lib/workshops/parts/breaks";
import { workshops } from "@/lib/workshops/registry";
import { setbackLab } from "@/lib/workshops/setback-lab";
import { singleActivities } from "@/lib/workshops/single-activity";

const plan = notOnlyMe;
const keysOf = ({ activities }: Pick<PlanTemplate, "activities">) =>
  activities.map(({ key }) => key);
const at = (key: string) => keysOf(plan).indexOf(key);

function activityOf({ activities }: Pick<PlanTemplate, "activities">, key: string) {
  const found = activities.find((each) => each.key === key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
}

function done(edit: EditedPlan<PlanTemplate>): PlanTemplate {
  if (!edit.ok) throw new Error(JSON.stringify(edit.why));
  expect(planProblems(edit.plan)).toEqual([]);
  return edit.plan;
}

const whyNot = (edit: EditedPlan<PlanTemplate>) => (edit.ok ? null : edit.why);

describe("moving an activity", () => {
  test("puts it where it is wanted and leaves the rest in order", () => {
    const moved = done(moveActivity(plan, "ten-requests", at("small-no")));
    expect(moved.activities[at("small-no")]?.key).toBe("ten-requests");
    expect(keysOf(moved).toSorted()).toEqual(keysOf(plan).toSorted());
    expect(moved.minutes).toBe(plan.minutes);
  });

  test("is refused where it would come before what it takes from, whichever of the two is moved", () => {
    const why = { reason: "order", activity: "other-readings", on: "small-no" };
    expect(whyNot(moveActivity(plan, "other-readings", at("small-no")))).toEqual(why);
    expect(whyNot(moveActivity(plan, "small-no", at("other-readings")))).toEqual(why);
  });

  test("leaves the welcome first and the closing last", () => {
    const last = plan.activities.length - 1;
    const opening = { reason: "opening" };
    const closing = { reason: "closing" };
    expect(whyNot(moveActivity(plan, "ten-requests", 0))).toEqual(opening);
    expect(whyNot(moveActivity(plan, "welcome", 1))).toEqual(opening);
    expect(whyNot(moveActivity(plan, "ten-requests", last))).toEqual(closing);
    expect(whyNot(moveActivity(plan, "close", 2))).toEqual(closing);
  });
});

describe("removing an activity", () => {
  test("takes its minutes out of the plan's, and tells what stands in its place", () => {
    const edit = removeActivity(plan, "ten-requests");
    const removed = done(edit);
    expect(removed.minutes).toBe(plan.minutes - activityOf(plan, "ten-requests").minutes);
    expect(edit).toMatchObject({ activity: keysOf(plan)[at("ten-requests") + 1] });
  });

  test("is refused with the names of those that take something from it", () => {
    expect(whyNot(removeActivity(plan, "small-no"))).toEqual({
      ...{ reason: "needed", activity: "small-no", by: ["other-readings"] },
    });
    expect(whyNot(removeActivity(plan, "before"))).toMatchObject({ by: ["after"] });
    const without = done(removeActivity(plan, "other-readings"));
    expect(keysOf(done(removeActivity(without, "small-no")))).not.toContain("small-no");
  });

  test("keeps what a session can't do without", () => {
    expect(whyNot(removeActivity(plan, "welcome"))).toEqual({ reason: "opening" });
    expect(whyNot(removeActivity(plan, "close"))).toEqual({ reason: "closing" });
    expect(whyNot(removeActivity(plan, "seance"))).toEqual({ reason: "gone", activity: "seance" });
  });
});

describe("laying an activity into a plan", () => {
  test("puts it behind another one, under a key of its own", () => {
    const [one, two] = [shortBreak("break", 5), shortBreak("break", 4)];
    const once = done(insertActivity(plan, one, "small-no"));
    expect(once.activities[at("small-no") + 1]).toEqual(one);
    expect(once.minutes).toBe(plan.minutes + 5);
    const twice = insertActivity(once, two, "break");
    expect(twice).toMatchObject({ activity: "break-2" });
    expect(keysOf(done(twice))).toContain("break-2");
    expect(duplicateActivity(done(twice), "break-2")).toMatchObject({ activity: "break-3" });
  });

  test("finds a key also for one that is as long as keys may be", () => {
    const long = shortBreak("b".repeat(40), 5);
    const edit = duplicateActivity(done(insertActivity(plan, long, "welcome")), long.key);
    expect(edit).toMatchObject({ activity: `${"b".repeat(38)}-2` });
    done(edit);
  });

  test("is refused where what it takes from is missing or comes later", () => {
    const bare = done(removeActivity(done(removeActivity(plan, "other-readings")), "small-no"));
    const readings = activityOf(plan, "other-readings");
    const missing = { reason: "missing", activity: "other-readings", on: "small-no" };
    expect(whyNot(insertActivity(bare, readings, "welcome"))).toEqual(missing);
    done(insertActivity(bare, withoutReferences(readings), "welcome"));
    const again = insertActivity(plan, readings, "welcome");
    expect(whyNot(again)).toMatchObject({ reason: "order", on: "small-no" });
  });

  test("ends with a full plan, and with a full day", () => {
    const short = { ...shortBreak("break", 4), minutes: 1, phaseMinutes: { show: 1 } };
    const around = plan.activities.filter(({ kind }) => kind === "pause");
    let full: PlanTemplate = { ...plan, activities: around };
    while (full.activities.length < ACTIVITIES_MAX) {
      const edit = insertActivity(full, short, "welcome");
      if (!edit.ok) throw new Error(edit.why.reason);
      full = edit.plan;
    }
    expect(planProblems(full)).toEqual([]);
    expect(whyNot(insertActivity(full, short, "welcome"))).toEqual({
      ...{ reason: "full", most: ACTIVITIES_MAX },
    });
    expect(whyNot(setMinutes(plan, "small-no", MINUTES_MAX))).toEqual({
      ...{ reason: "tooLong", most: MINUTES_MAX },
    });
  });
});

describe("other minutes", () => {
  const sizesOf = (each: ActivityTemplate) => each.sizes.map(({ minutes }) => minutes);

  test("are one of its sizes where it has one, with what belongs to that", () => {
    const sized = activityOf(done(setMinutes(plan, "small-no", 12)), "small-no");
    expect(sized).toMatchObject({ minutes: 12, settings: { dots: 3 } });
    expect(sized.sizes).toEqual(activityOf(plan, "small-no").sizes);
  });

  test("else are shared among its phases, as a size of one's own beside the others", () => {
    const before = activityOf(plan, "small-no");
    const once = done(setMinutes(plan, "small-no", 20));
    expect(activityOf(once, "small-no").minutes).toBe(20);
    expect(sizesOf(activityOf(once, "small-no"))).toEqual([...sizesOf(before), 20]);
    // Trying several leaves one of them, and choosing a ready one none.
    const twice = done(setMinutes(once, "small-no", 21));
    expect(sizesOf(activityOf(twice, "small-no"))).toEqual([...sizesOf(before), 21]);
    expect(isSamePlan(done(setMinutes(twice, "small-no", before.minutes)), plan)).toBe(true);
  });

  test("are refused where its phases can't share them", () => {
    const phases = Object.keys(activityOf(plan, "small-no").phaseMinutes ?? {}).length;
    expect(phases).toBeGreaterThan(1);
    expect(whyNot(setMinutes(plan, "small-no", 0.5))).toEqual({
      ...{ reason: "tooShort", least: phases / 2 },
    });
  });

  test("of its phases make up its own, and change the size that has them", () => {
    const before = activityOf(plan, "small-no");
    const longer = { ...before.phaseMinutes, write: (before.phaseMinutes?.write ?? 0) + 1 };
    const edit = done(setPhaseMinutes(plan, "small-no", longer));
    expect(activityOf(edit, "small-no").minutes).toBe(before.minutes + 1);
    expect(edit.minutes).toBe(plan.minutes + 1);
    expect(whyNot(setPhaseMinutes(plan, "small-no", { seance: 8 }))).toMatchObject({
      reason: "unfit",
    });
  });

  test("of a buffer are added to the plan's", () => {
    const spare = setBuffer(plan, 7);
    expect(planProblems(spare)).toEqual([]);
    expect(spare).toMatchObject({ buffer: 7, minutes: plan.minutes - (plan.buffer ?? 0) + 7 });
    expect(isSamePlan(setBuffer(spare, plan.buffer ?? 0), plan)).toBe(true);
    expect(setBuffer(plan, 2 * MINUTES_MAX).minutes).toBe(MINUTES_MAX);
  });
});

describe("changing an activity", () => {
  test("replaces texts and settings, and keeps its sizes such that one can choose among them", () => {
    const before = activityOf(plan, "small-no");
    const prompt = { de: "Welches Nein?" };
    const settings = { ...before.settings, characterLimit: 140 };
    const changed = done(changeActivity(plan, "small-no", { prompt, settings }));
    expect(activityOf(changed, "small-no")).toMatchObject({
      prompt,
      settings: { characterLimit: 140 },
    });
    const longer = done(setMinutes(changed, "small-no", 12));
    expect(activityOf(longer, "small-no").settings).toMatchObject({ characterLimit: 140, dots: 3 });
  });

  test("gives the minutes of a phase that goes to the others", () => {
    const longer = done(setMinutes(plan, "small-no", 12));
    const { settings, phaseMinutes } = activityOf(longer, "small-no");
    expect(phaseMinutes).toHaveProperty("vote");
    const without = done(
      changeActivity(longer, "small-no", { settings: { ...settings, dots: 0 } }),
    );
    const changed = activityOf(without, "small-no");
    expect(changed.minutes).toBe(12);
    expect(changed.phaseMinutes).not.toHaveProperty("vote");
    // It is that size from now on.
    const back = done(setMinutes(done(setMinutes(without, "small-no", 7)), "small-no", 12));
    expect(activityOf(back, "small-no").settings).toMatchObject({ dots: 0 });
  });

  test("is refused with what the check says", () => {
    const prompt = { en: "No? ".repeat(31) };
    expect(whyNot(changeActivity(plan, "small-no", { prompt }))).toMatchObject({
      reason: "unfit",
      problems: [{ at: `activities.${at("small-no")}.prompt.en`, reason: "tooLong" }],
    });
    const settings = { ...activityOf(plan, "small-no").settings, characterLimit: -1 };
    expect(whyNot(changeActivity(plan, "small-no", { settings }))?.reason).toBe("unfit");
  });

  test("of a plan that has a fault already is judged by what it adds", () => {
    const faulty = { ...plan, activities: plan.activities.map((each) => ({ ...each })) };
    activityOf(faulty, "close").prompt = { en: "No? ".repeat(31) };
    expect(planProblems(faulty)).toHaveLength(1);
    const moved = moveActivity(faulty, "ten-requests", at("small-no"));
    expect(moved.ok && planProblems(moved.plan)).toHaveLength(1);
    expect(whyNot(removeActivity(faulty, "welcome"))).toEqual({ reason: "opening" });
  });
});

/** One thing that somebody does to a plan, in numbers; which activity that is, is known where it is done. */
const step = fc.record({
  do: fc.constantFrom(
    "move",
    "remove",
    "insert",
    "insertAlone",
    "duplicate",
    "minutes",
    "phases",
    "title",
    "buffer",
  ),
  of: fc.nat(30),
  to: fc.nat(30),
  minutes: fc.integer({ min: 1, max: 60 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Tried {
  edit: EditedPlan<PlanTemplate>;
  /** Takes it back by what was there before; null where that is no one edit. */
  back: ((after: PlanTemplate, key: string) => EditedPlan<PlanTemplate>) | null;
}

function tried(before: PlanTemplate, step: Step): Tried {
  const { activities } = before;
  const place = step.of % activities.length;
  const activity = activities[place];
  if (!activity) throw new Error("There are no activities");
  const { key } = activity;
  const ready = readyActivities[step.to % readyActivities.length]?.activity ?? activity;
  const out = (after: PlanTemplate, own: string) => removeActivity(after, own);
  switch (step.do) {
    case "move":
      return {
        edit: moveActivity(before, key, step.to % activities.length),
        back: (after) => moveActivity(after, key, place),
      };
    case "remove":
      return {
        edit: removeActivity(before, key),
        back: (after) => insertActivity(after, activity, activities[place - 1]?.key ?? null),
      };
    case "insert":
      return { edit: insertActivity(before, ready, key), back: out };
    case "insertAlone":
      return { edit: insertActivity(before, withoutReferences(ready), key), back: out };
    case "duplicate":
      return { edit: duplicateActivity(before, key), back: out };
    case "minutes":
      return {
        edit: setMinutes(before, key, step.minutes),
        // Of minutes that it doesn't come in, what was shared by hand isn't found by the sum.
        back: activity.sizes.some(({ own, minutes }) => !own && minutes === activity.minutes)
          ? (after) => setMinutes(after, key, activity.minutes)
          : null,
      };
    case "phases": {
      const [name = "", old = 1] = Object.entries(activity.phaseMinutes ?? {})[0] ?? [];
      const phases = activity.phaseMinutes ?? {};
      return {
        edit: setPhaseMinutes(before, key, { ...phases, [name]: old + step.minutes }),
        // A size that had these minutes is another one now.
        back: activity.sizes.some(({ minutes }) => minutes === activity.minutes + step.minutes)
          ? null
          : (after) => setPhaseMinutes(after, key, phases),
      };
    }
    case "title":
      return {
        edit: changeActivity(before, key, { title: { de: `Nummer ${step.to}` } }),
        back: (after) => changeActivity(after, key, { title: activity.title }),
      };
    case "buffer":
      return {
        edit: { ok: true, plan: setBuffer(before, step.to), activity: key },
        back: (after) => ({
          ...{ ok: true, plan: setBuffer(after, before.buffer ?? 0), activity: key },
        }),
      };
  }
}

test("whatever is taken of any number of edits is a plan that can be held, and each is taken back", () => {
  let taken = 0;
  const plans = fc.constantFrom(...workshops, ...singleActivities);
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 12 }), (start, steps) => {
      let now: PlanTemplate = start;
      for (const each of steps) {
        const { edit, back } = tried(now, each);
        if (!edit.ok) continue;
        taken += 1;
        expect(planProblems(edit.plan)).toEqual([]);
        const again = back?.(edit.plan, edit.activity);
        expect(!again || (again.ok && isSamePlan(again.plan, now))).toBe(true);
        now = edit.plan;
      }
    }),
    { numRuns: 30 },
  );
  // Else nothing would have been looked at.
  expect(taken).toBeGreaterThan(30);
});

test("an activity of the catalogue fits behind the welcome of a workshop, or says what it lacks", () => {
  for (const { activity } of readyActivities) {
    for (const workshop of [notOnlyMe, setbackLab]) {
      done(insertActivity(workshop, withoutReferences(activity), "welcome"));
      const why = whyNot(insertActivity(workshop, activity, "welcome"));
      if (why) expect(["order", "missing"]).toContain(why.reason);
    }
  }
});
