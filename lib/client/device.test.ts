import { describe, expect, it } from "vitest";
import { ownPlan } from "@/lib/activities/commit/kept";
import { type KeptEntry, withContent } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { openDevice, withAnswer } from "@/lib/client/device";
import type { DeviceRecord } from "@/lib/client/device-record";
import { newDeviceRecord, nextRevision } from "@/lib/client/device-record";
import { joinedSession, rememberCode } from "@/lib/client/joined-code";
import { newOwnCard, type OwnCard } from "@/lib/client/own-card";
import { marksToAsk, withNews } from "@/lib/client/own-news";
import { hashSecret, randomSecret } from "@/lib/client/random";
import { memoryStorage } from "@/lib/client/storage";
import { testBrowser } from "@/lib/client/testing/browser";
import type { Acknowledgement } from "@/lib/protocol";
import { drawWords, type SeriesWords } from "@/lib/series/series-words";
import { type CommandOfPhone, MARKS_ASKED } from "@/lib/session/commands";
import { positionOf } from "@/lib/session/state";
import { createMemorySession } from "@/lib/testing/memory-session";
import { answerChecks, plan } from "@/lib/testing/session-driver";

const session = "5".repeat(32);
const code = "7K3M9QTX";

function ownCard(part: Partial<OwnCard>): OwnCard {
  return newOwnCard({
    edit: randomSecret(),
    mark: randomSecret(),
    activity: "small-no",
    draft: "text",
    sent: "text",
    revision: 1,
    state: "saving",
    ...part,
  });
}

function submitted(card: OwnCard, revision = card.revision): CommandOfPhone {
  const command = { type: "submitCard", edit: card.edit, revision, text: card.sent };
  return { type: "activity", activity: card.activity, command };
}

const answered = (record: DeviceRecord, command: CommandOfPhone, answer: Acknowledgement) =>
  withAnswer(record, { command, kept: null }, answer);

function atTheClosing() {
  const room = createMemorySession(plan, 1);
  room.send("facilitator", { type: "begin", endsAt: null });
  room.send("facilitator", { type: "startClosing", from: positionOf(room.state) });
  return room;
}

