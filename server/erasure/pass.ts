import { setTimeout as sleep } from "node:timers/promises";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type pg from "pg";
import * as accountTables from "@/server/db/schema/accounts";
import * as planTables from "@/server/db/schema/plans";
import * as sessionTables from "@/server/db/schema/sessions";
import type { Log } from "@/server/log";

/** Every table of ours: all of them are small, and people can be deleted from all of them. */
export const tablesOfOurs: readonly string[] = [accountTables, planTables, sessionTables].flatMap(
  (schema) =>
    Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : [])),
);

/** VACUUM FULL shuts everybody out of a table. It waits for it no longer than this, so nor do they. */
const LOCK_TIMEOUT_MS = 500;

/** A transaction that was open meanwhile makes VACUUM keep deleted rows; most take milliseconds. */
const VACUUM_TRIES = 5;
const VACUUM_RETRY_MS = 200;

const LOCK_NOT_AVAILABLE = "55P03";
const INSUFFICIENT_PRIVILEGE = "42501";

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/**
 * Makes deleted data disappear from the files of Postgres: DELETE and UPDATE only mark old rows, and
 * the write-ahead log repeats them (anonymity.md, rule 8). Rewrites the tables, then makes Postgres
 * drop the segments of the log that were written before. "incomplete": something still held on to
 * deleted rows, try again. On a given Postgres the user may not touch the log; then only the tables
 * are rewritten, which is all that is promised there.
 */
export async function erasurePass(client: pg.Client, log: Log): Promise<"done" | "incomplete"> {
  await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
  if (!(await forgetOrder(client))) return "incomplete";
  for (const table of tablesOfOurs) {
    if (!(await rewrite(client, table))) return "incomplete";
  }
  for (const statement of ["select pg_switch_wal()", "checkpoint"]) {
    try {
      await client.query(statement);
    } catch (error) {
      if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
      log.info({ statement }, "this Postgres keeps its own log: only live rows are erased from it");
    }
  }
  return "done";
}

/**
 * What a series keeps outlives the session in which it was handed in, so that nothing may tell in which order: all
 * rows become of one transaction, as a rewrite keeps the one that a row came with, and lie sorted by tags, which are
 * random. False where somebody holds the table.
 */
async function forgetOrder(client: pg.Client): Promise<boolean> {
  try {
    // One transaction: whoever hands in meanwhile waits, instead of a deadlock over rows.
    await client.query(
      "lock table series_scores in exclusive mode; update series_scores set tag = tag",
    );
    await client.query("cluster series_scores using series_scores_series_id_tag_pk");
    return true;
  } catch (error) {
    if (codeOf(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

/** Whether the table was written anew without any of its deleted rows. */
async function rewrite(client: pg.Client, table: string): Promise<boolean> {
  for (let tries = 1; tries <= VACUUM_TRIES; tries += 1) {
    let left = 0;
    // "3 dead row versions cannot be removed yet", one notice for the table and one for its overflow.
    const count = (notice: { detail?: string | undefined }) => {
      left += Number.parseInt(notice.detail ?? "", 10) || 0;
    };
    client.on("notice", count);
    try {
      await client.query(`vacuum (full, verbose) "${table}"`);
      if (left === 0) return true;
    } catch (error) {
      if (codeOf(error) === LOCK_NOT_AVAILABLE) return false;
      throw error;
    } finally {
      client.off("notice", count);
    }
    if (tries < VACUUM_TRIES) await sleep(VACUUM_RETRY_MS);
  }
  return false;
}
