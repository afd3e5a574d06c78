import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccounts } from "@/server/auth/accounts";
import { createLinks } from "@/server/auth/links";
import { connect } from "@/server/db/client";
import { startEmbedded } from "@/server/db/embedded";
import { migrateDatabase } from "@/server/db/migrate";
import { users } from "@/server/db/schema/accounts";
import { readEnv } from "@/server/env";
import { lockInstallation } from "@/server/lock";
import { projectRoot } from "@/server/project-root";
import { openForEverybody } from "@/server/testing/temporary-folder";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";

const SECRET = "k7Qv0zN3xB1mT8rW5yL2cH9pD4sF6gJa";
const ada = { name: "Ada", email: "ada@example.org", password: "ein langer Satz", language: "de" };

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-reset-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run user:reset -- …`, as an operator types it. */
function userReset(
  extra: Record<string, string>,
  ...words: string[]
): Promise<{ code: number | null; out: string; error: string }> {
  const { PUBLIC_URL, DATABASE_URL, NEXTAUTH_SECRET, ...environment } = process.env;
  const child = spawn("npm", ["run", "-s", "user:reset", "--", ...words], {
    cwd: projectRoot(),
    env: { ...environment, NODE_ENV: "production", AUFWIND_DATA_DIR: folder, ...extra },
  });
  let out = "";
  let error = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    error += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, error })));
}

async function firstAccount(url: string): Promise<void> {
  const connection = connect(url);
  try {
    const accounts = createAccounts(connection.db);
    const link = await accounts.setupLink();
    await accounts.createFirstAccount(link?.split("/").at(-1) ?? "", ada);
  } finally {
    await connection.close();
  }
}

async function expectWorkingLink(url: string, out: string, base: string): Promise<void> {
  const [, origin, token] = /(\S+)\/link\/([\w-]+)/.exec(out) ?? [];
  expect(origin).toBe(base);
  const connection = connect(url);
  try {
    const link = await createLinks(connection.db).find(token ?? "");
    expect(link).toMatchObject({ purpose: "reset", email: ada.email });
  } finally {
    await connection.close();
  }
}

test("prints a link on a stopped installation, and leaves it stopped", async () => {
  const env = readEnv({ AUFWIND_DATA_DIR: folder });
  const start = () =>
    startEmbedded({ dataDir: folder, password: env.databasePassword, fsync: false });
  let postgres = await start();
  await migrateDatabase(postgres.url);
  await firstAccount(postgres.url);
  await postgres.stop();

  const { code, out } = await userReset({ PORT: "3456" }, "ADA@example.org");
  expect(code).toBe(0);
  expect(out).toContain("Aufwind has to run for it.");
  // Nobody holds the installation: a start is free to take it.
  const lock = await lockInstallation(folder);
  expect("url" in lock).toBe(false);
  if (!("url" in lock)) lock.release();
  postgres = await start();
  await expectWorkingLink(postgres.url, out, "http://localhost:3456");
  await postgres.stop();
});

test("prints a link beside a running one, at the address where that is", async () => {
  const env = readEnv({ AUFWIND_DATA_DIR: folder });
  const lock = await lockInstallation(folder);
  if ("url" in lock) throw new Error("the folder is in use");
  const postgres = await startEmbedded({
    ...{ dataDir: folder, password: env.databasePassword, fsync: false },
  });
  try {
    await migrateDatabase(postgres.url);
    expect(await userReset({}, ada.email)).toMatchObject({
      code: 1,
      error: expect.stringContaining("just starting"),
    });
    lock.announce({ url: "http://localhost:4567", isDevelopment: false });
    await firstAccount(postgres.url);
    const { code, out } = await userReset({}, ada.email);
    expect(code).toBe(0);
    await expectWorkingLink(postgres.url, out, "http://localhost:4567");
  } finally {
    await postgres.stop();
    lock.release();
  }
});

test("says in one line what is missing", async () => {
  const extra = { DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET };
  const said = async (variables: Record<string, string>, ...words: string[]) => {
    const { code, out, error } = await userReset(variables, ...words);
    expect([code, out]).toEqual([1, ""]);
    return error.trim();
  };
  expect(await said(extra)).toBe("Say whose: npm run user:reset -- name@example.org");
  expect(await said(extra, ada.email)).toMatch(/^There is no account yet[^\n]*$/);
  await firstAccount(database.url);
  expect(await said(extra, "ben@example.org")).toBe("No account has the address ben@example.org.");
  const away = { ...extra, DATABASE_URL: "postgres://somebody:unspeakable@127.0.0.1:1/nowhere" };
  const refused = await said(away, ada.email);
  expect(refused).toMatch(/^The database 127\.0\.0\.1:1\/nowhere can't be used[^\n]*$/);
  expect(refused).not.toContain("unspeakable");
  const connection = connect(database.url);
  await connection.db.delete(users);
  await connection.close();
});
