import type { GuidePart } from "@/app/sessions/guide";
import { phasesOf } from "@/lib/session/phases-of";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** What the guide says of a plan's activities. */
export const guideParts = (activities: readonly ActivityTemplate[]): GuidePart[] =>
  activities.map((activity) => ({
    ...{ key: activity.key, kind: activity.kind, title: activity.title },
    ...{ prompt: activity.prompt, minutes: activity.minutes, script: activity.script },
    ...{ contentNote: activity.contentNote, evidence: activity.evidence },
    sources: activity.sources,
    phases: phasesOf(activity, activities),
  }));
