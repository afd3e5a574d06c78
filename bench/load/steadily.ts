import { setTimeout as delay } from "node:timers/promises";
import { now } from "@/bench/processes";

/**
 * Does so many per second for a while: every `stepMs` what is due by then. `next` does one or several of those that are left,
 * and says how many.
 */
export async function steadily(
  { perSecond, seconds, stepMs }: { perSecond: number; seconds: number; stepMs: number },
  next: (left: number) => number,
): Promise<void> {
  const began = now();
  const all = Math.round(perSecond * seconds);
  let did = 0;
  while (did < all) {
    const due = Math.min(all, Math.floor(((now() - began) / 1_000) * perSecond));
    while (did < due) did += next(all - did);
    await delay(stepMs);
  }
}
