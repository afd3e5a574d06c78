import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, type Transaction } from "@/server/db/client";
import { together } from "@/server/db/together";
import { randomId } from "@/server/rooms/chance";
import { withSessionLocked } from "@/server/rooms/session-lock";
import { createTestDatabase } from "@/server/testing/test-database";

test("what fails beside something that asks twice leaves nothing of that behind", async () => {
  const database = await createTestDatabase();
  const own = connect(database.url);
  const asksTwice = async (tx: Transaction, table: string) => {
    await tx.execute(sql`select 1`);
    await tx.execute(sql`create table ${sql.identifier(table)} ()`);
  };
  const fails = async () => {
    throw new Error("It can't be read");
  };
  const lock = (work: (tx: Transaction) => Promise<unknown>) =>
    withSessionLocked(own.db, randomId(), async (tx) => ({ done: await work(tx), raised: null }));
  const tables = async () => {
    const { rows } = await own.db.execute(
      sql`select relname from pg_class where relname in ('left_behind', 'rolled_back')`,
    );
    return rows;
  };
  try {
    await expect(lock((tx) => together([asksTwice(tx, "rolled_back"), fails()]))).rejects.toThrow(
      "It can't be read",
    );
    // Positive control: what isn't waited for goes on after the rollback.
    await expect(
      lock((tx) => Promise.all([asksTwice(tx, "left_behind"), fails()])),
    ).rejects.toThrow("It can't be read");
    await expect.poll(tables).toEqual([{ relname: "left_behind" }]);
  } finally {
    await own.close();
    await database.drop();
  }
});
