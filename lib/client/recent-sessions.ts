import * as z from "zod/mini";
import type { DeviceStorage } from "@/lib/client/storage";
import { randomId } from "@/lib/ids";
import { type Upcast, upcast, versioned } from "@/lib/upcast";
import { address, words } from "@/lib/words";

/** More than a phone joins before the older ones have ended; only the newest are offered anyway. */
const REMEMBERED_MAX = 10;

const KEY = "recent-sessions";

/** From version to version of the list. */
const recentUpcasts: readonly Upcast[] = [];

const recentSession = z.object({
  session: randomId,
  /** Leads back in, and to what was kept there. */
  code: z.string().check(z.maxLength(20)),
  title: words,
  address,
  hasEnded: z.boolean(),
  hasPlan: z.boolean(),
});

/** The sessions that this device was in, the newest first. It never leaves the device. */
const recentSessions = z.object({ sessions: z.array(recentSession) });

export type RecentSession = z.infer<typeof recentSession>;

function listIn(stored: unknown): RecentSession[] {
  try {
    return recentSessions.parse(upcast(stored, recentUpcasts)).sessions;
  } catch {
    // Of a newer release, or nobody's: there is nothing to offer then.
    return [];
  }
}

const without = (stored: unknown, session: string): RecentSession[] =>
  listIn(stored).filter((each) => each.session !== session);

const asStored = (sessions: RecentSession[]) =>
  versioned({ sessions: sessions.slice(0, REMEMBERED_MAX) }, recentUpcasts);

/** What this device was in, the newest first. */
export async function readRecentSessions(storage: DeviceStorage): Promise<RecentSession[]> {
  return listIn(await storage.get(KEY).catch(() => undefined));
}

/**
 * Puts a session first, unless what the device kept of it (under `recordKey`) was deleted: then nothing of it
 * may come back.
 */
export async function rememberSession(
  storage: DeviceStorage,
  recordKey: string,
  session: RecentSession,
): Promise<void> {
  await storage
    .update([KEY, recordKey], ([stored, record]) => [
      record === undefined ? stored : asStored([session, ...without(stored, session.session)]),
      record,
    ])
    .catch(() => undefined);
}

/** Forgets that this device was in a session. */
export async function forgetSession(storage: DeviceStorage, session: string): Promise<void> {
  await storage
    .update([KEY], ([stored]) => [
      stored === undefined ? undefined : asStored(without(stored, session)),
    ])
    .catch(() => undefined);
}
