import { type PhaseList, phase } from "@/lib/activities/phase";

/** Written, looked over and taken along, each on one's own device: nothing is destroyed by going on. */
export const commitPhases: PhaseList = [
  phase("fill", { takes: "private", isWork: true, back: true }),
  phase("check", { takes: "private", back: true }),
  phase("keep", { takes: "private", back: true }),
];
