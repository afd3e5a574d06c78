import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, query, type TestDatabase } from "@/server/testing/test-database";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = [await createTestDatabase(), await createTestDatabase()];
});

afterAll(async () => {
  await first.drop();
  await second.drop();
});

test("test databases do not see each other", async () => {
  await query(first.url, "create table only_here (id int)");
  expect(await query(first.url, "select to_regclass('only_here') is not null as found")).toEqual([
    { found: true },
  ]);
  expect(await query(second.url, "select to_regclass('only_here') is not null as found")).toEqual([
    { found: false },
  ]);
});

test("the Postgres of the tests skips fsync, and only that", async () => {
  expect(await query(first.url, "show fsync")).toEqual([{ fsync: "off" }]);
  expect(await query(first.url, "show wal_recycle")).toEqual([{ wal_recycle: "off" }]);
});
