import { elapsed } from "@/server/elapsed";

/** What whoever asks for join codes has to put up with. */
export interface JoinCodeLimits {
  /** Wrong codes that are answered at once, per minute and node. */
  wrongPerMinute: number;
  /** What every answer takes at least, ms. */
  answerMs: number;
}

export const JOIN_CODE_LIMITS: JoinCodeLimits = {
  // A room mistypes a few dozen.
  wrongPerMinute: 300,
  // Several times the look-up, so that an answer's time does not tell what was found. Nobody who
  // types a code notices.
  answerMs: 30,
};

/** What every answer waits once they are used up. It never refuses a right code (rule 7). */
export const WRONG_CODES_DELAY_MS = 1_000;

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

export function createWrongCodes(
  { wrongPerMinute }: Pick<JoinCodeLimits, "wrongPerMinute"> = JOIN_CODE_LIMITS,
  now = elapsed,
): WrongCodes {
  let left = wrongPerMinute;
  let at = now();
  const refill = (): void => {
    const passed = now() - at;
    at += passed;
    left = Math.min(wrongPerMinute, left + (passed / MINUTE_MS) * wrongPerMinute);
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
