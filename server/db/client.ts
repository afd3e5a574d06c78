import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

/** What a query runs on. */
export type Db = NodePgDatabase & { $client: pg.Pool };

/** The same on one connection, inside a transaction. */
export type Transaction = Pick<
  Db,
  "select" | "insert" | "update" | "delete" | "execute" | "$count"
>;

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
export function connect(url: string, onLost: (error: Error) => void = () => {}): DbConnection {
  const { connectionString, options } = insisting(url);
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    // What is asked for at once goes out at once, and is done in that order. What is awaited waits as ever.
    pipeline: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "aufwind",
    options,
  });
  // Without listeners a restarted database would end the process: the pool's for idle connections, the
  // connection's own for one that is lost between two statements of a transaction.
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  return { db: drizzle(pool), pool, close: () => pool.end() };
}

/** `options` in the address would replace ours; put behind its own, ours has the last word. */
function insisting(url: string): { connectionString: string; options: string } {
  const address = new URL(url);
  const own = address.searchParams.get("options") ?? "";
  address.searchParams.delete("options");
  return {
    connectionString: address.href,
    options: `${own} -c synchronous_commit=on`.trim(),
  };
}

/** SQLSTATE classes which say that the server went away, starts up or shuts down. */
const AWAY_STATES = /^(08|57P0[1-4]$|53300$)/;

const AWAY_CODES: ReadonlySet<string> = new Set(
  "ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH".split(" "),
);

/** What the driver itself says, without a code; the last of a connection that is lost already. */
const AWAY_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i;

/**
 * Whether an error means that the database is away for a moment. The statement may or may not have
 * been committed: whoever repeats it needs it to be idempotent.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") {
    if (AWAY_STATES.test(error.code) || AWAY_CODES.has(error.code)) return true;
  }
  if (AWAY_MESSAGES.test(error.message)) return true;
  return error.cause !== undefined && error.cause !== error && isDatabaseAway(error.cause);
}
