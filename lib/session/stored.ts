import { kindNamed, kindOf } from "@/lib/activities/kinds";
import { type SessionEvent, sessionEvent } from "@/lib/session/events";
import { type PlanHeading, planHeading, type SessionPlan, sessionPlan } from "@/lib/session/plan";
import { differing } from "@/lib/session/sizes";
import { runOf, type SessionState } from "@/lib/session/state";
import { eventUpcasts, planUpcasts } from "@/lib/session/upcasts";
import { isObject, type StoredObject, upcast, versioned } from "@/lib/upcast";

/**
 * The border between what a session has stored and everything else: plans and events are read and
 * written here and nowhere else, so that only this file and the upcasts know of versions.
 */

/** A stored plan. Throws where this release can't read it. */
export function readPlan(stored: unknown): SessionPlan {
  const plan = upcast(stored, planUpcasts);
  if (!isObject(plan) || !Array.isArray(plan.activities)) return sessionPlan.parse(plan);
  return sessionPlan.parse({ ...plan, activities: plan.activities.map(activityRead) });
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

/** A plan as it is stored. */
export function storedPlan(plan: SessionPlan): unknown {
  const activities = plan.activities.map((activity) => ({
    ...activity,
    settings: versioned(activity.settings, kindOf(activity.kind).upcasts.settings),
  }));
  return versioned({ ...plan, activities }, planUpcasts);
}

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
