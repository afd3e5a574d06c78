import { type PhaseList, phase } from "@/lib/activities/phase";

const show = phase("show", { isResult: true });

/** Asking, and the result of it. */
export const askedPhases: PhaseList = [
  phase("ask", { takes: "answers", isWork: true, next: "showResults", destroys: "ballots" }),
  show,
];

/** A first asking: its answers stay on the phones, so there is nothing to show, nor to destroy. */
export const firstAskedPhases: PhaseList = [phase("ask", { takes: "private", isWork: true })];
