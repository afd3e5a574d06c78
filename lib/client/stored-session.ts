import { type DeviceRecord, forgotten } from "@/lib/client/device-record";
import { type DeviceStorage, memoryStorage } from "@/lib/client/storage";
import { readFrame, storedFrame, type WaitingCommand } from "@/lib/client/stored-frame";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";

/** Where the record of a session stands. */
export const keyOf = (session: string): string => `device/${session}`;
export const queueKeyOf = (session: string): string => `outbox/${session}`;
/** A record that did not read as a whole, as it was; it goes with "delete from this device". */
export const unreadKeyOf = (session: string): string => `unread/${session}`;

/** One step from what is kept to what is kept next: the record, and what waits to be sent. */
export type Writing = (known: DeviceRecord, waiting: unknown) => [DeviceRecord, unknown];

export const listOf = (stored: unknown): unknown[] => (Array.isArray(stored) ? stored : []);

/** What waits on the device; what another version left and this one can't read is passed over. */
export function framesIn(stored: unknown): WaitingCommand[] {
  return listOf(stored).flatMap((entry) => readFrame(entry) ?? []);
}

/** Queues frames that aren't in the queue yet; what doesn't read stays where it is. */
export function queued(stored: unknown, frames: readonly WaitingCommand[]): unknown {
  const known = new Set(framesIn(stored).map(({ id }) => id));
  const fresh = frames.filter(({ id }) => !known.has(id));
  return fresh.length === 0 ? stored : [...listOf(stored), ...fresh.map(storedFrame)];
}

/**
 * What is stored of a session, as this version has it; where nothing is, `fresh` is from now on. What does not read as a whole
 * is put aside as it was.
 */
async function taken(
  storage: DeviceStorage,
  session: string,
  fresh: DeviceRecord,
): Promise<DeviceRecord> {
  let read = { record: fresh, whole: true };
  try {
    // In one step: two pages that open at once end up with one secret, and whoever comes in waits for it.
    await storage.update([keyOf(session), unreadKeyOf(session)], ([stored, aside]) => {
      read = readStoredRecord(stored, fresh);
      return [storedRecord(read.record), read.whole ? aside : stored];
    });
  } catch {
    read = readStoredRecord(await storage.get(keyOf(session)).catch(() => undefined), fresh);
  }
  if (!read.whole) {
    // For whoever is asked why; no word of what was written.
    console.warn(
      "Aufwind: part of what this device keeps is of another version; it was put aside.",
    );
  }
  return read.record;
}

/** Record and queue of one session as they are stored, and as all pages of the device share them. */
export interface StoredSession {
  /** As it was last read or written. */
  readonly record: DeviceRecord;
  /** What may be on the disk by now: a page that is left does not hear of it any more. */
  readonly underWay: DeviceRecord | null;
  /** False once nothing may be, or can be, written to the disk: what is here stays in this page. */
  isOnDisk(): boolean;
  /**
   * Changes record and queue in one step. Where the record was deleted meanwhile, by another page or here,
   * nothing comes back to the disk (P73).
   */
  write(step: Writing): Promise<void>;
  /** Reads what other pages have stored; false where the record was deleted. */
  read(): Promise<boolean>;
  waiting(): Promise<WaitingCommand[]>;
  /** The same device goes on without the disk. */
  leaveDisk(known: DeviceRecord, waiting: readonly WaitingCommand[]): Promise<void>;
}

/** Opens what is stored of a session, or begins it with `fresh`. */
export async function openStoredSession(
  onDisk: DeviceStorage,
  session: string,
  fresh: DeviceRecord,
): Promise<StoredSession> {
  const [key, queueKey] = [keyOf(session), queueKeyOf(session)];
  let storage = onDisk;
  let record = await taken(onDisk, session, fresh);
  let underWay: DeviceRecord | null = null;

  async function leaveDisk(known: DeviceRecord, waiting: readonly WaitingCommand[]): Promise<void> {
    storage = memoryStorage();
    record = known;
    await storage.update([key, queueKey], () => [storedRecord(known), waiting.map(storedFrame)]);
  }

  /** Null: it is gone from the disk, or another device's by now, because it was deleted elsewhere. */
  function ours(value: unknown): DeviceRecord | null {
    if (value === undefined || value === null) return null;
    const read = readStoredRecord(value, record).record;
    return read.device === record.device ? read : null;
  }

  /** What `step` made of record and queue where they are stored; null: the record is gone from there. */
  async function attempt(step: Writing): Promise<DeviceRecord | null> {
    underWay = null;
    try {
      await storage.update([key, queueKey], ([value, waiting]) => {
        const known = ours(value);
        underWay = null;
        if (known === null) return [value, waiting];
        const [next, nextWaiting] = step(known, waiting);
        underWay = next;
        return [storedRecord(next), nextWaiting];
      });
      return underWay;
    } finally {
      underWay = null;
    }
  }

  const waiting = async (): Promise<WaitingCommand[]> =>
    framesIn(await storage.get(queueKey).catch(() => undefined));

  return {
    get record() {
      return record;
    },
    get underWay() {
      return underWay;
    },
    isOnDisk: () => storage === onDisk,
    async write(step) {
      // Safari closes a connection now and then; the second try opens another.
      let after = await attempt(step).catch(() => attempt(step).catch(() => undefined));
      // A full disk must not stop anybody from writing, nor a card from being sent.
      if (after === undefined) await leaveDisk(record, await waiting());
      if (after === null) await leaveDisk(forgotten(record), []);
      after ??= await attempt(step);
      record = after ?? record;
    },
    async read() {
      const known = ours(await storage.get(key).catch(() => undefined));
      record = known ?? record;
      return known !== null;
    },
    waiting,
    leaveDisk,
  };
}