describe("the device", () => {
  it("keeps its secret and its drafts over a reload", async () => {
    const storage = memoryStorage();
    const first = await openDevice(storage, session, code);
    const card = ownCard({ draft: "half a sen", sent: null, revision: 0, state: "draft" });
    first.change((record) => ({ ...record, cards: [card] }));
    expect(first.snapshot().cards).toEqual([card]);
    await first.flush();
    const second = await openDevice(storage, session, code);
    expect(second.snapshot()).toEqual(first.snapshot());
  });

  it("4: keeps what is changed while an earlier change is being written down", async () => {
    const disk = memoryStorage();
    let written = () => {};
    const storage: typeof disk = {
      ...disk,
      async update(keys, change) {
        await disk.update(keys, change);
        written();
      },
    };
    const device = await openDevice(storage, session, code);
    // A second tap, after the first is on the disk and before the page knows.
    written = () => {
      written = () => {};
      device.change((record) => ({ ...record, watching: true }));
    };
    device.change((record) => ({ ...record, helpSeen: 3 }));
    await device.flush();
    expect(device.snapshot()).toMatchObject({ watching: true, helpSeen: 3 });
    await device.flush();
    const reloaded = await openDevice(storage, session, code);
    expect(reloaded.snapshot()).toMatchObject({ watching: true });
  });

  it("4: shows nothing as handed in that a page handed in before it knew what another had chosen", async () => {
    const { page } = testBrowser();
    const choose =
      (safe: number, sent: Partial<KeptEntry> = {}) =>
      (before: DeviceRecord): DeviceRecord => {
        const chosen = withContent(ownChecks, before.kept.close, { ...ownChecks.nothing, safe });
        return { ...before, kept: { close: { ...chosen, ...sent } } };
      };
    const awake = await openDevice(page().storage, session, code);
    awake.change(choose(1));
    await awake.flush();
    const asleep = page();
    const stale = await openDevice(asleep.storage, session, code);
    asleep.setAsleep(true);
    awake.change(choose(2));
    await awake.flush();
    stale.handIn((before) => ({
      record: choose(1, { revision: 1, state: "saving" })(before),
      command: {
        type: "activity",
        activity: "close",
        command: { type: "answerChecks", revision: 1 },
      },
      kept: "close",
    }));
    stale.leave();
    asleep.close();
    const next = await openDevice(page().storage, session, code);
    expect(next.snapshot().kept.close).toMatchObject({ state: "draft", content: { safe: 2 } });
    expect(await next.first()).toMatchObject({ command: { activity: "close" } });
  });

  it("is another one in another session", async () => {
    const storage = memoryStorage();
    const one = await openDevice(storage, session, code);
    const two = await openDevice(storage, "6".repeat(32), code);
    expect(two.snapshot().device).not.toBe(one.snapshot().device);
  });

  it("lets two tabs write without undoing each other", async () => {
    const storage = memoryStorage();
    const [one, two] = [
      await openDevice(storage, session, code),
      await openDevice(storage, session, code),
    ];
    one.change((record) => ({ ...record, helpSeen: 3 }));
    two.change((record) => ({ ...record, watching: true }));
    await one.flush();
    await two.flush();
    const { helpSeen, watching, device } = (await openDevice(storage, session, code)).snapshot();
    expect({ helpSeen, watching }).toEqual({ helpSeen: 3, watching: true });
    expect(device).toBe(one.snapshot().device);
  });

  it("starts anew over what it can't read at all, and keeps that aside until it is deleted", async () => {
    for (const stored of [{ session: 7 }, "half a JSON te", null]) {
      const storage = memoryStorage();
      await storage.update([`device/${session}`], () => [stored]);
      const device = await openDevice(storage, session, code);
      expect(device.snapshot().cards).toEqual([]);
      expect(await storage.get(`unread/${session}`)).toEqual(stored ?? undefined);
      await device.erase();
      expect(await storage.get(`unread/${session}`)).toBeUndefined();
    }
  });

  it("takes over what still reads of another version's record: the same device, its drafts, its revisions", async () => {
    const storage = memoryStorage();
    const before = await openDevice(storage, session, code);
    const draft = ownCard({ draft: "noch nicht fer", sent: null, state: "draft" });
    const plan = withContent(ownPlan, undefined, {
      ...ownPlan.nothing,
      fields: { when: "montags" },
      finished: true,
    });
    before.change((record) => ({ ...record, cards: [draft], kept: { "if-then": plan } }));
    await before.flush();
    // A card without what came later, one that nobody can read, answers of another shape.
    const { state: _, ...older } = ownCard({ draft: "von früher" });
    await storage.update([`device/${session}`], ([stored]) => [
      {
        ...(typeof stored === "object" ? stored : {}),
        cards: [older, { draft: 7 }, draft],
        kept: { "if-then": plan, before: { revision: 6, values: [1] } },
        watching: "perhaps",
      },
    ]);
    const record = (await openDevice(storage, session, code)).snapshot();
    expect(record.device).toBe(before.snapshot().device);
    expect(record.cards.map((card) => card.draft)).toEqual(["von früher", "noch nicht fer"]);
    expect(record).toMatchObject({ kept: { "if-then": plan }, watching: false });
    expect(Object.keys(record.kept)).toEqual(["if-then"]);
    expect(nextRevision(record, undefined)).toBe(7);
    expect(await storage.get(`unread/${session}`)).toMatchObject({ watching: "perhaps" });
    // From now on it is a record like any other.
    expect((await openDevice(storage, session, code)).snapshot()).toEqual(record);
  });

  it("keeps aside what a newer release has stored, also where all that this one knows of it reads", async () => {
    const storage = memoryStorage();
    const before = await openDevice(storage, session, code);
    const newer = { ...before.snapshot(), version: 99, seats: { duo: { revision: 6 } } };
    await storage.update([`device/${session}`], () => [newer]);
    const record = (await openDevice(storage, session, code)).snapshot();
    expect(record.device).toBe(newer.device);
    expect(nextRevision(record, undefined)).toBe(7);
    expect(await storage.get(`unread/${session}`)).toEqual(newer);
  });

  it("leaves to pages of a newer release what one of them has left, until it is deleted", async () => {
    const storage = memoryStorage();
    const { device } = (await openDevice(storage, session, code)).snapshot();
    const left = [
      `left/${session}/newer`,
      { version: 99, device, pages: ["noch nicht fer"] },
    ] as const;
    storage.letters.leave(...left);
    const older = await openDevice(storage, session, code);
    expect(storage.letters.all(`left/${session}`)).toEqual([left]);
    await older.erase();
    expect(storage.letters.all(`left/${session}`)).toEqual([]);
  });

  it("forgets everything, the way back in included, and writes nothing any more", async () => {
    const storage = memoryStorage();
    const device = await openDevice(storage, session, code);
    await rememberCode(storage, code, session);
    device.change((record) => ({ ...record, cards: [ownCard({})] }));
    device.change((record) => ({ ...record, attendance: "left" }));
    await device.erase();
    device.change((record) => ({ ...record, watching: true }));
    await device.flush();
    // Whoever has left is not put back in by it.
    expect(device.snapshot()).toMatchObject({ cards: [], watching: true, attendance: "left" });
    expect(await storage.get(`device/${session}`)).toBeUndefined();
    expect(await joinedSession(storage, code)).toBeNull();
  });

  it("P73 goes on from the revisions that were used before it forgot them", async () => {
    const device = await openDevice(memoryStorage(), session, code);
    const room = atTheClosing();
    const answer = (settled: boolean) => {
      const key = "close";
      const own = device.snapshot().kept[key];
      const revision = nextRevision(device.snapshot(), own);
      const checks = { safe: 3, useful: null, settled };
      const kept = { ...withContent(ownChecks, own, checks), revision, state: "saving" as const };
      device.change((record) => ({ ...record, kept: { [key]: kept } }));
      const { device: secret } = device.snapshot();
      return room.send({ device: secret }, answerChecks(revision, checks));
    };
    expect(answer(false)).toMatchObject({ ok: true });
    expect(answer(true)).toMatchObject({ ok: true });
    expect(room.view("facilitator").facilitator?.notSettled).toBe(0);
    await device.erase();
    expect(answer(false)).toMatchObject({ ok: true });
    expect(room.view("facilitator").facilitator?.notSettled).toBe(1);
    // The same ballots as before, not a second set.
    expect(room.sealedBallots("close")).toHaveLength(2);
    await device.erase();
    expect(answer(true)).toMatchObject({ ok: true });
    expect(room.view("facilitator").facilitator?.notSettled).toBe(0);
  });

  it("remembers which session a code led to", async () => {
    const storage = memoryStorage();
    expect(await joinedSession(storage, code)).toBeNull();
    await rememberCode(storage, code, session);
    expect(await joinedSession(storage, code)).toBe(session);
  });
});

