import { describe, expect, it } from "vitest";
import { type Device, openDevice } from "@/lib/client/device";
import { joinedSession, rememberCode } from "@/lib/client/joined-code";
import { newOwnCard } from "@/lib/client/own-card";
import { type PassOnAnswer, passOn } from "@/lib/client/pass-on";
import { randomSecret } from "@/lib/client/random";
import { testBrowser } from "@/lib/client/testing/browser";

const session = "5".repeat(32);
const code = "7K3M9QTX";
const MINE = "Meine Frage blieb stehen.";
const open = async () => true;

/** A phone whose first owner has written a card, which the server has; `waiting`: it has not. */
async function written({ waiting = false } = {}) {
  const browser = testBrowser();
  const { storage } = browser.page();
  const device = await openDevice(storage, session, code);
  await rememberCode(storage, code, session);
  const card = newOwnCard({
    ...{ edit: randomSecret(), mark: randomSecret(), activity: "small-no" },
    ...{ draft: MINE, sent: MINE, revision: 1, state: "saved" },
  });
  const pass = "a".repeat(64);
  const keep = () =>
    device.change((record) => ({ ...record, pass, cards: [card], watching: true }));
  keep();
  if (waiting) {
    const command = { type: "submitCard", edit: card.edit, revision: 1, text: MINE };
    device.handIn((record) => ({
      record,
      command: { type: "activity", activity: "small-no", command },
    }));
  }
  await device.flush();
  const secrets = [device.snapshot().device, card.edit, card.mark, pass, MINE];
  return { browser, storage, device, secrets };
}

/** Those of the first owner's secrets and words that the phone still holds. */
const left = (kept: ReadonlyMap<string, unknown>, secrets: readonly string[]) => {
  const all = JSON.stringify([...kept]);
  return secrets.filter((secret) => all.includes(secret));
};

describe("P206 a phone that is passed on", () => {
  it("holds nothing of its first owner any more, and the next one joins with secrets of their own", async () => {
    const { browser, storage, device, secrets } = await written();
    // The control: before, all of it lies there.
    expect(left(browser.kept, secrets)).toEqual(secrets);
    expect(await passOn(device, open)).toBe("passed");
    expect(left(browser.kept, secrets)).toEqual([]);
    expect(await joinedSession(storage, code)).toBeNull();
    const next = await openDevice(storage, session, code);
    expect(next.snapshot()).toMatchObject({ cards: [], pass: null, watching: false });
    expect(secrets).not.toContain(next.snapshot().device);
    expect(left(browser.kept, secrets)).toEqual([]);
  });

  it("would still hold it if it only left the session: the control", async () => {
    const { browser, device, secrets } = await written();
    device.change((record) => ({ ...record, attendance: "left" }));
    await device.flush();
    expect(left(browser.kept, secrets)).toEqual(secrets);
  });

  it("keeps everything while something waits to be sent, nobody is let in, or nobody answers", async () => {
    const cases: [PassOnAnswer, boolean, () => Promise<boolean>][] = [
      ["sending", true, open],
      ["closed", false, async () => false],
      ["offline", false, () => Promise.reject(new Error("no network"))],
    ];
    for (const [answer, waiting, mayJoin] of cases) {
      const { browser, device, secrets } = await written({ waiting });
      expect(await passOn(device, mayJoin)).toBe(answer);
      expect(left(browser.kept, secrets)).toEqual(secrets);
      expect(device.snapshot().cards).toHaveLength(1);
    }
  });

  it("does not go while another of its pages hands something in", async () => {
    const { browser, device, secrets } = await written();
    const other: Device = await openDevice(browser.page().storage, session, code);
    const mayJoin = async () => {
      other.handIn((record) => ({
        record,
        command: { type: "wantToTalk", mark: null, revision: 1 },
      }));
      await other.flush();
      return true;
    };
    expect(await passOn(device, mayJoin)).toBe("sending");
    expect(left(browser.kept, secrets)).toEqual(secrets);
  });

  it("holds nothing either where a second page of it stays open", async () => {
    const { browser, device, secrets } = await written();
    const other = await openDevice(browser.page().storage, session, code);
    expect(await passOn(device, open)).toBe("passed");
    other.change((record) => ({ ...record, watching: false }));
    await other.flush();
    expect(other.snapshot().cards).toEqual([]);
    expect(left(browser.kept, secrets)).toEqual([]);
  });
});
