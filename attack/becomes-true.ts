import { setTimeout as delay } from "node:timers/promises";

/** Longest wait; reached only by a defect. */
const TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 10;

/** Waits until something holds; false where it never did. */
export async function becomesTrue(condition: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < TIMEOUT_MS; waited += LOOK_EVERY_MS) {
    if (await condition()) return true;
    await delay(LOOK_EVERY_MS);
  }
  return condition();
}
