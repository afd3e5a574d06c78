import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { PhaseScript, Script } from "@/lib/session/plan-template";

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
  const { script } = facilitator;
  if (!planned || !activity || !script) return null;
  const { work, debrief } = activity.about;
  return {
    line: script.phases[activity.phase] ?? null,
    ifItStalls: work === "now" ? script.ifItStalls : null,
    debrief: work === "past" || debrief ? script.debrief : null,
  };
}
