import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type DbConnection, isDatabaseAway } from "@/server/db/client";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";

let database: TestDatabase;
const open: DbConnection[] = [];

const connectTo = (url: string): DbConnection => {
  const connection = connect(url);
  open.push(connection);
  return connection;
};

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
  await database.drop();
});

const setting = async ({ pool }: DbConnection, name: string) =>
  (await pool.query(`show ${name}`)).rows[0]?.[name];

test("waits for the disk, whatever options stand in the address", async () => {
  const url = new URL(database.url);
  url.searchParams.set("options", "-c synchronous_commit=off -c statement_timeout=12s");
  const connection = connectTo(url.href);
  expect(await setting(connection, "synchronous_commit")).toBe("on");
  expect(await setting(connection, "statement_timeout")).toBe("12s");
});

test("a connection that is lost between two statements fails its transaction and nothing else", async () => {
  const { db } = connectTo(database.url);
  const other = connectTo(database.url);
  const lost = db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const pid = rows[0]?.pid ?? 0;
    await other.pool.query("select pg_terminate_backend($1)", [pid]);
    await expect
      .poll(async () => {
        const alive = await other.pool.query("select 1 from pg_stat_activity where pid = $1", [
          pid,
        ]);
        return alive.rowCount;
      })
      .toBe(0);
    await tx.execute(sql`select 1`);
  });
  const error: unknown = await lost.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseAway(error)).toBe(true);
  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
});

test("a value that is refused does not mean that the database is away", async () => {
  const { db } = connectTo(database.url);
  const error: unknown = await db.execute(sql`select 1 / 0`).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseAway(error)).toBe(false);
});
