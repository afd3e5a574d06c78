import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type InstallationLock, lockInstallation, removeStale } from "@/server/lock";

let folder: string;
let held: InstallationLock[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aufwind-lock-"));
});
afterEach(() => {
  for (const lock of held) lock.release();
  held = [];
  rmSync(folder, { recursive: true, force: true });
});

async function lock() {
  const result = await lockInstallation(folder);
  if ("release" in result) held.push(result);
  return result;
}

test("a second start is told where the first one runs", async () => {
  const first = await lock();
  if (!("announce" in first)) throw new Error("not locked");
  for (const isDevelopment of [true, false]) {
    const app = { url: "http://localhost:3000", isDevelopment };
    first.announce(app);
    expect(await lock()).toEqual(app);
  }
  first.release();
  expect(await lock()).toHaveProperty("release");
});

test("the lock of an app that was killed counts for nothing", async () => {
  writeFileSync(join(folder, "app.lock"), JSON.stringify({ port: 1, token: "t" }));
  expect(await lock()).toHaveProperty("release");
});

test("a damaged lock counts for nothing", async () => {
  writeFileSync(join(folder, "app.lock"), "{");
  expect(await lock()).toHaveProperty("release");
});

test("of two starts over a dead lock the slower one leaves the lock of the faster one", async () => {
  const path = join(folder, "app.lock");
  const stale = JSON.stringify({ port: 1, token: "t" });
  writeFileSync(path, stale);
  // Both have found it dead; this one goes first.
  expect(await lock()).toHaveProperty("release");
  const fresh = readFileSync(path, "utf8");
  removeStale(path, stale);
  expect(readFileSync(path, "utf8")).toBe(fresh);
  expect(await lock()).toHaveProperty("url");
  expect(readdirSync(folder)).toEqual(["app.lock"]);
});

test("a dead lock goes, and one that went already is no error", () => {
  const path = join(folder, "app.lock");
  writeFileSync(path, "{");
  removeStale(path, "{");
  removeStale(path, "{");
  expect(readdirSync(folder)).toEqual([]);
});
