import { kindNamed, kindOf } from "@/lib/activities/kinds";
import { type SessionEvent, sessionEvent } from "@/lib/session/events";
import { type OwnPlan, ownPlan } from "@/lib/session/own-plan";
import { type PlanHeading, planHeading, type SessionPlan, sessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { differing } from "@/lib/session/sizes";
import { runOf, type SessionState } from "@/lib/session/state";
import { eventUpcasts, planUpcasts } from "@/lib/session/upcasts";
import { isObject, type StoredObject, upcast, versioned } from "@/lib/upcast";

/**
 * The border between what a session has stored and everything else: plans and events are read and
 * written here and nowhere else, so that only this file and the upcasts know of versions.
 */

/** A session's stored plan. Throws where this release can't read it. */
export function readPlan(stored: unknown): SessionPlan {
  return sessionPlan.parse(planRead(stored));
}

/** A stored plan of one's own, whose versions are those of a session's. Throws where this release can't read it. */
export function readOwnPlan(stored: unknown): OwnPlan {
  const plan = planRead(stored);
  if (!isObject(stored) || !isObject(plan) || !isObject(plan.series)) return ownPlan.parse(plan);
  // What is held instead of some of its activities goes through the same upcasts.
  const instead = planRead({ ...stored, activities: plan.series.alone });
  const alone = isObject(instead) ? instead.activities : undefined;
  return ownPlan.parse({ ...plan, series: { ...plan.series, alone } });
}

/** In today's shape, for a schema to read next. */
function planRead(stored: unknown): unknown {
  const plan = upcast(stored, planUpcasts);
  if (!isObject(plan) || !Array.isArray(plan.activities)) return plan;
  return { ...plan, activities: plan.activities.map(activityRead) };
}

function activityRead(activity: unknown): unknown {
  if (!isObject(activity)) return activity;
  const kind = kindNamed(activity.kind);
  if (!kind) throw new Error("The plan has an activity of a kind that this release does not have");
  const read = (settings: unknown) => kind.parseSettings(upcast(settings, kind.upcasts.settings));
  const sizes = sizesRead(activity, read);
  return { ...activity, settings: read(activity.settings), sizes };
}

/** Sizes hold only what differs, and no version: each is read with the rest of its activity's settings. */
function sizesRead(
  { sizes, settings }: StoredObject,
  read: (settings: unknown) => Readonly<Record<string, unknown>>,
): unknown {
  if (!Array.isArray(sizes) || !isObject(settings) || !sizes.every(isObject)) return sizes;
  const inEach = sizes.map((size) =>
    read(isObject(size.settings) ? { ...settings, ...size.settings } : settings),
  );
  const own = differing(inEach);
  return sizes.map((size, at) => ({ ...size, settings: own[at] }));
}

/** What lists show of a stored plan; null where not even that reads. */
export function readHeading(stored: unknown): PlanHeading | null {
  try {
    return planHeading.parse(upcast(stored, planUpcasts));
  } catch {
    // A newer release may have left these as they were.
    const asItIs = planHeading.safeParse(stored);
    return asItIs.success ? asItIs.data : null;
  }
}

/** A session's plan as it is stored. */
export function storedPlan(plan: SessionPlan): unknown {
  return versioned({ ...plan, activities: plan.activities.map(storedActivity) }, planUpcasts);
}

/** A plan of one's own as it is stored. */
export function storedOwnPlan(plan: OwnPlan): unknown {
  const { activities, series } = plan;
  const stored = { ...plan, activities: activities.map(storedActivity) };
  if (!series) return versioned(stored, planUpcasts);
  const alone = series.alone.map(storedActivity);
  return versioned({ ...stored, series: { ...series, alone } }, planUpcasts);
}

const storedActivity = (activity: ActivityTemplate) => ({
  ...activity,
  settings: versioned(activity.settings, kindOf(activity.kind).upcasts.settings),
});

/**
 * Whose activities an event may name: those of the state that it applies to, which may be others than the
 * session was opened with (P167).
 */
type Of = Pick<SessionState, "activities">;

/** A stored event of a session in this state. Throws where this release can't read it. */
export function readEvent(stored: unknown, state: Of): SessionEvent {
  const event = sessionEvent.parse(upcast(stored, eventUpcasts));
  if (event.type !== "activity") return event;
  return { ...event, event: upcast(event.event, eventUpcastsOf(state, event.activity)) };
}

/** A fact about the session itself as it is stored in its log. */
export function storedFact(event: Exclude<SessionEvent, { type: "activity" }>): unknown {
  return versioned(event, eventUpcasts);
}

/** An event as it is stored in the log of a session in this state. */
export function storedEvent(event: SessionEvent, state: Of): unknown {
  if (event.type !== "activity") return storedFact(event);
  if (!isObject(event.event)) throw new Error("An event of a kind is an object");
  const inner = versioned(event.event, eventUpcastsOf(state, event.activity));
  return versioned({ ...event, event: inner }, eventUpcasts);
}

function eventUpcastsOf(state: Of, activity: string) {
  const run = runOf(state, activity);
  if (!run) throw new Error("The log names an activity that the session does not have");
  return kindOf(run.template.kind).upcasts.events;
}