describe("withAnswer", () => {
  function recordWith(card: OwnCard): DeviceRecord {
    return { ...newDeviceRecord(session, randomSecret()), cards: [card] };
  }
  const cardAfter = (card: OwnCard, command: CommandOfPhone, ok: boolean) =>
    answered(recordWith(card), command, ok ? { ok } : { ok, code: "closed" }).cards[0];

  it("marks a card as saved", () => {
    const card = ownCard({});
    expect(cardAfter(card, submitted(card), true)?.state).toBe("saved");
  });

  it("takes no answer to an older revision for the newest text", () => {
    const card = ownCard({ revision: 2 });
    expect(cardAfter(card, submitted(card, 1), true)?.state).toBe("saving");
  });

  it("makes a card that never arrived a draft again", () => {
    const card = ownCard({});
    expect(cardAfter(card, submitted(card), false)).toMatchObject({
      state: "refused",
      sent: null,
      draft: "text",
    });
  });

  it("brings a card back whose withdrawal came too late", () => {
    const card = ownCard({ withdrawn: true });
    const command = { type: "withdrawCard", edit: card.edit };
    const after = cardAfter(card, { type: "activity", activity: card.activity, command }, false);
    expect(after).toMatchObject({ withdrawn: false, state: "saved", tooLate: "withdrawal" });
  });

  it("goes back to what had arrived where a change came too late, and keeps the new words as a draft", () => {
    const first = ownCard({ sent: "erste Fassung", draft: "erste Fassung" });
    const saved = cardAfter(first, submitted(first), true);
    const changed = { ...first, ...saved, sent: "zweite", draft: "zweite", revision: 2 };
    expect(cardAfter(changed, submitted(changed), false)).toMatchObject({
      sent: "erste Fassung",
      draft: "zweite",
      state: "saved",
      tooLate: "change",
    });
    // The first one's answer may come after the second was typed.
    const early = { ...first, sent: "zweite", draft: "zweite", revision: 2 };
    const late = cardAfter(early, submitted(first, 1), true);
    expect(late).toMatchObject({ state: "saving", accepted: "erste Fassung" });
  });

  it("tells the wish to talk about a card from the one from Help", () => {
    const card = ownCard({ talk: { revision: 2, state: "saving" } });
    const record = { ...recordWith(card), talk: { revision: 1, state: "saving" } as const };
    const want = (mark: string | null, revision: number): CommandOfPhone => ({
      type: "wantToTalk",
      mark,
      revision,
    });
    expect(answered(record, want(card.mark, 2), { ok: true })).toMatchObject({
      cards: [{ talk: { state: "saved" } }],
      talk: { state: "saving" },
    });
    expect(answered(record, want(card.mark, 1), { ok: true }).cards[0]?.talk?.state).toBe("saving");
    expect(answered(record, want(null, 1), { ok: false, code: "closed" }).talk?.state).toBe(
      "refused",
    );
  });
});

