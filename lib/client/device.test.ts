import { describe, expect, it } from "vitest";
import { withAnswer } from "@/lib/client/answers";
import { joinedSession, openDevice, rememberCode } from "@/lib/client/device";
import type { DeviceRecord, OwnCard } from "@/lib/client/device-record";
import { newDeviceRecord } from "@/lib/client/device-record";
import { hashSecret, randomSecret } from "@/lib/client/random";
import { memoryStorage } from "@/lib/client/storage";
import type { Command } from "@/lib/session/commands";

const session = "5".repeat(32);
const code = "7K3M9QTX";

function ownCard(part: Partial<OwnCard>): OwnCard {
  return {
    edit: randomSecret(),
    mark: randomSecret(),
    activity: "small-no",
    caseId: null,
    lens: null,
    draft: "text",
    sent: "text",
    mayBeCase: false,
    mayBeQuoted: false,
    revision: 1,
    state: "saving",
    withdrawn: false,
    ...part,
  };
}

function submitted(card: OwnCard, revision = card.revision): Command {
  const command = { type: "submitCard", edit: card.edit, revision };
  return { type: "activity", activity: card.activity, command };
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
    one.change((record) => ({ ...record, reminders: { before: "Halle 3" } }));
    two.change((record) => ({ ...record, watching: true }));
    await one.flush();
    await two.flush();
    const { reminders, watching, device } = (await openDevice(storage, session, code)).snapshot();
    expect({ reminders, watching }).toEqual({ reminders: { before: "Halle 3" }, watching: true });
    expect(device).toBe(one.snapshot().device);
  });

  it("starts anew over what it can't read", async () => {
    const storage = memoryStorage();
    await storage.update(`device/${session}`, () => ({ session: 7 }));
    expect((await openDevice(storage, session, code)).snapshot().cards).toEqual([]);
  });

  it("forgets everything, the way back in included, and writes nothing any more", async () => {
    const storage = memoryStorage();
    const device = await openDevice(storage, session, code);
    await rememberCode(storage, code, session);
    device.change((record) => ({ ...record, cards: [ownCard({})] }));
    await device.erase();
    device.change((record) => ({ ...record, watching: true }));
    await device.flush();
    expect(device.snapshot()).toMatchObject({ cards: [], watching: true });
    expect(await storage.get(`device/${session}`)).toBeUndefined();
    expect(await joinedSession(storage, code)).toBeNull();
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
  const cardAfter = (card: OwnCard, command: Command, ok: boolean) =>
    withAnswer(recordWith(card), command, ok ? { ok } : { ok, code: "closed" }).cards[0];

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
    expect(after).toMatchObject({ withdrawn: false, state: "saved" });
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
