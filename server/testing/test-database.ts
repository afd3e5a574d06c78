import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, type DbConnection } from "@/server/db/client";

export interface TestDatabase {
  /** Connection string; give it to `connect` or to a server as its `DATABASE_URL`. */
  url: string;
  /** Ends whatever is still connected and deletes the database. */
  drop(): Promise<void>;
}

/** Copies fail while anybody, such as the last migration's connection, is still on the template. */
const TEMPLATE_IN_USE = "55006";
const COPY_TRIES = 20;

async function administer(templateUrl: string, statements: readonly string[]): Promise<void> {
  const url = new URL(templateUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own with the newest schema, copied in a few dozen milliseconds. For
 * `*.pg.test.ts` files: call it in `beforeAll` and `drop` it in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomBytes(6).toString("hex")}`;
  for (let tries = 1; ; tries += 1) {
    try {
      await administer(templateUrl, [`create database ${name} template ${template}`]);
      break;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== TEMPLATE_IN_USE || tries === COPY_TRIES) throw error;
    }
  }
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(templateUrl, [`drop database if exists ${name} with (force)`]),
  };
}

/** A database of its own with a connection, for all tests of the file that calls it. */
export function databaseForFile(): { database: TestDatabase; connection: DbConnection } {
  // Filled before the first test.
  const at = {} as { database: TestDatabase; connection: DbConnection };
  beforeAll(async () => {
    at.database = await createTestDatabase();
    at.connection = connect(at.database.url);
  });
  afterAll(async () => {
    await at.connection.close();
    await at.database.drop();
  });
  return at;
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
