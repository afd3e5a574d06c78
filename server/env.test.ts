import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "@/server/env";
import { StartRefused } from "@/server/refused";

const good = "k7Qv0zN3xB1mT8rW5yL2cH9pD4sF6gJa";
const database = "postgres://somebody:word@127.0.0.1:5432/aufwind";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "aufwind-env-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("makes its own secrets at the first start, readable by nobody else, and keeps them", () => {
  const first = readEnv({}, root);
  expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(root, ".data/secrets.json")).mode & 0o777).toBe(0o600);
  expect(readEnv({}, root)).toEqual(first);
  expect(first).toMatchObject({ port: 3000, mode: "production", publicUrl: undefined });
});

test.each([
  ["missing", undefined],
  ["empty", ""],
  ["short", "k7Qv0zN3xB1mT8r"],
  ["an example", "please-change-me-please-change-me-please"],
  ["one character", "a".repeat(40)],
])("refuses a production start when the secret is %s", (_, secret) => {
  for (const setting of [{ PUBLIC_URL: "https://a.example" }, { DATABASE_URL: database }]) {
    let refusal: unknown;
    try {
      readEnv({ ...setting, NEXTAUTH_SECRET: secret }, root);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(String(refusal)).toMatch(/^[^\n]*NEXTAUTH_SECRET[^\n]*$/);
    if (secret) expect(String(refusal)).not.toContain(secret);
  }
});

test("takes a good secret with PUBLIC_URL and DATABASE_URL, and writes nothing", () => {
  const env = readEnv(
    { PUBLIC_URL: "https://aufwind.example/", DATABASE_URL: database, NEXTAUTH_SECRET: good },
    root,
  );
  expect(env).toMatchObject({ publicUrl: "https://aufwind.example", authSecret: good });
  expect(() => statSync(join(root, ".data"))).toThrow();
});

test.each([
  [{ PORT: "eighty" }, /PORT/],
  [{ PUBLIC_URL: "aufwind.example", NEXTAUTH_SECRET: good }, /PUBLIC_URL/],
  [{ PUBLIC_URL: "https://a.example/path", NEXTAUTH_SECRET: good }, /PUBLIC_URL/],
  [{ DATABASE_URL: "mysql://x", NEXTAUTH_SECRET: good }, /DATABASE_URL/],
  [{ AUFWIND_KEEP_DAYS: "6" }, /AUFWIND_KEEP_DAYS/],
  [{ AUFWIND_KEEP_DAYS: "91" }, /AUFWIND_KEEP_DAYS/],
  [{ AUFWIND_KEEP_DAYS: "thirty" }, /AUFWIND_KEEP_DAYS/],
])("names the setting that is wrong: %o", (variables, name) => {
  expect(() => readEnv(variables, root)).toThrow(StartRefused);
  expect(() => readEnv(variables, root)).toThrow(name);
});

test("keeps raw data for 30 days, or for the days that were set", () => {
  expect(readEnv({}, root).keepDays).toBe(30);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "" }, root).keepDays).toBe(30);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "7" }, root).keepDays).toBe(7);
  expect(readEnv({ AUFWIND_KEEP_DAYS: "90" }, root).keepDays).toBe(90);
});

test("never replaces damaged secrets, which would lock us out of our database", () => {
  readEnv({}, root);
  writeFileSync(join(root, ".data/secrets.json"), "{");
  expect(() => readEnv({}, root)).toThrow(/damaged/);
});
