import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

/** What a query runs on: the pool, or the transaction that `db.transaction` hands out. */
export type Db = NodePgDatabase;

export interface DbConnection {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Rooms write one transaction at a time each; ten connections keep a small Postgres busy. */
const CONNECTIONS = 10;

/** A database that does not answer a connection within this time is treated as away. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens the pool and its drizzle instance. An acknowledgement means "on disk" here, so
 * `synchronous_commit` is set to `on` for every connection, whatever the server's default is.
 */
export function connect(url: string, onIdleError: (error: Error) => void = () => {}): DbConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "aufwind",
    options: "-c synchronous_commit=on",
  });
  // Without a listener a restarted database would end the process.
  pool.on("error", onIdleError);
  return { db: drizzle(pool), pool, close: () => pool.end() };
}

/** SQLSTATE classes which say that the server went away, starts up or shuts down. */
const AWAY_STATES = /^(08|57P0[1-4]$|53300$)/;

const AWAY_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

/**
 * Whether an error means that the database is away for a moment. The statement may or may not have
 * been committed: whoever repeats it needs it to be idempotent.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") {
    if (AWAY_STATES.test(error.code) || AWAY_CODES.has(error.code)) return true;
  }
  if (/connection terminated|timeout exceeded when trying to connect/i.test(error.message)) {
    return true;
  }
  return error.cause !== undefined && error.cause !== error && isDatabaseAway(error.cause);
}
