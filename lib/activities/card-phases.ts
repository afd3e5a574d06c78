import { phase } from "@/lib/activities/phase";

/** The phases that kinds with cards share: writing, and reading what was written before it is shown. */
export const cardPhases = {
  write: phase("write", { takes: "cards", isWork: true, next: "closeWriting" }),
  review: phase("review", { next: "reveal", destroys: "seal", takesLate: true }),
} as const;

/** A vote, and its result. */
export const votePhases = {
  vote: phase("vote", { takes: "votes", next: "closeVote", destroys: "ballots" }),
  show: phase("show", { isResult: true }),
} as const;
