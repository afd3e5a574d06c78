import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@/attack/random";

/** Somebody who does one thing after the other while there is work. */
export interface Life {
  /** Takes part until `rest`. */
  work(): void;
  /** Resolves once everything that was sent has its final answer. */
  rest(): Promise<void>;
}

export function liveBy(act: () => Promise<void>, pauseMs: number, random: Random): Life {
  let working = false;
  let life: Promise<void> = Promise.resolve();
  return {
    work() {
      working = true;
      life = (async () => {
        while (working) {
          await act();
          if (working) await delay(random.below(pauseMs));
        }
      })();
    },
    async rest() {
      working = false;
      await life;
    },
  };
}
