/** Wrong codes that are answered at once, per minute and node; a room mistypes a few dozen. */
export const WRONG_CODES_PER_MINUTE = 300;
/** What every answer waits once they are used up. It never refuses a right code (rule 7). */
export const WRONG_CODES_DELAY_MS = 1_000;

/**
 * What every answer to a code takes at least: several times the look-up, so that its time does not
 * tell what was found. Nobody who types a code notices.
 */
export const CODE_ANSWER_MS = 30;

const MINUTE_MS = 60_000;

/**
 * Slows down guessing join codes without ever locking out a room: one budget for the whole node,
 * refilled steadily, and every answer, right or wrong, waits while it is empty.
 */
export interface WrongCodes {
  /** What an answer has to wait, ms. */
  delay(): number;
  /** Counts one wrong code. */
  add(): void;
}

export function createWrongCodes(now: () => number = Date.now): WrongCodes {
  let left = WRONG_CODES_PER_MINUTE;
  let at = now();
  const refill = (): void => {
    const passed = now() - at;
    at += passed;
    left = Math.min(WRONG_CODES_PER_MINUTE, left + (passed / MINUTE_MS) * WRONG_CODES_PER_MINUTE);
  };
  return {
    delay() {
      refill();
      return left >= 1 ? 0 : WRONG_CODES_DELAY_MS;
    },
    add() {
      refill();
      left = Math.max(0, left - 1);
    },
  };
}
