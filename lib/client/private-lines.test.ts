import { describe, expect, it } from "vitest";
import { ownLinesOf, privateLineIn, privateSlot } from "@/lib/activities/private-lines";
import { type Device, openDevice } from "@/lib/client/device";
import { keptKey } from "@/lib/client/device-record";
import { notHandedIn } from "@/lib/client/not-handed-in";
import { createOutbox } from "@/lib/client/outbox";
import { testBrowser } from "@/lib/client/testing/browser";
import type { CommandFrame } from "@/lib/session/commands";
import { keptOn } from "@/lib/ui/phone/use-kept";
import { same } from "@/lib/words";

/** A private line is kept on the device like other things, and goes nowhere (P196, P197). */

const SECRET = "Beim nächsten Mal frage ich früher";
const prompt = same("Was kannst du ändern?", "What can you change?");
const PLACE = { activity: "share", slot: privateSlot("mine") };
const here = { activity: "share", phase: "show", isResult: true, takesLate: false };

const open = (storage: Parameters<typeof openDevice>[0]) =>
  openDevice(storage, "5".repeat(32), "7K3M9QTX");

/** What the phone's field does on each key. */
const write = (device: Device, text: string, slot = PLACE.slot) =>
  keptOn({ ...device, record: device.snapshot() }, privateLineIn("show"), {
    ...PLACE,
    slot,
  }).keep(() => ({ prompt, text }));

const notesOn = (device: Device) => ownLinesOf(device.snapshot().kept).map(({ text }) => text);

describe("a private line", () => {
  it("is in no frame, also when something else is handed in beside it", async () => {
    const device = await open(testBrowser().page().storage);
    const sent: CommandFrame[] = [];
    let done = () => {};
    const delivered = new Promise<void>((resolve) => {
      done = resolve;
    });
    const outbox = createOutbox({
      queue: device,
      wait: async () => undefined,
      async deliver(frame) {
        sent.push(frame);
        done();
        return { ok: true };
      },
    });
    write(device, SECRET);
    device.handIn((record) => ({
      record,
      command: { type: "activity", activity: "share", command: { type: "say", text: "Hörbar" } },
    }));
    outbox.flush();
    await delivered;
    outbox.close();
    expect(JSON.stringify(sent)).toContain("Hörbar");
    expect(JSON.stringify(sent)).not.toContain(SECRET);
  });

  it("is never told as missing, and nobody is done by it", async () => {
    const device = await open(testBrowser().page().storage);
    write(device, SECRET);
    for (const now of [here, null]) {
      expect(notHandedIn(device.snapshot(), now)).toEqual({ cards: [], choice: null });
    }
    expect(device.snapshot().ways).toEqual({});
  });

  it("outlives a reload with what it was asked with, and goes with the rest of the device's data", async () => {
    const browser = testBrowser();
    const first = await open(browser.page().storage);
    write(first, `  ${SECRET} `);
    write(first, " ", privateSlot("blank"));
    await first.flush();
    const again = await open(browser.page().storage);
    expect(ownLinesOf(again.snapshot().kept)).toEqual([{ prompt, text: SECRET }]);
    await again.erase();
    expect(ownLinesOf(again.snapshot().kept)).toEqual([]);
    expect(JSON.stringify([...browser.kept])).not.toContain(SECRET);
  });

  it("stays beside that of another page of the same device", async () => {
    const browser = testBrowser();
    const [one, other] = [await open(browser.page().storage), await open(browser.page().storage)];
    write(one, SECRET);
    write(other, "7", privateSlot("number"));
    await Promise.all([one.flush(), other.flush()]);
    const later = await open(browser.page().storage);
    expect(notesOn(later).sort()).toEqual(["7", SECRET]);
  });

  it("of a later release, or of a kind's own, is left alone", async () => {
    const device = await open(testBrowser().page().storage);
    write(device, SECRET);
    const key = keptKey(PLACE.activity, PLACE.slot);
    device.change((record) => {
      const entry = record.kept[key];
      if (!entry) return record;
      const later = { ...entry, content: { ...entry.content, version: 99 } };
      const kinds = { ...entry, kind: "scale" };
      return { ...record, kept: { [key]: later, [`${key}-kinds`]: kinds } };
    });
    expect(notesOn(device)).toEqual([]);
  });
});
