import * as z from "zod/mini";
import type { $ZodError } from "zod/v4/core";
import type { PartOfSession } from "@/lib/activities/contract";
import { kindNamed } from "@/lib/activities/kinds";
import { ACTIVITIES_MAX } from "@/lib/session/plan";
import { type ActivityTemplate, activityTemplate } from "@/lib/session/plan-template";

/** Why a plan can't be held, and where: a path as in "activities.2.settings.items". */
export interface PlanProblem {
  at: string;
  reason: /** A value that is missing, or of another kind or size than it may be. */
    | "shape"
    /** No kind of activity of this release. */
    | "unknownKind"
    /** Two activities with one key. */
    | "keyTwice"
    /** Refers to an activity that isn't in the plan. */
    | "unknownReference"
    /** Refers to an activity that comes later, or to itself. */
    | "referenceAhead"
    /** The minutes of the activities are not those of the plan, or those of phases not the activity's. */
    | "minutes"
    /** Minutes for a phase that its kind doesn't have. */
    | "unknownPhase"
    /** Rules and welcome come first, once. */
    | "opening"
    /** A closing comes last, once. */
    | "closing";
  /** In the words of the schema where the shape is wrong; for whoever wrote the plan. */
  detail?: string;
}

/** What of a plan is looked at here; heading and language have schemas of their own. */
const planned = z.object({
  minutes: z.number(),
  activities: z.array(z.unknown()).check(z.minLength(1), z.maxLength(ACTIVITIES_MAX)),
});

/** Sums of minutes may be a rounding error apart. */
const SAME_MINUTES = 0.01;

/** All that keeps a plan from being held; none where it can be. */
export function planProblems(plan: unknown): PlanProblem[] {
  const outer = planned.safeParse(plan);
  if (!outer.success) return shapeProblems("", outer.error);
  const { activities, minutes } = outer.data;
  const read = activities.map((each, at) => readActivity(each, `activities.${at}`));
  const problems = read.flatMap((each) => each.problems);
  // What does not read can't be compared with the rest.
  if (problems.length > 0) return problems;
  const all = read.flatMap(({ activity }) => activity ?? []);
  return [...keyProblems(all), ...partProblems(all), ...minuteProblems(all, minutes)];
}

function shapeProblems(at: string, error: $ZodError): PlanProblem[] {
  return error.issues.map(({ path, message }) => ({
    at: [at, ...path.map(String)].filter((part) => part !== "").join("."),
    reason: "shape",
    detail: message,
  }));
}

/** An activity with its settings as its kind reads them, or why it isn't one. */
function readActivity(
  raw: unknown,
  at: string,
): { activity: ActivityTemplate | null; problems: PlanProblem[] } {
  const outer = activityTemplate.safeParse(raw);
  if (!outer.success) return { activity: null, problems: shapeProblems(at, outer.error) };
  const activity = outer.data;
  const kind = kindNamed(activity.kind);
  if (!kind) {
    return { activity: null, problems: [{ at: `${at}.kind`, reason: "unknownKind" }] };
  }
  const settings = kind.settings.safeParse(activity.settings);
  if (!settings.success) {
    return { activity: null, problems: shapeProblems(`${at}.settings`, settings.error) };
  }
  return { activity, problems: [] };
}

function keyProblems(activities: readonly ActivityTemplate[]): PlanProblem[] {
  const keys = activities.map(({ key }) => key);
  return activities.flatMap(({ key, kind, settings }, at): PlanProblem[] => {
    const place = `activities.${at}`;
    const twice: PlanProblem[] =
      keys.indexOf(key) < at ? [{ at: `${place}.key`, reason: "keyTwice", detail: key }] : [];
    const references = kindNamed(kind)?.refersTo(settings) ?? [];
    return [
      ...twice,
      ...references.flatMap((reference): PlanProblem[] => {
        const to = keys.indexOf(reference);
        if (to >= 0 && to < at) return [];
        const reason = to < 0 ? "unknownReference" : "referenceAhead";
        return [{ at: `${place}.settings`, reason, detail: reference }];
      }),
    ];
  });
}

function partProblems(activities: readonly ActivityTemplate[]): PlanProblem[] {
  const parts = activities.map(({ kind, settings }) => kindNamed(kind)?.part(settings) ?? null);
  const isAloneAt = (part: PartOfSession, at: number) =>
    parts.indexOf(part) === at && parts.lastIndexOf(part) === at;
  return [
    ...(isAloneAt("opening", 0) ? [] : [{ at: "activities", reason: "opening" } as const]),
    ...(isAloneAt("closing", parts.length - 1)
      ? []
      : [{ at: "activities", reason: "closing" } as const]),
  ];
}

function minuteProblems(activities: readonly ActivityTemplate[], minutes: number): PlanProblem[] {
  const isSum = (parts: readonly number[], whole: number) =>
    Math.abs(parts.reduce((sum, each) => sum + each, 0) - whole) < SAME_MINUTES;
  const ofPhases = activities.flatMap((activity, at): PlanProblem[] => {
    const { key, kind, phaseMinutes, settings } = activity;
    if (!phaseMinutes) return [];
    const place = `activities.${at}.phaseMinutes`;
    const ofItsKind = activities.filter((each) => each.kind === kind);
    const { phases } = kindNamed(kind)?.instantiate(settings, { key, ofItsKind }) ?? { phases: [] };
    const unknown = Object.keys(phaseMinutes).filter(
      (name) => !phases.some((phase) => phase.name === name),
    );
    return [
      ...unknown.map((name): PlanProblem => ({ at: `${place}.${name}`, reason: "unknownPhase" })),
      ...(isSum(Object.values(phaseMinutes), activity.minutes)
        ? []
        : [{ at: place, reason: "minutes" } as const]),
    ];
  });
  const isWhole = isSum(
    activities.map((each) => each.minutes),
    minutes,
  );
  return [...ofPhases, ...(isWhole ? [] : [{ at: "minutes", reason: "minutes" } as const])];
}
