import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ownDots } from "@/lib/activities/collect/kept";
import { ownPlan } from "@/lib/activities/commit/kept";
import { contentOf } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { ownBallot, ownLine } from "@/lib/activities/reframe/kept";
import { keptScore, ownScores, reminder } from "@/lib/activities/scale/kept";
import { type Device, openDevice } from "@/lib/client/device";
import { newDeviceRecord } from "@/lib/client/device-record";
import { memoryStorage } from "@/lib/client/storage";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";
import { commandFrame } from "@/lib/session/commands";

/**
 * What phones have kept in each release is read by this one (docs/decisions/0025). `case-author` and
 * `skipped-a-card` come out of browsers after a whole workshop of the first release; `everything-filled` is
 * the first one with something put into every field. `v2` is what the second release made of them, and
 * `v2-waiting.json` what it had not sent yet of `everything-filled`: its queue, and the letter of a page that
 * was closed while it was filled in.
 */

const here = import.meta.dirname;
const CASE = "c5035307fe4eb846ed0e130e179322d3";
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

describe.each(["v1", "v2"])("of %s", (release) => {
  it("keeps what makes a card one's own, and what was written", () => {
    const { record } = read(`${release}/case-author`);
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
    expect(record.keptCards.map(({ text }) => text)).toEqual([
      "In einem Jahr weiß ich von dieser Nachricht höchstens noch, dass ich sie abgeschickt habe.",
    ]);
    const { kept } = record;
    const scores = { personally: 9, distance: 9, contact: 9 };
    expect(contentOf(ownScores, kept.before)).toEqual({ chosen: scores });
    expect(keptScore(record, { activity: "before", item: "contact" })).toBe(9);
    expect(contentOf(ownChecks, kept.close)).toEqual({ safe: 8, useful: 7, settled: true });
    const ballot = contentOf(ownBallot, kept[`other-readings/${CASE}`]);
    expect(ballot.shown).toHaveLength(8);
    expect(ballot.chosen).toEqual(["3bbe343bf2ab8ed27edabeb0b23a7fb8"]);
    const plan = contentOf(ownPlan, kept["if-then"]);
    expect(plan).toMatchObject({ finished: true, steps: ["follow-up"] });
    expect(Object.values(plan.fields)).toEqual(["Mein Schritt", "Mein Schritt", "2027-01-15"]);
    for (const entry of Object.values(kept)) {
      expect(entry).toMatchObject({ revision: 1, state: "saved" });
    }
  });

  it("keeps what was refused, forgotten or said to nobody", () => {
    const { record } = read(`${release}/everything-filled`);
    expect(record).toMatchObject({
      attendance: "left",
      watching: true,
      helpSeen: 2,
      revisionsFrom: 7,
      talk: { revision: 1, state: "saving" },
    });
    const { kept } = record;
    expect(contentOf(reminder, kept["before/reminder"])).toEqual({ word: "Messe" });
    expect(contentOf(ownLine, kept["own/line"])).toEqual({ text: "Eine eigene Zeile" });
    expect(contentOf(ownDots, kept["small-no"])).toEqual({
      laid: [{ theme: "00000000000000000000000000000001", dots: 2 }],
    });
    expect(record.cards).toMatchObject([
      {
        draft: "Ein geänderter Entwurf",
        ...{ tooLate: "change", standing: "held", reply: "Danke dafür" },
      },
      { withdrawn: true, late: true, overBudget: true, attributes: { lens: "time" } },
    ]);
  });
});

describe("what v2 had not sent yet", () => {
  const session = "a9bc61ec43482cf3bdf673f9e7590ee9";
  const waiting = z
    .object({ queue: z.array(z.unknown()), letters: z.tuple([z.unknown()]) })
    .parse(JSON.parse(readFileSync(join(here, "v2-waiting.json"), "utf8")));
  const stored = records.find(({ name }) => name === "v2/everything-filled")?.stored;

  async function open(): Promise<Device> {
    const storage = memoryStorage();
    const [letter] = waiting.letters;
    storage.letters.leave(`left/${session}/x`, letter);
    const all = [`device/${session}`, `outbox/${session}`];
    await storage.update(all, () => [stored, waiting.queue]);
    return openDevice(storage, session, "7K3M9QTX");
  }

  it("is sent as it was, and its answers are told (P160)", async () => {
    const device = await open();
    const sent: string[] = [];
    for (let frame = await device.first(); frame !== null; frame = await device.first()) {
      if (frame.command.type !== "activity") throw new Error("unreachable");
      sent.push(frame.command.command.type);
      expect(commandFrame.safeParse(frame).success).toBe(true);
      await device.settle(frame, { ok: false, code: "not-allowed" });
    }
    expect(sent).toEqual([
      ...["castScores", "answerChecks", "castBallot", "castDots", "reportFinished"],
      ...["withdrawCard", "castDots"],
    ]);
    const { kept, cards } = device.snapshot();
    const answered = ["after", "close", `other-readings/${CASE}`, "small-no", "if-then", "late"];
    for (const key of answered) {
      expect([key, kept[key]?.state]).toEqual([key, "refused"]);
      expect(kept[key]?.revision).toBe(8);
    }
    expect(cards[1]).toMatchObject({ withdrawn: false, tooLate: "withdrawal" });
  });

  it("is put in part by part, with what a closed page had changed (P136)", async () => {
    const { kept, keptCards, ways, cards } = (await open()).snapshot();
    const scores = { personally: 8, distance: 9, contact: 9 };
    expect(contentOf(ownScores, kept.before)).toEqual({ chosen: scores });
    expect(kept.before).toMatchObject({ revision: 1, state: "draft", missedAt: "result" });
    // What was begun in the closed page is an entry like any other.
    const begun = { revision: 0, state: "draft" } as const;
    expect(kept).toMatchObject({
      third: { ...begun, kind: "scale", phase: "ask", missedAt: "result" },
      "third/reminder": { ...begun, kind: "scale", missedAt: null, content: { word: "Zug" } },
      later: { ...begun, kind: "pause", phase: "show", missedAt: "end" },
      "other-readings/own": { ...begun, kind: "reframe", phase: "vote", missedAt: "result" },
      "other-no": { ...begun, kind: "collect", phase: "vote", missedAt: "result" },
      late: { kind: "collect", revision: 8, state: "saving" },
    });
    expect(contentOf(ownChecks, kept.later)).toEqual({ safe: 5, useful: null, settled: null });
    expect(contentOf(ownDots, kept["other-no"]).laid).toHaveLength(2);
    expect(contentOf(reminder, kept["before/reminder"])).toEqual({ word: "Halle 3" });
    expect(contentOf(ownLine, kept["own/line"])).toEqual({ text: "Eine andere Zeile" });
    const { fields, steps } = contentOf(ownPlan, kept["if-then"]);
    expect(Object.values(fields)).toEqual(["Mein Schritt", "Anderer Schritt", "2027-01-15"]);
    expect(steps).toEqual([]);
    expect(keptCards.map(({ text }) => text)).toContain("Hilft auch");
    expect(ways).toMatchObject({ "third/ask": "skipped" });
    expect(cards).toHaveLength(3);
  });
});
