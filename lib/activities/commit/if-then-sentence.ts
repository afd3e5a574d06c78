import { same } from "@/lib/words";

/** How plans read when all had a trigger, a step and a date. */
export const ifThenSentence = same(
  "Wenn {when}, dann {then}.[ Bis {by}.]",
  "If {when}, then {then}.[ By {by}.]",
);
