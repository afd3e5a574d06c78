import { describe, expect, test } from "vitest";
import { planProblems } from "@/lib/session/plan-check";
import type { PlanTemplate, PrivateLine } from "@/lib/session/plan-template";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

describe.each([...workshops, ...singleActivities])("the plan $id", (workshop) => {
  test("can be held", () => {
    expect(planProblems(workshop)).toEqual([]);
  });
});

/** A plan of ours, one thing in it changed. */
type Plan = PlanTemplate;
function copy(): Plan {
  const [workshop] = workshops;
  if (!workshop) throw new Error("There is no workshop");
  return structuredClone(workshop);
}
const activity = (plan: Plan, key: string) => {
  const found = plan.activities.find((each) => each.key === key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
};
const privateLine = (key: string, phase: string): PrivateLine => ({
  ...{ key, phase, prompt: { en: "What of it can I change?" }, placeholder: null, input: "line" },
});
const indexOf = (plan: Plan, key: string) => plan.activities.indexOf(activity(plan, key));

test.each<[what: string, change: (plan: Plan) => void, at: (plan: Plan) => string, reason: string]>(
  [
    [
      "a key that is there twice",
      (plan) => {
        activity(plan, "close").key = "welcome";
      },
      (plan) => `activities.${plan.activities.length - 1}.key`,
      "keyTwice",
    ],
    [
      "a kind that this release does not have",
      (plan) => {
        activity(plan, "if-then").kind = "seance";
      },
      (plan) => `activities.${indexOf(plan, "if-then")}.kind`,
      "unknownKind",
    ],
    [
      "settings that are not their kind's",
      (plan) => {
        activity(plan, "small-no").settings = {
          ...activity(plan, "small-no").settings,
          characterLimit: 100_000,
        };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.settings.characterLimit`,
      "shape",
    ],
    [
      "a reference to nothing",
      (plan) => {
        activity(plan, "after").settings = {
          ...activity(plan, "after").settings,
          pairWith: "nowhere",
        };
      },
      (plan) => `activities.${indexOf(plan, "after")}.settings`,
      "unknownReference",
    ],
    [
      "a reference to what comes later",
      (plan) => {
        const [before, after] = [indexOf(plan, "before"), indexOf(plan, "after")];
        const [one, other] = [plan.activities[before], plan.activities[after]];
        if (one && other) plan.activities.splice(before, 1, other);
        if (one) plan.activities.splice(after, 1, one);
      },
      () => "activities.1.settings",
      "referenceAhead",
    ],
    [
      "minutes that do not add up",
      (plan) => {
        plan.minutes += 5;
      },
      () => "minutes",
      "minutes",
    ],
    [
      "a buffer that is not in the plan's minutes",
      (plan) => {
        plan.buffer = 5;
      },
      () => "minutes",
      "minutes",
    ],
    [
      "minutes of phases that are not the activity's",
      (plan) => {
        Object.assign(activity(plan, "after"), { phaseMinutes: { ask: 1 }, sizes: [] });
      },
      (plan) => `activities.${indexOf(plan, "after")}.phaseMinutes`,
      "minutes",
    ],
    [
      "a private line in a phase that there isn't",
      (plan) => {
        activity(plan, "after").privateLines = [privateLine("mine", "seance")];
      },
      (plan) => `activities.${indexOf(plan, "after")}.privateLines.0.phase`,
      "unknownPhase",
    ],
    [
      "a private line in a phase that one of the sizes lacks",
      (plan) => {
        // Only the longest size has a vote on themes.
        activity(plan, "small-no").privateLines = [privateLine("mine", "vote")];
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.privateLines.0.phase`,
      "unknownPhase",
    ],
    [
      "two private lines with one key",
      (plan) => {
        const line = privateLine("mine", "show");
        activity(plan, "after").privateLines = [line, line];
      },
      (plan) => `activities.${indexOf(plan, "after")}.privateLines.1.key`,
      "keyTwice",
    ],
    [
      "a private line with more words than stand above a field",
      (plan) => {
        const prompt = { de: "Was noch? ".repeat(13) };
        activity(plan, "after").privateLines = [{ ...privateLine("mine", "show"), prompt }];
      },
      (plan) => `activities.${indexOf(plan, "after")}.privateLines.0.prompt.de`,
      "tooLong",
    ],
    [
      "minutes for a phase that there isn't",
      (plan) => {
        const each = activity(plan, "after");
        Object.assign(each, { phaseMinutes: { seance: each.minutes }, sizes: [] });
      },
      (plan) => `activities.${indexOf(plan, "after")}.phaseMinutes.seance`,
      "unknownPhase",
    ],
    [
      "something before the rules",
      (plan) => {
        const [first] = plan.activities.splice(0, 1);
        if (first) plan.activities.splice(1, 0, first);
      },
      () => "activities",
      "opening",
    ],
    [
      "something after the closing",
      (plan) => {
        const last = plan.activities.pop();
        if (last) plan.activities.splice(-1, 0, last);
      },
      () => "activities",
      "closing",
    ],
    [
      "a size with minutes that another one has",
      (plan) => {
        const [first, second] = activity(plan, "small-no").sizes;
        if (first && second) second.minutes = first.minutes;
        if (second) second.phaseMinutes = { write: 7 };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes.1`,
      "size",
    ],
    [
      "a size whose phases take other minutes",
      (plan) => {
        const last = activity(plan, "small-no").sizes.at(-1);
        if (last) last.minutes += 1;
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes.3.phaseMinutes`,
      "minutes",
    ],
    [
      "a size with a phase that its settings don't have",
      (plan) => {
        const size = activity(plan, "small-no").sizes.at(-1);
        if (size) size.settings = { ...size.settings, dots: 0 };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes.3.phaseMinutes.vote`,
      "unknownPhase",
    ],
    [
      "a size whose settings are not its kind's",
      (plan) => {
        const size = activity(plan, "small-no").sizes.at(-1);
        if (size) size.settings = { ...size.settings, itemLimit: 1_000 };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes.3.settings.itemLimit`,
      "shape",
    ],
    [
      "a size that one couldn't come back from",
      (plan) => {
        const size = activity(plan, "small-no").sizes.at(-1);
        if (size) size.settings = { ...size.settings, characterLimit: 140 };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes.3`,
      "size",
    ],
    [
      "a size with which it refers to something else",
      (plan) => {
        activity(plan, "after").sizes = [
          {
            minutes: 2,
            phaseMinutes: { ask: 1, show: 1 },
            settings: { pairWith: "before" },
          },
          { minutes: 3, settings: { pairWith: null } },
        ];
      },
      (plan) => `activities.${indexOf(plan, "after")}.sizes.1`,
      "size",
    ],
    [
      "settings of sizes that no kind reads",
      (plan) => {
        const each = activity(plan, "if-then");
        each.sizes = each.sizes.slice(0, 1);
        each.settings = { ...each.settings, seance: 1 };
        for (const size of each.sizes) size.settings = { seance: 1 };
      },
      (plan) => `activities.${indexOf(plan, "if-then")}.sizes.0`,
      "size",
    ],
    [
      "sizes of which none is the one it stands in",
      (plan) => {
        activity(plan, "small-no").sizes.splice(0, 1);
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.sizes`,
      "size",
    ],
    [
      "a prompt that leaves the screen",
      (plan) => {
        activity(plan, "small-no").prompt = { en: "No? ".repeat(31) };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.prompt.en`,
      "tooLong",
    ],
    [
      "a content note that nobody reads to its end",
      (plan) => {
        activity(plan, "small-no").contentNote = { de: "Klein. ".repeat(21) };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.contentNote.de`,
      "tooLong",
    ],
    [
      "more to say than one breath holds",
      (plan) => {
        activity(plan, "small-no").script.talkInstead = { en: "talk ".repeat(61) };
      },
      (plan) => `activities.${indexOf(plan, "small-no")}.script.talkInstead.en`,
      "tooLong",
    ],
    [
      "no activities",
      (plan) => {
        plan.activities = [];
      },
      () => "activities",
      "shape",
    ],
  ],
)("P154 %s is found, with its place", (_, change, at, reason) => {
  const plan = copy();
  change(plan);
  expect(planProblems(plan)).toEqual([expect.objectContaining({ at: at(plan), reason })]);
});

test("P154 what is no plan at all is said to be none", () => {
  for (const input of [null, "plan", {}, { minutes: 30, activities: "many" }]) {
    expect(planProblems(input)[0]?.reason).toBe("shape");
  }
});
