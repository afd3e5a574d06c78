import { setTimeout as sleep } from "node:timers/promises";
import { newToken } from "@/server/auth/tokens";
import { createWrongCodes } from "@/server/wrong-codes";

/** 256 bits: such a link is forwarded and stays in mailboxes, and nobody has to type it. */
const TOKEN_BYTES = 32;

/** What every answer takes at least, ms: several times the look-up, so that its time doesn't tell what was found. */
const ANSWER_MS = 30;

/** Wrong links that are answered at once, per minute and node: a whole group with one that has just run out. */
const WRONG_PER_MINUTE = 300;

/** A fresh secret for a link that strangers open. */
export const newLinkToken = (): string => newToken(TOKEN_BYTES);

export interface EvenAnswersOptions {
  /** How answers wait; tests don't. */
  pause?: ((ms: number) => Promise<unknown>) | undefined;
  /** The time, ms, by which the budget of wrong ones comes back. */
  now?: (() => number) | undefined;
}

/**
 * Looks up what links of one sort lead to, null for nothing, so that answers take equally long either way, and ever longer
 * for everybody once many were wrong (P310). None is refused.
 */
export function createEvenAnswers({ pause = sleep, now }: EvenAnswersOptions) {
  const wrongLinks = createWrongCodes({ wrongPerMinute: WRONG_PER_MINUTE }, now);
  return async <T>(look: () => Promise<T | null>): Promise<T | null> => {
    const earliest = pause(ANSWER_MS);
    const found = await look();
    if (found === null) wrongLinks.add();
    // Asked after counting: guesses that come all at once must not all slip through.
    await Promise.all([earliest, pause(wrongLinks.delay())]);
    return found;
  };
}
