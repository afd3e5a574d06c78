import { describe, expect, it, vi } from "vitest";
import { type Device, openDevice } from "@/lib/client/device";
import { createOutbox } from "@/lib/client/outbox";
import type { DeviceStorage } from "@/lib/client/storage";
import { memoryStorage } from "@/lib/client/storage";
import { testBrowser } from "@/lib/client/testing/browser";
import type { Acknowledgement } from "@/lib/protocol";
import type { CommandFrame, CommandOfPhone } from "@/lib/session/commands";

type Delivery = Acknowledgement | "offline" | "silence";

const session = "5".repeat(32);
const QUEUE = `outbox/${session}`;
const done: Acknowledgement = { ok: true };

/** Told by what it stands for on the wire; nothing on the device changes with it. */
function card(text: string): CommandOfPhone {
  return { type: "activity", activity: "small-no", command: { type: "submitCard", text } };
}

function textOf({ command }: CommandFrame): unknown {
  return command.type === "activity" ? command.command.text : undefined;
}

/** A server that answers from a list, then always yes, and remembers what it was sent. */
function scripted(answers: (Delivery | Promise<Delivery>)[]) {
  const frames: CommandFrame[] = [];
  return {
    frames,
    texts: () => frames.map(textOf),
    async deliver(frame: CommandFrame): Promise<Delivery> {
      frames.push(frame);
      return answers.shift() ?? done;
    },
  };
}

async function outboxOn(storage: DeviceStorage, server: ReturnType<typeof scripted>) {
  const waits: number[] = [];
  const device = await openDevice(storage, session, "7K3M9QTX");
  const settled: [unknown, Acknowledgement][] = [];
  const crowded: boolean[] = [];
  const box = createOutbox({
    queue: {
      ...device,
      async settle(frame, answer) {
        settled.push([textOf(frame), answer]);
        await device.settle(frame, answer);
      },
    },
    deliver: server.deliver,
    onCrowded: (isCrowded) => void crowded.push(isCrowded),
    wait: async (ms) => void waits.push(ms),
  });
  return { box, device, waits, settled, crowded, handIn: (text: string) => handIn(device, text) };
}

const handIn = (device: Device, text: string): void =>
  device.handIn((record) => ({ record, command: card(text) }));

