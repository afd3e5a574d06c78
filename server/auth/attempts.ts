import { createWindows, networkOf } from "@/server/auth/windows";
import { elapsed } from "@/server/elapsed";

/** One person at one place: enough for every password they may have had. */
const MAX_PER_PAIR = 10;
/** Failures for one account from everywhere: beyond it each answer waits, none is refused. */
const SLOW_ACCOUNT_AFTER = 30;
/** A training centre behind one address must not be locked out: it only waits, too. */
const SLOW_ADDRESS_AFTER = 60;
const SLOW_MS = 1_000;

/** What an attempt to sign in may do now. */
export type Attempt = { refused: true } | { refused: false; waitMs: number };

export interface Attempts {
  /** Counts before the password is checked, so that parallel attempts count as well. */
  begin(address: string, email: string): Attempt;
  /**
   * How long somebody has to wait who asks for something that costs work but can't be guessed, such
   * as a journey to the identity provider.
   */
  pace(address: string): number;
  /** Forgets the failures of this person, not those of their neighbours. */
  succeeded(address: string, email: string): void;
}

/** Limits on guessing passwords. */
export function createAttempts(now = elapsed): Attempts {
  const windows = createWindows(now);
  return {
    begin(address, email) {
      const network = networkOf(address);
      if (windows.add("pair", network, email) > MAX_PER_PAIR) return { refused: true };
      const account = windows.add("account", email);
      const neighbours = windows.add("address", network);
      const slow = account > SLOW_ACCOUNT_AFTER || neighbours > SLOW_ADDRESS_AFTER;
      return { refused: false, waitMs: slow ? SLOW_MS : 0 };
    },
    pace: (address) => (windows.add("pace", networkOf(address)) > SLOW_ADDRESS_AFTER ? SLOW_MS : 0),
    succeeded(address, email) {
      windows.forget("pair", networkOf(address), email);
      windows.forget("account", email);
    },
  };
}
