import { createHmac, randomBytes } from "node:crypto";
import type { People } from "@/lib/session/view-schema";

/** A locked phone is not a leaver: after a minute of silence it counts as away (activities.md). */
export const AWAY_AFTER_MS = 60_000;
/**
 * Before the beginning the facilitator decides by who is there whether the group is a small one: a closed
 * window must not count. Longer than a reload and a lost connection that comes back.
 */
export const AWAY_IN_LOBBY_AFTER_MS = 5_000;

/** Devices that a room tells apart; far more than people fit into one, and little memory. */
export const DEVICES_MAX = 5_000;

/** Devices from which a room takes what they hand in as soon as they come: no small room ever waits (P139). */
export const TAKEN_IN_AT_ONCE = 20;
/**
 * How many more at each count of people, whichever is larger: as many as come through a door meanwhile, or a
 * quarter of how many were known to be there. One client that opens devices by the hundred waits with them.
 */
const TAKEN_IN_PER_COUNT = 10;
const TAKEN_IN_SHARE = 1 / 4;

interface Device {
  sockets: number;
  /** When its last socket went, ms; null while one is open. */
  silentSince: number | null;
  /** The phase it is done with, as `activity/phase`; null while it is not. */
  doneWith: string | null;
  /** Its owner has left; until it arrives again it counts for nothing (P71). */
  hasLeft: boolean;
  /** Counted as away: from then on it is, until it arrives again. */
  isAway: boolean;
  /** Whether the room takes what it hands in (P139). */
  isTakenIn: boolean;
}

/**
 * Who is in a room, as numbers. Devices are told apart by an HMAC under a key that dies with the
 * process; nothing of this is stored or sent (anonymity.md, rule 1).
 */
export interface Presence {
  /** `atOnce`: how many devices the room takes in without waiting for the next count. */
  arrive(device: string, atOnce: number): void;
  leave(device: string): void;
  /** What a device says of itself. One that never arrived, or is gone for good, is not heard. */
  hear(device: string, said: { phase: string; done: boolean; left: boolean }): void;
  /** Whether the room takes what this device hands in. */
  takesFrom(device: string): boolean;
  /** Takes in who has been waiting for the longest, a bounded number at each count of people. */
  takeInMore(atOnce: number): void;
  /** Counts for the current phase; who has been silent for so long is away. */
  count(phase: string, now: number, awayAfterMs: number): People;
}

const processKey = randomBytes(32);

const nameOf = (device: string): string =>
  createHmac("sha256", processKey).update(device).digest("base64");

export function createPresence(now: () => number): Presence {
  const devices = new Map<string, Device>();

  /** Forgets whoever has been silent for the longest; false where everybody is there. */
  const makeRoom = (): boolean => {
    let longest: { name: string; since: number } | null = null;
    for (const [name, { silentSince: since }] of devices) {
      if (since !== null && (longest === null || since < longest.since)) longest = { name, since };
    }
    return longest !== null && devices.delete(longest.name);
  };

  /** Null for one too many: it takes part, and isn't counted. */
  const of = (device: string): Device | null => {
    const name = nameOf(device);
    const known = devices.get(name);
    if (known) return known;
    if (devices.size >= DEVICES_MAX && !makeRoom()) return null;
    const entry: Device = {
      sockets: 0,
      silentSince: null,
      doneWith: null,
      hasLeft: false,
      isAway: false,
      isTakenIn: false,
    };
    devices.set(name, entry);
    return entry;
  };

  const takenIn = (): number => {
    let count = 0;
    for (const { isTakenIn } of devices.values()) if (isTakenIn) count += 1;
    return count;
  };

  return {
    arrive(device, atOnce) {
      const entry = of(device);
      if (!entry) return;
      entry.isTakenIn ||= takenIn() < Math.max(TAKEN_IN_AT_ONCE, atOnce);
      entry.sockets += 1;
      entry.silentSince = null;
      entry.hasLeft = false;
      entry.isAway = false;
    },
    leave(device) {
      const name = nameOf(device);
      const entry = devices.get(name);
      if (!entry) return;
      entry.sockets = Math.max(0, entry.sockets - 1);
      if (entry.sockets > 0) return;
      if (entry.hasLeft) devices.delete(name);
      else entry.silentSince = now();
    },
    hear(device, { phase, done, left }) {
      const entry = devices.get(nameOf(device));
      if (!entry) return;
      entry.doneWith = done ? phase : null;
      entry.hasLeft = left;
    },
    takesFrom: (device) => devices.get(nameOf(device))?.isTakenIn ?? false,
    takeInMore(atOnce) {
      let left = Math.max(TAKEN_IN_PER_COUNT, Math.floor(atOnce * TAKEN_IN_SHARE));
      for (const device of devices.values()) {
        if (left === 0) return;
        if (device.isTakenIn || device.sockets === 0) continue;
        device.isTakenIn = true;
        left -= 1;
      }
    },
    count(phase, at, awayAfterMs) {
      const people: People = { joined: 0, away: 0, done: 0 };
      for (const device of devices.values()) {
        const { silentSince, doneWith, hasLeft } = device;
        if (hasLeft) continue;
        people.joined += 1;
        device.isAway ||= silentSince !== null && at - silentSince >= awayAfterMs;
        if (device.isAway) people.away += 1;
        else if (doneWith === phase) people.done += 1;
      }
      return people;
    },
  };
}
