import { expect, test } from "vitest";
import {
  forgetSession,
  type RecentSession,
  readRecentSessions,
  rememberSession,
} from "@/lib/client/recent-sessions";
import { memoryStorage } from "@/lib/client/storage";

const of = (n: number, more: Partial<RecentSession> = {}): RecentSession => ({
  session: n.toString(16).padStart(32, "0"),
  code: "7K3M9QTX",
  title: { de: `Sitzung ${n}`, deSie: `Sitzung ${n}`, en: `Session ${n}` },
  address: "du",
  hasEnded: false,
  hasPlan: false,
  ...more,
});

async function storageWith(...records: string[]) {
  const storage = memoryStorage();
  await storage.update(records, () => records.map(() => ({})));
  return storage;
}

test("18: the newest comes first, once, and only so many are kept", async () => {
  const storage = await storageWith("a");
  for (const n of [1, 2, 1]) await rememberSession(storage, "a", of(n));
  expect(await readRecentSessions(storage)).toEqual([of(1), of(2)]);
  for (let n = 3; n < 20; n += 1) await rememberSession(storage, "a", of(n));
  expect((await readRecentSessions(storage)).length).toBe(10);
});

test("18: nothing comes back of what was deleted from this device", async () => {
  const storage = await storageWith("a");
  await rememberSession(storage, "a", of(1));
  await storage.update(["a"], () => [undefined]);
  await forgetSession(storage, of(1).session);
  await rememberSession(storage, "a", of(1, { hasEnded: true }));
  expect(await readRecentSessions(storage)).toEqual([]);
});

test("a list of a newer release is left alone and offers nothing", async () => {
  const storage = memoryStorage();
  await storage.update(["recent-sessions"], () => [{ version: 99, sessions: "?" }]);
  expect(await readRecentSessions(storage)).toEqual([]);
});
