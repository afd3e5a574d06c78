import type { ActivityKind } from "@/lib/plans/plan-template";

/** Phases that the console has a name for. */
export const namedPhases = [
  "write",
  "review",
  "reveal",
  "cluster",
  "vote",
  "show",
  "choose",
  "case",
  "ask",
  "fill",
  "check",
  "keep",
  "closed",
] as const;

export type NamedPhase = (typeof namedPhases)[number] | "speak" | "checkPlan";

/** Key of a phase's name in the messages. "show" of a pause is no result, "check" no review. */
export function phaseKey(phase: string, kind?: ActivityKind): NamedPhase {
  if (kind === "pause" && phase === "show") return "speak";
  if (kind === "commit" && phase === "check") return "checkPlan";
  return namedPhases.find((name) => name === phase) ?? "closed";
}
