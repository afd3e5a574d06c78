import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";

/** Failures are forgotten after this long without another window starting. */
const WINDOW_MS = 15 * 60_000;
/** One person at one place: enough for every password they may have had. */
const MAX_PER_PAIR = 10;
/** Failures for one account from everywhere: beyond it each answer waits, none is refused. */
const SLOW_ACCOUNT_AFTER = 30;
/** A training centre behind one address must not be locked out: it only waits, too. */
const SLOW_ADDRESS_AFTER = 60;
const SLOW_MS = 1_000;
/** Memory stays below a few megabytes; then the oldest windows go first. */
const MAX_KEYS = 20_000;

/** What an attempt to sign in may do now. */
export type Attempt = { refused: true } | { refused: false; waitMs: number };

export interface Attempts {
  /** Counts before the password is checked, so that parallel attempts count as well. */
  begin(address: string, email: string): Attempt;
  /** Forgets the failures of this person, not those of their neighbours. */
  succeeded(address: string, email: string): void;
}

/**
 * Limits on guessing passwords, in the memory of this process only. Keys are HMACs under a key
 * that dies with the process: neither addresses nor e-mails can be read from them.
 */
export function createAttempts(now: () => number = Date.now): Attempts {
  const key = randomBytes(32);
  const counts = new Map<string, { count: number; until: number }>();
  const id = (...parts: string[]) =>
    createHmac("sha256", key).update(parts.join("\n")).digest("base64");

  function add(name: string): number {
    const at = now();
    let entry = counts.get(name);
    if (!entry || entry.until <= at) {
      counts.delete(name);
      entry = { count: 0, until: at + WINDOW_MS };
      counts.set(name, entry);
      if (counts.size > MAX_KEYS) forgetOldest(counts);
    }
    entry.count += 1;
    return entry.count;
  }

  return {
    begin(address, email) {
      const network = networkOf(address);
      if (add(id("pair", network, email)) > MAX_PER_PAIR) return { refused: true };
      const account = add(id("account", email));
      const neighbours = add(id("address", network));
      const slow = account > SLOW_ACCOUNT_AFTER || neighbours > SLOW_ADDRESS_AFTER;
      return { refused: false, waitMs: slow ? SLOW_MS : 0 };
    },
    succeeded(address, email) {
      counts.delete(id("pair", networkOf(address), email));
      counts.delete(id("account", email));
    },
  };
}

function forgetOldest(counts: Map<string, unknown>) {
  const oldest = counts.keys().next();
  if (!oldest.done) counts.delete(oldest.value);
}

/** Somebody with IPv6 owns a whole /64 and could use another address for each attempt. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7);
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return groups.slice(0, 4).join(":");
}