describe("the outbox", () => {
  it("sends one after the other, in the order they came in (P19)", async () => {
    const server = scripted([]);
    const { box, handIn, device } = await outboxOn(memoryStorage(), server);
    handIn("one");
    handIn("two");
    await device.flush();
    await box.emptied();
    expect(server.texts()).toEqual(["one", "two"]);
  });

  it("tries again with the same id, ever more slowly, while the server is busy (P9, P16)", async () => {
    const busy = { ok: false, code: "busy" } as const;
    const often = { ok: false, code: "rate-limited" } as const;
    const server = scripted([busy, "silence", often]);
    const { box, waits, handIn, device } = await outboxOn(memoryStorage(), server);
    handIn("one");
    await device.flush();
    await box.emptied();
    expect(server.frames).toHaveLength(4);
    const [first] = server.frames;
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
    for (const frame of server.frames) expect(frame).toEqual(first);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it("is empty once the last answer came, or nothing is left to send", async () => {
    const server = scripted(["offline"]);
    const { box, handIn } = await outboxOn(memoryStorage(), server);
    await expect(box.emptied()).resolves.toBeUndefined();
    handIn("one");
    await vi.waitFor(() => expect(server.frames).toHaveLength(1));
    const told = vi.fn();
    const emptied = box.emptied().then(told);
    await new Promise(setImmediate);
    expect(told).not.toHaveBeenCalled();
    box.flush();
    await emptied;

    const offline = scripted(["offline"]);
    const erased = await outboxOn(memoryStorage(), offline);
    erased.handIn("one");
    await vi.waitFor(() => expect(offline.frames).toHaveLength(1));
    const forgotten = erased.box.emptied();
    await erased.device.erase();
    await expect(forgotten).resolves.toBeUndefined();
  });

  it("A10: keeps what waits for its turn among many new phones, says so, and sends it (P16)", async () => {
    const early = { ok: false, code: "crowded" } as const;
    const server = scripted([early, early, "silence", early]);
    const { box, settled, crowded, handIn, device } = await outboxOn(memoryStorage(), server);
    handIn("one");
    handIn("two");
    await device.flush();
    await box.emptied();
    expect(settled).toEqual([
      ["one", done],
      ["two", done],
    ]);
    expect(crowded).toEqual([true, false, true, false]);
  });

  it("does not let a later card overtake a busy one (P19)", async () => {
    const server = scripted([{ ok: false, code: "busy" }]);
    const { box, handIn, device } = await outboxOn(memoryStorage(), server);
    handIn("one");
    handIn("two");
    await device.flush();
    await box.emptied();
    expect(server.texts()).toEqual(["one", "one", "two"]);
  });

  it("gives up on what is refused for good, and goes on with the next (P16)", async () => {
    const closed: Acknowledgement = { ok: false, code: "closed" };
    const { box, handIn, device, settled } = await outboxOn(memoryStorage(), scripted([closed]));
    handIn("late");
    handIn("next");
    await device.flush();
    await box.emptied();
    expect(settled).toEqual([
      ["late", closed],
      ["next", done],
    ]);
  });

  it("sends after a reload what the page before could not, under the same id (P9, P19)", async () => {
    const storage = memoryStorage();
    const before = scripted(["offline"]);
    const first = await outboxOn(storage, before);
    first.handIn("kept");
    await vi.waitFor(() => expect(before.frames).toHaveLength(1));
    first.box.close();

    const server = scripted([]);
    const { box } = await outboxOn(storage, server);
    box.flush();
    await box.emptied();
    expect(server.frames).toEqual(before.frames);
    expect(await storage.get(QUEUE)).toEqual([]);
  });

  it("sends what still reads of another version's queue, and leaves the rest where it is", async () => {
    const storage = memoryStorage();
    const frame = { id: "a".repeat(32), command: card("kept") };
    await storage.update([QUEUE], () => [[{ id: 7 }, frame, "?"]]);
    const server = scripted([]);
    const { box } = await outboxOn(storage, server);
    box.flush();
    await box.emptied();
    expect(server.texts()).toEqual(["kept"]);
    expect(await storage.get(QUEUE)).toEqual([{ id: 7 }, "?"]);
  });

  it("forgets everything when asked to, here and on the device", async () => {
    const storage = memoryStorage();
    const server = scripted(["offline"]);
    const { box, handIn, device } = await outboxOn(storage, server);
    handIn("one");
    await vi.waitFor(() => expect(server.frames).toHaveLength(1));
    await device.erase();
    box.flush();
    await box.emptied();
    expect(await storage.get(QUEUE)).toBeUndefined();
    expect(server.frames).toHaveLength(1);
    // P73: what is sent afterwards must not come from another device after a reload.
    handIn("two");
    await vi.waitFor(() => expect(server.texts()).toEqual(["one", "two"]));
    await box.emptied();
    expect(await storage.get(QUEUE)).toBeUndefined();
  });

  it("still sends where the device can't keep anything", async () => {
    const broken: DeviceStorage = {
      ...memoryStorage(),
      get: () => Promise.reject(new Error("no storage")),
      update: () => Promise.reject(new Error("disk full")),
    };
    const { settled, handIn } = await outboxOn(broken, scripted([]));
    handIn("one");
    await vi.waitFor(() => expect(settled).toEqual([["one", done]]));
  });

  it("4: sends what a page handed in that was closed before it could (P136)", async () => {
    const browser = testBrowser();
    const first = browser.page();
    const other = scripted([]);
    const { waits } = await outboxOn(browser.page().storage, other);
    const closing = await outboxOn(first.storage, scripted(["silence"]));
    closing.box.close();
    closing.handIn("one");
    await closing.device.flush();
    first.close();
    await vi.waitFor(() => expect(other.texts()).toEqual(["one"]));
    // Longer than an answer takes: the page that handed it in sends it, as long as it is there.
    expect(waits[0]).toBeGreaterThan(8_000);
  });

  it("4: takes one answer where two pages sent one queue (P136)", async () => {
    const browser = testBrowser();
    let answer: (delivery: Delivery) => void = () => undefined;
    const slow = new Promise<Delivery>((resolve) => {
      answer = resolve;
    });
    const one = await outboxOn(browser.page().storage, scripted([slow]));
    const two = await outboxOn(browser.page().storage, scripted([]));
    one.handIn("card");
    await one.device.flush();
    two.box.flush();
    await two.box.emptied();
    two.handIn("another");
    answer({ ok: false, code: "closed" });
    await one.box.emptied();
    expect(browser.kept.get(QUEUE)).toEqual([]);
  });
});
