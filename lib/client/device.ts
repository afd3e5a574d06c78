import { type DeviceRecord, highestRevision, newDeviceRecord } from "@/lib/client/device-record";
import { randomSecret } from "@/lib/client/random";
import type { DeviceStorage } from "@/lib/client/storage";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";
import { randomId } from "@/lib/session/ids";

/** Typing is put down in pauses of this length, or when the page is left. */
const WRITE_AFTER_MS = 150;

/** What one device keeps of one session: read at once, written behind. */
export interface Device {
  snapshot(): DeviceRecord;
  subscribe(listener: () => void): () => void;
  /** `change` must be pure: it is applied here at once, and again to what is stored. */
  change(change: (record: DeviceRecord) => DeviceRecord): void;
  /** Puts down at once what waits; resolves once it is on the device. */
  flush(): Promise<void>;
  /** The page is being left: puts down synchronously what is not on the device yet. */
  leave(): void;
  /** Forgets everything of this session, the way back in included. The open page goes on. */
  erase(): Promise<void>;
}

const keyOf = (session: string): string => `device/${session}`;
/** A record that did not read as a whole, as it was; it goes with "delete from this device". */
const unreadKeyOf = (session: string): string => `unread/${session}`;
const codeKeyOf = (code: string): string => `code/${code}`;

/** The session this device joined with a code; null: it has not. */
export async function joinedSession(storage: DeviceStorage, code: string): Promise<string | null> {
  const session = randomId.safeParse(await storage.get(codeKeyOf(code)).catch(() => null));
  return session.success ? session.data : null;
}

/** Remembers that a code led to a session, so that a reload goes straight back in. */
export async function rememberCode(
  storage: DeviceStorage,
  code: string,
  session: string,
): Promise<void> {
  await storage.update(codeKeyOf(code), () => session).catch(() => undefined);
}

const leftKeyOf = (session: string): string => `aufwind/left/${session}`;

/** What a page that was left could not write behind; IndexedDB doesn't finish after `pagehide`. */
function takeLeft(session: string, fresh: DeviceRecord): DeviceRecord | null {
  try {
    const text = localStorage.getItem(leftKeyOf(session));
    if (text === null) return null;
    localStorage.removeItem(leftKeyOf(session));
    return readStoredRecord(JSON.parse(text), fresh).record;
  } catch {
    return null;
  }
}

/** Puts a record that does not read as a whole aside, before what reads of it takes its place. */
async function keepUnread(
  storage: DeviceStorage,
  session: string,
  fresh: DeviceRecord,
): Promise<void> {
  const stored = await storage.get(keyOf(session)).catch(() => undefined);
  if (readStoredRecord(stored, fresh).whole) return;
  // For whoever is asked why; no word of what was written.
  console.warn("Aufwind: part of what this device keeps is of another version; it was put aside.");
  await storage.update(unreadKeyOf(session), () => stored).catch(() => undefined);
}

/**
 * Opens what the device knows of a session, or begins it with a new device secret. `code` is what
 * led there; it is forgotten together with the rest.
 */
export async function openDevice(
  storage: DeviceStorage,
  session: string,
  code: string,
): Promise<Device> {
  const key = keyOf(session);
  const fresh = newDeviceRecord(session, randomSecret());
  const readOr = (stored: unknown, otherwise: DeviceRecord): DeviceRecord =>
    readStoredRecord(stored, otherwise).record;
  await keepUnread(storage, session, fresh);
  // Atomic: two tabs that open at once end up with one secret.
  await storage.update(key, (stored) => storedRecord(readOr(stored, fresh))).catch(() => undefined);
  let record = readOr(await storage.get(key).catch(() => undefined), fresh);
  const left = takeLeft(session, fresh);
  if (left?.device === record.device) {
    record = left;
    await storage.update(key, () => storedRecord(left)).catch(() => undefined);
  }
  let isBehind = false;
  let isErased = false;
  let writing: Promise<void> = Promise.resolve();
  let pending: ((record: DeviceRecord) => DeviceRecord)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (pending.length === 0) return writing;
    const changes = pending;
    pending = [];
    const base = record;
    writing = writing
      .then(() =>
        // Onto what is stored, not over it: another tab may have written meanwhile.
        storage.update(key, (stored) =>
          storedRecord(changes.reduce((before, change) => change(before), readOr(stored, base))),
        ),
      )
      .then(() => {
        isBehind = pending.length > 0;
        // A page that came back from the browser's cache must not be overtaken by its own past.
        if (!isBehind) takeLeft(session, fresh);
      })
      // A full disk must not stop anybody from writing; what is on screen is still there.
      .catch(() => undefined);
    return writing;
  }

  function change(apply: (record: DeviceRecord) => DeviceRecord): void {
    record = apply(record);
    // After "delete from this device" nothing may come back to it.
    if (!isErased) {
      isBehind = true;
      pending.push(apply);
      timer ??= setTimeout(flush, WRITE_AFTER_MS);
    }
    for (const listener of listeners) listener();
  }

  return {
    snapshot: () => record,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    flush,
    leave() {
      if (!isBehind) return;
      try {
        localStorage.setItem(leftKeyOf(session), JSON.stringify(storedRecord(record)));
      } catch {
        void flush();
      }
    },
    async erase() {
      isErased = true;
      pending = [];
      isBehind = false;
      clearTimeout(timer);
      // The page that is open stays one and the same device: another one could vote twice (P73).
      change((known) => ({
        ...newDeviceRecord(known.session, known.device),
        attendance: known.attendance,
        revisionsFrom: highestRevision(known),
      }));
      await writing;
      takeLeft(session, fresh);
      await storage.remove(key).catch(() => undefined);
      await storage.remove(unreadKeyOf(session)).catch(() => undefined);
      await storage.remove(codeKeyOf(code)).catch(() => undefined);
    },
  };
}
