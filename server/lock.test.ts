import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type InstallationLock, lockInstallation } from "@/server/lock";

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
