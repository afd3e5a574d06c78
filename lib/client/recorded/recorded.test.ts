import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { newDeviceRecord } from "@/lib/client/device-record";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";

/**
 * What phones have kept in each release is read by this one (docs/decisions/0025). `case-author` and
 * `skipped-a-card` come out of browsers after a whole workshop; `everything-filled` is the first one with
 * something put into every field.
 */

const here = import.meta.dirname;
const fresh = newDeviceRecord("a".repeat(32), "b".repeat(32));

const records = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: release }) =>
    readdirSync(join(here, release)).map((file) => {
      const stored: unknown = JSON.parse(readFileSync(join(here, release, file), "utf8"));
      return { name: `${release}/${basename(file, ".json")}`, stored };
    }),
  );

const read = (name: string) =>
  readStoredRecord(records.find((each) => each.name === name)?.stored, fresh);

it.each(records)(
  "a device record of $name reads as a whole, and again once it is stored",
  ({ stored }) => {
    const { record, whole } = readStoredRecord(stored, fresh);
    expect(whole).toBe(true);
    const again: unknown = JSON.parse(JSON.stringify(storedRecord(record)));
    expect(readStoredRecord(again, fresh)).toEqual({ record, whole: true });
  },
);

it("keeps what makes a card one's own, and what was written", () => {
  const { record } = read("v1/case-author");
  expect(record.device).toBe("824e36d98d58b0323951e5db4051122a");
  expect(record.cards).toMatchObject([
    {
      edit: "4569748b7c0e5bb27f8a5ff0713e1b9d",
      mark: "b558ac7150a107e615287f5b5446dedc",
      activity: "small-no",
      sent: expect.stringMatching(/^Ich habe eine ehemalige Chefin/),
      state: "saved",
      revision: 1,
    },
    { edit: "f39f23a0bf68ff9fe73ecdd90037abe4", activity: "other-readings", state: "saved" },
  ]);
  expect(record.keptReadings.map(({ text }) => text)).toEqual([
    "In einem Jahr weiß ich von dieser Nachricht höchstens noch, dass ich sie abgeschickt habe.",
  ]);
  expect(record.scores.before?.chosen).toEqual({ personally: 9, distance: 9, contact: 9 });
  expect(record.checks.close).toMatchObject({ safe: 8, useful: 7, settled: true });
  const plan = record.plans["if-then"];
  expect(plan?.finished).toBe(true);
  expect(Object.values(plan?.fields ?? {})).toEqual(["Mein Schritt", "Mein Schritt", "2027-01-15"]);
});

it("keeps what was refused, forgotten or said to nobody", () => {
  const { record } = read("v1/everything-filled");
  expect(record).toMatchObject({
    reminders: { before: "Messe" },
    ownLines: { own: "Eine eigene Zeile" },
    attendance: "left",
    watching: true,
    helpSeen: 2,
    revisionsFrom: 7,
    talk: { revision: 1, state: "saving" },
  });
  expect(record.cards).toMatchObject([
    { draft: "Ein geänderter Entwurf", tooLate: "change", standing: "held", reply: "Danke dafür" },
    { withdrawn: true, late: true, overBudget: true, attributes: { lens: "time" } },
  ]);
});
