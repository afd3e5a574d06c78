import * as z from "zod/mini";
import type { $ZodError } from "zod/v4/core";
import { isSame } from "@/lib/activities/ballots";
import type { PartOfSession } from "@/lib/activities/contract";
import { kindNamed } from "@/lib/activities/kinds";
import { tooLongIn } from "@/lib/session/activity-texts";
import { isSum } from "@/lib/session/phase-minutes";
import { phasesOf } from "@/lib/session/phases-of";
import { ACTIVITIES_MAX } from "@/lib/session/plan";
import {
  type ActivitySize,
  type ActivityTemplate,
  activityTemplate,
  buffer,
} from "@/lib/session/plan-template";
import { inSize } from "@/lib/session/sizes";

/** Why a plan can't be held, and where: a path as in "activities.2.settings.items". */
export interface PlanProblem {
  at: string;
  reason: /** A value that is missing, or of another kind or size than it may be. */
    | "shape"
    /** No kind of activity of this release. */
    | "unknownKind"
    /** Two activities with one key, or two private lines of one activity. */
    | "keyTwice"
    /** Refers to an activity that isn't in the plan. */
    | "unknownReference"
    /** Refers to an activity that comes later, or to itself. */
    | "referenceAhead"
    /** The minutes of the activities and the buffer are not those of the plan, or those of phases not the activity's. */
    | "minutes"
    /** Minutes or a private line for a phase that isn't there, as the activity stands or in a size. */
    | "unknownPhase"
    /**
     * Sizes that can't be changed for one another: the same minutes twice, other settings in each, none as
     * the activity stands, or one with which it refers to something else.
     */
    | "size"
    /** More than is read on a phone, or said in one breath. */
    | "tooLong"
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
  buffer,
  activities: z.array(z.unknown()).check(z.minLength(1), z.maxLength(ACTIVITIES_MAX)),
});

/** The place of the activity that a problem is in, and where in that; null where it is of the whole plan. */
export function withinActivity({ at }: PlanProblem): { place: number; rest: string } | null {
  const [, place, rest = ""] = /^activities\.(\d+)(.*)$/.exec(at) ?? [];
  return place === undefined ? null : { place: Number(place), rest };
}

/** All that keeps a plan from being held; none where it can be. */
export function planProblems(plan: unknown): PlanProblem[] {
  const outer = planned.safeParse(plan);
  if (!outer.success) return shapeProblems("", outer.error);
  const { activities, minutes, buffer: spare = 0 } = outer.data;
  const read = activities.map((each, at) => readActivity(each, `activities.${at}`));
  const problems = read.flatMap((each) => each.problems);
  // What does not read can't be compared with the rest.
  if (problems.length > 0) return problems;
  const all = read.flatMap(({ activity }) => activity ?? []);
  return [
    ...keyProblems(all),
    ...partProblems(all),
    ...minuteProblems(all, minutes - spare),
    ...all.flatMap((activity, at) => [
      ...sizeProblems(activity, `activities.${at}`),
      ...lengthProblems(activity, `activities.${at}`),
    ]),
  ];
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
  const own = settingsProblems(activity, `${at}.settings`);
  // Each size would only say the same again.
  const problems =
    own.length > 0
      ? own
      : activity.sizes.flatMap((size, index) =>
          settingsProblems(inSize(activity, size), `${at}.sizes.${index}.settings`),
        );
  return { activity: problems.length > 0 ? null : activity, problems };
}

function settingsProblems({ kind, settings }: ActivityTemplate, at: string): PlanProblem[] {
  const read = kindNamed(kind)?.settings.safeParse(settings);
  return read?.success === false ? shapeProblems(at, read.error) : [];
}

