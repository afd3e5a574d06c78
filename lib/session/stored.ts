import { kindNamed, kindOf } from "@/lib/activities/kinds";
import { type SessionEvent, sessionEvent } from "@/lib/session/events";
import { type PlanHeading, planHeading, type SessionPlan, sessionPlan } from "@/lib/session/plan";
import { eventUpcasts, planUpcasts } from "@/lib/session/upcasts";
import { isObject, upcast, versioned } from "@/lib/upcast";

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
  const settings = kind.parseSettings(upcast(activity.settings, kind.upcasts.settings));
  return { ...activity, settings };
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

/** A stored event of a session with this plan. Throws where this release can't read it. */
export function readEvent(stored: unknown, plan: SessionPlan): SessionEvent {
  const event = sessionEvent.parse(upcast(stored, eventUpcasts));
  if (event.type !== "activity") return event;
  return { ...event, event: upcast(event.event, eventUpcastsOf(plan, event.activity)) };
}

/** A fact about the session itself as it is stored in its log. */
export function storedFact(event: Exclude<SessionEvent, { type: "activity" }>): unknown {
  return versioned(event, eventUpcasts);
}

/** An event as it is stored in the log of a session with this plan. */
export function storedEvent(event: SessionEvent, plan: SessionPlan): unknown {
  if (event.type !== "activity") return storedFact(event);
  if (!isObject(event.event)) throw new Error("An event of a kind is an object");
  const inner = versioned(event.event, eventUpcastsOf(plan, event.activity));
  return versioned({ ...event, event: inner }, eventUpcasts);
}

function eventUpcastsOf({ activities }: SessionPlan, activity: string) {
  const planned = activities.find(({ key }) => key === activity);
  if (!planned) throw new Error("The log names an activity that its plan does not have");
  return kindOf(planned.kind).upcasts.events;
}
