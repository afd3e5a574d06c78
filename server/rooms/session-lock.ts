import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as z from "zod";
import type { Db, Transaction } from "@/server/db/client";

/** A session's row, as it is while it is locked. */
const sessionRow = z.object({
  seq: z.int(),
  rev: z.int(),
  joined: z.int(),
  code: z.nullable(z.string()),
  stageKey: z.string(),
  /** By the database's clock, ms since 1970. */
  now: z.number().transform(Math.round),
});
export type SessionRow = z.infer<typeof sessionRow>;

/** drizzle reads its settings anew for each transaction that it begins itself; of a connection it needs them once. */
const transactions = new WeakMap<pg.PoolClient, Transaction>();

/**
 * Runs `work` in a transaction that holds the session's row, and commits; rolls back where that throws. `row` is undefined
 * where there is no session that takes commands. Every batch of every room comes through here, so beginning and locking are
 * one statement, as text that is put together without drizzle (decision 0114).
 */
export async function withSessionLocked<T>(
  db: Pick<Db, "$client">,
  sessionId: string,
  work: (tx: Transaction, row: SessionRow | undefined) => Promise<T>,
): Promise<T> {
  const client = await db.$client.connect();
  const tx = transactions.get(client) ?? drizzle(client);
  transactions.set(client, tx);
  try {
    const answers: unknown = await client.query(`begin; ${lockOf(sessionId)}`);
    const done = await work(tx, lockedIn(answers));
    await client.query("commit");
    client.release();
    return done;
  } catch (error) {
    const isOver = await client.query("rollback").then(
      () => true,
      () => false,
    );
    // One that can't even do that is lost.
    client.release(!isOver);
    throw error;
  }
}

/** What has lost its log takes no command: an empty log would look like a lobby. */
const lockOf = (sessionId: string): string => `
  select seq, rev, joined, code, stage_key as "stageKey",
    extract(epoch from clock_timestamp())::float8 * 1000 as now
  from sessions where id = ${pg.escapeLiteral(sessionId)} and raw_erased_at is null
  for update`;

/** Two statements in one have two answers. */
const lockAnswers = z.tuple([z.unknown(), z.object({ rows: z.array(sessionRow) })]);

const lockedIn = (answers: unknown): SessionRow | undefined =>
  lockAnswers.parse(answers)[1].rows[0];