function keyProblems(activities: readonly ActivityTemplate[]): PlanProblem[] {
  const keys = activities.map(({ key }) => key);
  return activities.flatMap(({ key, kind, privateLines, settings }, at): PlanProblem[] => {
    const lines = privateLines.map((line) => line.key);
    const place = `activities.${at}`;
    const twice: PlanProblem[] =
      keys.indexOf(key) < at ? [{ at: `${place}.key`, reason: "keyTwice", detail: key }] : [];
    const references = kindNamed(kind)?.refersTo(settings) ?? [];
    return [
      ...twice,
      ...lines.flatMap((line, index): PlanProblem[] =>
        lines.indexOf(line) < index
          ? [{ at: `${place}.privateLines.${index}.key`, reason: "keyTwice", detail: line }]
          : [],
      ),
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
  const ofPhases = activities.flatMap((activity, at) => [
    ...phaseProblems(activities, activity, `activities.${at}`),
    ...activity.sizes.flatMap((size, index) =>
      phaseProblems(activities, inSize(activity, size), `activities.${at}.sizes.${index}`),
    ),
    ...unaskedLines(activities, activity, `activities.${at}`),
  ]);
  const isWhole = isSum(
    activities.map((each) => each.minutes),
    minutes,
  );
  return [...ofPhases, ...(isWhole ? [] : [{ at: "minutes", reason: "minutes" } as const])];
}

/** Of an activity, perhaps in another of its sizes, among those of its plan. */
function phaseProblems(
  activities: readonly ActivityTemplate[],
  activity: ActivityTemplate,
  at: string,
): PlanProblem[] {
  const { minutes, phaseMinutes } = activity;
  if (!phaseMinutes) return [];
  const place = `${at}.phaseMinutes`;
  const names = phaseNames(activities, activity);
  const unknown = Object.keys(phaseMinutes).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name): PlanProblem => ({ at: `${place}.${name}`, reason: "unknownPhase" })),
    ...(isSum(Object.values(phaseMinutes), minutes)
      ? []
      : [{ at: place, reason: "minutes" } as const]),
  ];
}

/** Private lines that nobody would be asked for, as the activity stands or in one of its sizes. */
function unaskedLines(
  activities: readonly ActivityTemplate[],
  activity: ActivityTemplate,
  place: string,
): PlanProblem[] {
  const { privateLines, sizes } = activity;
  if (privateLines.length === 0) return [];
  const inEach = [activity, ...sizes.map((size) => inSize(activity, size))];
  const names = inEach.map((each) => phaseNames(activities, each));
  return privateLines.flatMap(({ phase }, at): PlanProblem[] =>
    names.every((known) => known.includes(phase))
      ? []
      : [{ at: `${place}.privateLines.${at}.phase`, reason: "unknownPhase" }],
  );
}

/** The names of an activity's phases among those of its plan, in their order; none where no kind reads it. */
export function phaseNames(
  activities: readonly ActivityTemplate[],
  activity: ActivityTemplate,
): readonly string[] {
  return kindNamed(activity.kind) ? phasesOf(activity, activities) : [];
}

/** Whether whoever chooses a size gets it, and can go back. */
function sizeProblems(activity: ActivityTemplate, place: string): PlanProblem[] {
  const { sizes, kind } = activity;
  if (sizes.length === 0) return [];
  const namesOf = ({ settings }: ActivitySize) => Object.keys(settings).sort();
  /** What the rest of the plan goes by, and what sizes are compared by. */
  const roleOf = ({ settings }: ActivityTemplate) => [
    kindNamed(kind)?.refersTo(settings),
    kindNamed(kind)?.part(settings),
  ];
  const known = Object.keys(kindNamed(kind)?.parseSettings(activity.settings) ?? {});
  const problems = sizes.flatMap((size, at): PlanProblem[] => {
    const reasons = [
      sizes.findIndex(({ minutes }) => minutes === size.minutes) < at && "minutes twice",
      !isSame(namesOf(size), sizes[0] && namesOf(sizes[0])) && "other settings than the first size",
      !isSame(roleOf(inSize(activity, size)), roleOf(activity)) && "refers to something else",
      namesOf(size).some((name) => !known.includes(name)) && "a setting that its kind doesn't have",
    ];
    return reasons.flatMap((detail): PlanProblem[] =>
      detail === false ? [] : [{ at: `${place}.sizes.${at}`, reason: "size", detail }],
    );
  });
  const stands = sizes.some((size) => isSame(inSize(activity, size), activity));
  if (stands) return problems;
  return [...problems, { at: `${place}.sizes`, reason: "size", detail: "none as it stands" }];
}

/** What is read on a phone, and what is said aloud, in each of its wordings. */
const lengthProblems = (activity: ActivityTemplate, place: string): PlanProblem[] =>
  tooLongIn(activity).map(({ at, most }) => ({
    at: `${place}.${at}`,
    reason: "tooLong",
    detail: `more than ${most}`,
  }));
