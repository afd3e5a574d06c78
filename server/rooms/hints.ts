import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "@/server/log";

/** The channel of the database on which nodes tell each other what they have written. */
const HINTS_CHANNEL = "aufwind_rev";

/** The database is away, or starts up: rooms find by comparing what they were not told. */
const TRIED_AGAIN_AFTER_MS = 1_000;

/** A database that takes longer to let somebody in is away: stopping waits no longer for it. */
const CONNECT_WITHIN_MS = 5_000;

/**
 * What `pg_notify` takes, so that others hear of a session: the channel, and its id and the revision that it has now. Part of
 * what writes it; they hear it once that is committed.
 */
export const hintOf = (sessionId: string, rev: number): [channel: string, hint: string] => [
  HINTS_CHANNEL,
  `${sessionId} ${rev}`,
];

export interface Hints {
  close(): Promise<void>;
}

/**
 * Listens for what other nodes have written, so that it is here at once and not after a second. Nothing rests on it: a hint
 * that is lost costs the second (decision 0092).
 */
export function startHints(
  url: string,
  { log, onHint }: { log: Log; onHint(sessionId: string, rev: number): void },
): Hints {
  const closing = new AbortController();
  let current: { client: pg.Client; ready: Promise<unknown> } | null = null;

  const listen = async (): Promise<void> => {
    const listening = new pg.Client({
      connectionString: url,
      application_name: "aufwind-hints",
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
    });
    const lost = new Promise<void>((resolve) => {
      listening.on("error", () => resolve());
      listening.on("end", () => resolve());
    });
    listening.on("notification", ({ payload = "" }) => {
      const [sessionId = "", rev] = payload.split(" ");
      onHint(sessionId, Number(rev));
    });
    const ready = listening.connect().then(() => listening.query(`listen ${HINTS_CHANNEL}`));
    current = { client: listening, ready };
    await ready;
    await lost;
  };

  const run = (async () => {
    while (!closing.signal.aborted) {
      await listen().catch((error: unknown) => {
        log.debug({ err: error }, "other nodes can't be heard for a moment");
      });
      await sleep(TRIED_AGAIN_AFTER_MS, null, { signal: closing.signal }).catch(() => null);
    }
  })();

  return {
    async close() {
      closing.abort();
      // A client that is ended while it connects is never told of either.
      await current?.ready.catch(() => undefined);
      await current?.client.end().catch(() => undefined);
      await run;
    },
  };
}