describe("the four words of a series", () => {
  const words = drawWords("de", () => 7);
  const drawn: DeviceRecord = {
    ...newDeviceRecord(session, randomSecret()),
    series: { words, state: "saving" },
  };
  const keep = (kept: SeriesWords): CommandOfPhone => ({
    type: "keepInSeries",
    words: kept,
    scores: { distance: 3 },
  });

  it("are kept once the server says so, and not where it says no", () => {
    expect(answered(drawn, keep(words), { ok: true }).series?.state).toBe("saved");
    const refused = answered(drawn, keep(words), { ok: false, code: "closed" });
    expect(refused.series).toEqual({ words, state: "refused" });
  });

  it("know nothing of an answer about other words", () => {
    const others = { ...words, words: [1, 2, 3, 4] };
    expect(answered(drawn, keep(others), { ok: true }).series?.state).toBe("saving");
    const forgotten = { ...drawn, series: null };
    expect(answered(forgotten, keep(words), { ok: true }).series).toBeNull();
  });
});

describe("asking about one's own cards", () => {
  const recordWith = (cards: OwnCard[]): DeviceRecord => ({
    ...newDeviceRecord(session, randomSecret()),
    cards,
  });

  it("takes as many marks from a phone without cards as from one with many", () => {
    const many = Array.from({ length: MARKS_ASKED + 5 }, () => ownCard({}));
    expect(marksToAsk(recordWith([]))).toHaveLength(MARKS_ASKED);
    const asked = marksToAsk(recordWith(many));
    expect(asked).toHaveLength(MARKS_ASKED);
    // The newest ones, in an order that says nothing of theirs.
    expect(new Set(asked)).toEqual(new Set(many.slice(-MARKS_ASKED).map(({ mark }) => mark)));
    expect(asked).toEqual([...asked].sort());
  });

  it("names no card that was never handed in, or was withdrawn", () => {
    const cards = [ownCard({ sent: null }), ownCard({ withdrawn: true })];
    const asked = marksToAsk(recordWith(cards));
    for (const { mark } of cards) expect(asked).not.toContain(mark);
  });

  it("keeps a reply that was read, and forgets a standing that is over", () => {
    const held = ownCard({});
    const before = recordWith([held, ownCard({ standing: "held", reply: "schon gelesen" })]);
    const asked = marksToAsk(before);
    const own = [{ at: asked.indexOf(held.mark), standing: "held" as const, reply: "neu" }];
    expect(withNews(before, { asked, own }).cards).toMatchObject([
      { standing: "held", reply: "neu" },
      { standing: null, reply: "schon gelesen" },
    ]);
  });
});

describe("secrets", () => {
  it("are 128 random bits, hashed as raw bytes", () => {
    expect(randomSecret()).toMatch(/^[0-9a-f]{32}$/);
    // SHA-256 of sixteen zero bytes.
    expect(hashSecret("0".repeat(32))).toBe(
      "374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb",
    );
  });
});
