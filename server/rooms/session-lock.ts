import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as z from "zod";
import type { SessionState } from "@/lib/session/state";
import type { Db, Transaction } from "@/server/db/client";
import { hintOf } from "@/server/rooms/hints";

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

/** What a batch has made of a session's row; what is left out stays as it was. */
export interface RaisedRow {
  seq: number;
  rev: number;
  status: SessionState["status"];
  code: string | null;
  stageKey: string;
  locked?: boolean;
  /** Whether facilitators have told it something. */
  isActed: boolean;
  /** Whether other nodes hear of it at once. */
  isTold: boolean;
}

/** drizzle reads its settings anew for each transaction that it begins itself; of a connection it needs them once. */
const transactions = new WeakMap<pg.PoolClient, Transaction>();

/**
 * Runs `work` in a transaction that holds the session's row, writes what it has `raised` into that, if anything, and commits;
 * rolls back where something throws. `row` is undefined where there is no session that takes commands. Every batch of every
 * room comes through here, so beginning and locking are one statement, and writing the row and committing another, as text
 * that is put together without drizzle (decision 0114).
 */
export async function withSessionLocked<T>(
  db: Pick<Db, "$client">,
  sessionId: string,
  work: (
    tx: Transaction,
    row: SessionRow | undefined,
  ) => Promise<{ done: T; raised: RaisedRow | null }>,
): Promise<T> {
  const client = await db.$client.connect();
  const tx = transactions.get(client) ?? drizzle(client);
  transactions.set(client, tx);
  try {
    const answers: unknown = await client.query(`begin; ${lockOf(sessionId)}`);
    const { done, raised } = await work(tx, lockedIn(answers));
    await client.query(raised === null ? "commit" : `${raising(sessionId, raised)}; commit`);
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

function raising(
  sessionId: string,
  { seq, rev, status, code, stageKey, locked, isActed, isTold }: RaisedRow,
): string {
  const text = (value: string): string => pg.escapeLiteral(value);
  const set = [
    `seq = ${seq}`,
    `rev = ${rev}`,
    `status = ${text(status)}`,
    `code = ${code === null ? "null" : text(code)}`,
    `stage_key = ${text(stageKey)}`,
    ...(locked === undefined ? [] : [`locked = ${locked}`]),
    ...(isActed ? ["acted_at = now()"] : []),
    ...(status === "finished" ? ["ended_at = now()"] : []),
  ];
  const raised = `update sessions set ${set.join(", ")} where id = ${text(sessionId)}`;
  const hint = hintOf(sessionId, rev).map(text).join(", ");
  return isTold ? `${raised}; select pg_notify(${hint})` : raised;
}

/** Two statements in one have two answers. */
const lockAnswers = z.tuple([z.unknown(), z.object({ rows: z.array(sessionRow) })]);

const lockedIn = (answers: unknown): SessionRow | undefined =>
  lockAnswers.parse(answers)[1].rows[0];
