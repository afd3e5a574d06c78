import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import { elapsed } from "@/server/elapsed";

/** Counts are forgotten after this long without another window starting. */
const WINDOW_MS = 15 * 60_000;
/** Memory stays below a few megabytes; then the oldest windows go first. */
const MAX_KEYS = 20_000;

/** How often something may happen. */
export interface Pace {
  /** So often in a window without waiting, */
  free: number;
  /** then one after the other, so far apart, */
  everyMs: number;
  /** for as long as nobody would have to wait longer than this. */
  longestMs: number;
}

/** How often something has happened lately, in the memory of this process only. */
export interface Windows {
  /** Counts one more under this name and says how many it are now. */
  add(...name: string[]): number;
  /** Counts one more and says how long it is until its turn; null when that is too long. */
  turn(pace: Pace, ...name: string[]): number | null;
  forget(...name: string[]): void;
  /** One word for a name, from which it can't be read. */
  nameOf(...name: string[]): string;
}

/**
 * Keys are HMACs under a key that dies with the process: neither addresses nor e-mails can be read
 * from them (anonymity.md, rule 7).
 */
export function createWindows(now = elapsed): Windows {
  const key = randomBytes(32);
  const counts = new Map<string, { count: number; until: number; freeAt: number }>();
  const id = (parts: string[]) =>
    createHmac("sha256", key).update(parts.join("\n")).digest("base64");
  const counted = (name: string[], at: number) => {
    const hashed = id(name);
    let entry = counts.get(hashed);
    if (!entry || entry.until <= at) {
      counts.delete(hashed);
      entry = { count: 0, until: at + WINDOW_MS, freeAt: at };
      counts.set(hashed, entry);
      if (counts.size > MAX_KEYS) forgetOldest(counts);
    }
    entry.count += 1;
    return entry;
  };

  return {
    add: (...name) => counted(name, now()).count,
    turn({ free, everyMs, longestMs }, ...name) {
      const at = now();
      const entry = counted(name, at);
      if (entry.count <= free) return 0;
      // Not as the difference of two moments, which would be a little more than it is: they have no exact fractions.
      const wait = Math.max(entry.freeAt - at, 0) + everyMs;
      if (wait > longestMs) return null;
      entry.freeAt = at + wait;
      return wait;
    },
    forget(...name) {
      counts.delete(id(name));
    },
    nameOf: (...name) => id(name),
  };
}

function forgetOldest(counts: Map<string, unknown>) {
  const oldest = counts.keys().next();
  if (!oldest.done) counts.delete(oldest.value);
}

/** Somebody with IPv6 owns a whole /64 and could use another address for each attempt. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7);
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return groups.slice(0, 4).join(":");
}
