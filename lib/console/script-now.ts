import type { FacilitatorView } from "@/lib/console/facilitator-view";
import type { ActivityKind, PhaseScript, Script } from "@/lib/plans/plan-template";

/** The phase in which people do what an activity asks for; after it there is something to ask about. */
const WORK: Readonly<Record<ActivityKind, string>> = {
  pause: "show",
  collect: "write",
  scale: "ask",
  reframe: "write",
  commit: "fill",
};

/** The part of the script that fits what the room does at the moment. */
export interface ScriptNow {
  /** Null for a phase that the plan has no line for. */
  line: PhaseScript | null;
  /** Null where nothing can stall. */
  ifItStalls: Script["ifItStalls"] | null;
  /** Null before there is anything to ask about. */
  debrief: Script["debrief"] | null;
}

/** The current phase's script; null where no activity runs. */
export function scriptNow({ planned, activity, facilitator }: FacilitatorView): ScriptNow | null {
  const { script, agenda } = facilitator;
  if (!planned || !activity || !script) return null;
  const phases = agenda.find(({ key }) => key === planned.key)?.phases ?? [];
  const work = WORK[planned.kind];
  const isPast = phases.indexOf(activity.phase) > phases.indexOf(work);
  const isWork = activity.phase === work;
  return {
    line: script.phases[activity.phase] ?? null,
    ifItStalls: isWork ? script.ifItStalls : null,
    debrief: isPast || planned.kind === "pause" ? script.debrief : null,
  };
}
