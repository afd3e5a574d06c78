import { type PhaseList, phase } from "@/lib/activities/phase";
import { afterwards, type ScaleSettings } from "@/lib/activities/scale/schema";

/** Asking, the result of it, and what the plan makes of the result. */
export const askedPhases = (settings: Pick<ScaleSettings, "afterwards">): PhaseList => [
  phase("ask", { takes: "answers", isWork: true, next: "showResults", destroys: "ballots" }),
  phase("show", { isResult: true }),
  // Nothing is taken in these, so the result can be looked at again.
  ...afterwards
    .filter((name) => settings.afterwards.includes(name))
    .map((name) => phase(name, { back: true })),
];

/** A first asking: its answers stay on the phones, so there is nothing to show, nor to destroy. */
export const firstAskedPhases: PhaseList = [phase("ask", { takes: "private", isWork: true })];
