import pg from "pg";

/** A database that does not answer within this time is treated as away. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Does `work` unless another node is doing the same at the moment, on a connection of its own that
 * holds the lock. `lock` is any fixed number, the same on all nodes. Answers "elsewhere" where it was
 * not done; throws what `work` throws.
 */
export async function exclusively<T>(
  url: string,
  lock: number,
  work: (client: pg.Client) => Promise<T>,
): Promise<T | "elsewhere"> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "aufwind-housekeeping",
  });
  // Without a listener a database that goes away would end the process; the query fails anyway.
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as held", [lock]);
    if (rows[0]?.held !== true) return "elsewhere";
    const done = await work(client);
    // By hand, since a connection frees it only some time after it was closed.
    await client.query("select pg_advisory_unlock($1)", [lock]);
    return done;
  } finally {
    await client.end().catch(() => {});
  }
}
