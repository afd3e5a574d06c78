import { describe, expect, it, vi } from "vitest";
import { createOutbox } from "@/lib/client/outbox";
import { type DeviceStorage, memoryStorage } from "@/lib/client/storage";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";

type Delivery = Acknowledgement | "offline" | "silence";

const done: Acknowledgement = { ok: true };

function card(text: string): Command {
  return { type: "activity", activity: "small-no", command: { type: "submitCard", text } };
}

function textOf({ command }: CommandFrame): unknown {
  return command.type === "activity" ? command.command.text : undefined;
}

/** A server that answers from a list, then always yes, and remembers what it was sent. */
function scripted(answers: Delivery[]) {
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

function outboxOn(storage: DeviceStorage, server: ReturnType<typeof scripted>) {
  const waits: number[] = [];
  const onSettled = vi.fn();
  const box = createOutbox({
    storage,
    key: "outbox",
    deliver: server.deliver,
    onSettled,
    wait: async (ms) => void waits.push(ms),
  });
  return { box, waits, onSettled };
}

describe("the outbox", () => {
  it("sends one after the other, in the order they came in", async () => {
    const server = scripted([]);
    const { box } = outboxOn(memoryStorage(), server);
    const answers = await Promise.all([box.send(card("one")), box.send(card("two"))]);
    expect(answers).toEqual([done, done]);
    expect(server.texts()).toEqual(["one", "two"]);
    expect(box.waiting()).toBe(0);
  });

  it("tries again with the same id, ever more slowly, while the server is busy", async () => {
    const server = scripted([{ ok: false, code: "busy" }, "silence", { ok: false, code: "busy" }]);
    const { box, waits } = outboxOn(memoryStorage(), server);
    await expect(box.send(card("one"))).resolves.toEqual(done);
    expect(server.frames).toHaveLength(4);
    expect(new Set(server.frames.map(({ id }) => id)).size).toBe(1);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it("is empty once the last answer came, or nothing is left to send", async () => {
    const server = scripted(["offline"]);
    const { box } = outboxOn(memoryStorage(), server);
    await expect(box.emptied()).resolves.toBeUndefined();
    void box.send(card("one"));
    await vi.waitFor(() => expect(server.frames).toHaveLength(1));
    const told = vi.fn();
    const emptied = box.emptied().then(told);
    await new Promise(setImmediate);
    expect(told).not.toHaveBeenCalled();
    box.flush();
    await emptied;
    expect(box.waiting()).toBe(0);

    const offline = scripted(["offline"]);
    const { box: erased } = outboxOn(memoryStorage(), offline);
    void erased.send(card("one"));
    await vi.waitFor(() => expect(offline.frames).toHaveLength(1));
    const forgotten = erased.emptied();
    await erased.erase();
    await expect(forgotten).resolves.toBeUndefined();
  });

  it("does not let a later card overtake a busy one", async () => {
    const server = scripted([{ ok: false, code: "busy" }]);
    const { box } = outboxOn(memoryStorage(), server);
    await Promise.all([box.send(card("one")), box.send(card("two"))]);
    expect(server.texts()).toEqual(["one", "one", "two"]);
  });

  it("gives up on what is refused for good, and goes on with the next", async () => {
    const closed: Acknowledgement = { ok: false, code: "closed" };
    const server = scripted([closed]);
    const { box } = outboxOn(memoryStorage(), server);
    const answers = await Promise.all([box.send(card("late")), box.send(card("next"))]);
    expect(answers).toEqual([closed, done]);
  });

  it("waits without a connection, and goes on when it is back", async () => {
    const server = scripted(["offline"]);
    const { box } = outboxOn(memoryStorage(), server);
    const answer = box.send(card("one"));
    await vi.waitFor(() => expect(server.frames).toHaveLength(1));
    expect(box.waiting()).toBe(1);
    box.flush();
    await expect(answer).resolves.toEqual(done);
  });

  it("sends after a reload what the page before could not, under the same id", async () => {
    const storage = memoryStorage();
    const before = scripted(["offline"]);
    const first = outboxOn(storage, before);
    void first.box.send(card("kept"));
    await vi.waitFor(() => expect(before.frames).toHaveLength(1));
    first.box.close();

    const server = scripted([]);
    const { box, onSettled } = outboxOn(storage, server);
    box.flush();
    await vi.waitFor(() => expect(onSettled).toHaveBeenCalledWith(card("kept"), done));
    expect(server.frames).toEqual(before.frames);
    await vi.waitFor(async () => expect(await storage.get("outbox")).toEqual([]));
  });

  it("sends what still reads of another version's queue", async () => {
    const storage = memoryStorage();
    const frame = { id: "a".repeat(32), command: card("kept") };
    await storage.update("outbox", () => [{ id: 7 }, frame, "?"]);
    const server = scripted([]);
    const { box } = outboxOn(storage, server);
    box.flush();
    await vi.waitFor(() => expect(server.texts()).toEqual(["kept"]));
  });

  it("forgets everything when asked to, here and on the device", async () => {
    const storage = memoryStorage();
    const server = scripted(["offline"]);
    const { box } = outboxOn(storage, server);
    void box.send(card("one"));
    await vi.waitFor(() => expect(server.frames).toHaveLength(1));
    await box.erase();
    box.flush();
    expect(box.waiting()).toBe(0);
    expect(await storage.get("outbox")).toBeUndefined();
    expect(server.frames).toHaveLength(1);
    // P73: what is sent afterwards must not come from another device after a reload.
    await expect(box.send(card("two"))).resolves.toEqual(done);
    expect(await storage.get("outbox")).toBeUndefined();
  });

  it("still sends where the device can't keep anything", async () => {
    const broken: DeviceStorage = {
      get: () => Promise.reject(new Error("no storage")),
      update: () => Promise.reject(new Error("disk full")),
      remove: async () => undefined,
    };
    const { box } = outboxOn(broken, scripted([]));
    await expect(box.send(card("one"))).resolves.toEqual(done);
  });
});
