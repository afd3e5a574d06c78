import { afterEach, beforeAll, expect, test } from "vitest";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { same } from "@/lib/words";
import { createAccounts } from "@/server/auth/accounts";
import { installation } from "@/server/db/schema/accounts";
import { createInstallation, type Installation } from "@/server/installation";
import { databaseForFile } from "@/server/testing/test-database";

const at = databaseForFile();
let ours: Installation;

beforeAll(async () => {
  ours = createInstallation(at.connection.db);
});
afterEach(async () => {
  await at.connection.db.delete(installation);
});

const south = {
  key: "one",
  country: "DE",
  label: same("Krisendienst Süd", "Crisis service South"),
  note: null,
  phone: "0800 655 3000",
  dial: "08006553000",
  lastChecked: "2026-11-01",
};

test("names the numbers we ship until somebody has decided otherwise", async () => {
  expect(await ours.helpContacts()).toEqual(seedHelpContacts);
  // The row is there for another reason, and says nothing about numbers.
  await createAccounts(at.connection.db).setupLink();
  expect(await ours.helpContacts()).toEqual(seedHelpContacts);
  expect(await ours.maySessionsOpen()).toBe(true);
});

test("keeps the organisation's own list, and leaves the set-up link alone", async () => {
  const accounts = createAccounts(at.connection.db);
  const token = (await accounts.setupLink())?.split("/").at(-1) ?? "";
  await ours.saveHelpContacts([south]);
  expect(await ours.helpContacts()).toEqual([south]);
  expect(await accounts.setupTokenWorks(token)).toBe(true);
  await accounts.setupLink();
  expect(await ours.helpContacts()).toEqual([south]);
});

test("lets no session open while the list is empty", async () => {
  await ours.saveHelpContacts([]);
  expect(await ours.helpContacts()).toEqual([]);
  expect(await ours.maySessionsOpen()).toBe(false);
});

test("takes nothing that a phone could not show", async () => {
  for (const wrong of [
    { ...south, country: "Germany" },
    { ...south, lastChecked: "yesterday" },
  ]) {
    await expect(ours.saveHelpContacts([wrong])).rejects.toThrow();
  }
  const many = Array.from({ length: 31 }, (_, n) => ({ ...south, key: String(n) }));
  await expect(ours.saveHelpContacts(many)).rejects.toThrow();
  expect(await ours.helpContacts()).toEqual(seedHelpContacts);
});
