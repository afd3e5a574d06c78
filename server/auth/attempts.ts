import type { Lane } from "@/server/auth/fair-line";
import { createWindows, networkOf, type Pace } from "@/server/auth/windows";
import { elapsed } from "@/server/elapsed";

/** Longer nobody looks at a form that does not answer; who would have to is told to come back. */
const LONGEST_WAIT_MS = 15_000;

/**
 * One person at one place, or one browser that is known: free for every password they may have had,
 * then at a pace at which guessing ten characters is hopeless and somebody who mistypes still gets in.
 */
const PERSON: Pace = { free: 10, everyMs: 2_000, longestMs: LONGEST_WAIT_MS };
/** A training centre behind one address must not be locked out: it only waits, and costs less work. */
const PLACE: Pace = { free: 60, everyMs: 250, longestMs: LONGEST_WAIT_MS };
/** Attempts on one account from everywhere: beyond it each answer waits. */
const SLOW_ACCOUNT_AFTER = 30;
const SLOW_MS = 1_000;

/** Who tries: a browser that has signed in to this account before, or whoever is at an address. */
export type From = { browser: string } | { address: string };

/** What an attempt to sign in may do: wait, and then have the password checked in a lane. */
export interface Attempt {
  waitMs: number;
  lane: Lane;
}

export interface Attempts {
  /**
   * Counts before the password is checked, so that parallel attempts count as well. Null: so many are
   * waiting from there that this one is not looked at.
   */
  begin(from: From, email: string): Attempt | null;
  /**
   * How long somebody has to wait who asks for something that costs work but can't be guessed, such
   * as a journey to the identity provider.
   */
  pace(address: string): number;
  /** Forgets the failures of this person, not those of their neighbours. */
  succeeded(from: From, email: string): void;
}

/**
 * Limits on guessing passwords. They slow down and never lock out: the facilitator sits in the same
 * room as whoever guesses, behind the same address, and their e-mail address is known there. So a
 * browser that has signed in before counts for itself alone (decision 0032).
 */
export function createAttempts(now = elapsed): Attempts {
  const windows = createWindows(now);
  return {
    begin(from, email) {
      if ("browser" in from) {
        const name = ["browser", from.browser, email];
        const waitMs = windows.turn(PERSON, ...name);
        const lane = { name: windows.nameOf(...name), isKnown: true };
        return waitMs === null ? null : { waitMs, lane };
      }
      const network = networkOf(from.address);
      const asPerson = windows.turn(PERSON, "pair", network, email);
      const asPlace = asPerson === null ? null : windows.turn(PLACE, "address", network);
      if (asPerson === null || asPlace === null) return null;
      const isSlow = windows.add("account", email) > SLOW_ACCOUNT_AFTER;
      const lane = { name: windows.nameOf("address", network), isKnown: false };
      return { waitMs: Math.max(asPerson, asPlace, isSlow ? SLOW_MS : 0), lane };
    },
    pace: (address) => (windows.add("pace", networkOf(address)) > PLACE.free ? SLOW_MS : 0),
    succeeded(from, email) {
      if ("browser" in from) return windows.forget("browser", from.browser, email);
      windows.forget("pair", networkOf(from.address), email);
      windows.forget("account", email);
    },
  };
}
