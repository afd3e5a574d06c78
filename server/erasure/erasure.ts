import type pg from "pg";
import { exclusively } from "@/server/db/exclusive";
import { removeOrphans } from "@/server/erasure/orphans";
import { erasurePass } from "@/server/erasure/pass";
import type { Log } from "@/server/log";
import { NODE_COUNTS_LIVE_SECONDS } from "@/server/rooms/node-people";

/** Any fixed number: it only has to be the same on all nodes. */
export const ERASURE_LOCK = 4_715_201_124;

/** Another node was at it, somebody held on to deleted rows, or people were there. */
const RETRY_AFTER_MS = 60_000;

/** From three to five in the morning the pass is made even while people are there (rule 8). */
const NIGHT_HOURS: readonly number[] = [3, 4];

/**
 * - `done`: what was deleted before is in no file any more.
 * - `unchanged`: nothing was written since the last pass.
 * - `live`: somebody is in a session, whom a rewrite would hold up; it is tried again.
 * - `elsewhere`: another node is at it.
 * - `incomplete`: a transaction still held on to deleted rows.
 */
export type ErasureOutcome = "done" | "unchanged" | "live" | "elsewhere" | "incomplete";

/** Makes sure that what was deleted is erased. */
export interface Erasure {
  /** Called after every deletion: a pass is made as soon as it may be. Returns at once. */
  request(): void;
  /** Makes a pass now, if it may be made. */
  pass(): Promise<ErasureOutcome>;
  /** Waits for a pass under way; there will be no other. */
  close(): Promise<void>;
}

export function createErasure(options: {
  /** Connection string of the database. */
  url: string;
  log: Log;
  /** Data directory of the embedded Postgres; left out for a given one, whose files aren't ours. */
  data?: string;
  /** The time, and how soon it is tried again; tests bring their own. */
  now?: () => Date;
  retryMs?: number;
}): Erasure {
  const { url, log, data, now = () => new Date(), retryMs = RETRY_AFTER_MS } = options;
  /** Where the write-ahead log ended after the last pass: has it moved, something was written. */
  let erasedUpTo: string | null = null;
  let wanted = false;
  let running: Promise<void> | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const passWith = async (client: pg.Client): Promise<ErasureOutcome> => {
    if ((await endOfLog(client)) === erasedUpTo) return "unchanged";
    const isNight = NIGHT_HOURS.includes(now().getHours());
    if (!isNight && (await isAnybodyThere(client))) return "live";
    const outcome = await erasurePass(client, log);
    if (outcome === "incomplete") return outcome;
    if (data !== undefined) await removeOrphans(client, data);
    await client.query(
      "insert into installation (erased_at) values (now()) on conflict (id) do update set erased_at = now()",
    );
    erasedUpTo = await endOfLog(client);
    return outcome;
  };
  const pass = () => exclusively(url, ERASURE_LOCK, passWith);

  const work = async (): Promise<void> => {
    clearTimeout(retry);
    while (wanted && !closed) {
      wanted = false;
      const outcome = await pass().catch((error: unknown) => {
        log.warn({ err: error }, "an erasure pass failed; it will be tried again");
        return "failed" as const;
      });
      log.debug({ outcome }, "erasure pass");
      if (outcome !== "done" && outcome !== "unchanged") {
        retry = setTimeout(request, retryMs);
        return;
      }
    }
  };

  const request = (): void => {
    wanted = true;
    if (closed) return;
    running ??= work().finally(() => {
      running = null;
      if (wanted) request();
    });
  };

  return {
    request,
    pass,
    async close() {
      closed = true;
      clearTimeout(retry);
      await running;
      clearTimeout(retry);
    },
  };
}

async function endOfLog(client: pg.Client): Promise<string> {
  const { rows } = await client.query("select pg_current_wal_insert_lsn()::text as at");
  return String(rows[0]?.at);
}

/**
 * Whether a session that has not ended has a screen on any node: rooms with viewers write their counts
 * every few seconds. One that nobody is in, such as a lobby opened for next week, holds nothing back.
 */
async function isAnybodyThere(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select exists (
       select 1 from node_people join sessions on sessions.id = session_id
        where status <> 'finished' and at > now() - make_interval(secs => $1)
     ) as there`,
    [NODE_COUNTS_LIVE_SECONDS],
  );
  return rows[0]?.there === true;
}
