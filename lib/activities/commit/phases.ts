import { type PhaseList, phase } from "@/lib/activities/phase";

/**
 * Written, looked over and taken along, each on one's own device. Before the last the reports become numbers, which
 * stay as they are: whoever writes after that, also when the room goes back, does so for themselves alone.
 */
export const commitPhases: PhaseList = [
  phase("fill", { takes: "private", isWork: true, back: true }),
  phase("check", { takes: "private", destroys: "ballots", back: true }),
  phase("keep", { isResult: true, back: true }),
];
