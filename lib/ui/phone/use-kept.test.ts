import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { type Device, openDevice } from "@/lib/client/device";
import { memoryStorage } from "@/lib/client/storage";
import type { Acknowledgement } from "@/lib/protocol";
import { commandFrame } from "@/lib/session/commands";
import { keptOn } from "@/lib/ui/phone/use-kept";

const content = z.object({ chosen: z.array(z.string()) });

const choice: Kept<z.infer<typeof content>> = {
  kind: "any",
  phase: "vote",
  missedAt: "result",
  content,
  nothing: { chosen: [] },
  isBlank: ({ chosen }) => chosen.length === 0,
  upcasts: [],
};

const open = () => openDevice(memoryStorage(), "5".repeat(32), "7K3M9QTX");
const of = (device: Device, slot?: string) =>
  keptOn({ ...device, record: device.snapshot() }, choice, { activity: "here", slot });
const choose = (device: Device, ...chosen: string[]) => of(device).change(() => ({ chosen }));
const handIn = (device: Device, slot?: string) =>
  of(device, slot).handIn((known) => ({ content: known, command: { type: "cast" } }));

/** Sends what waits first; tells the revision that it was sent with. */
async function answer(device: Device, given: Acknowledgement): Promise<unknown> {
  const frame = await device.first();
  // What is sent is the command and nothing beside it.
  const { command } = commandFrame.parse(frame);
  if (!frame || command.type !== "activity") throw new Error("unreachable");
  await device.settle(frame, given);
  return command.command.revision;
}

describe("what a device keeps of an activity", () => {
  it("is nothing at first, a draft once it is chosen, and blank is missing nowhere", async () => {
    const device = await open();
    expect(of(device)).toMatchObject({ content: { chosen: [] }, entry: undefined });
    choose(device, "a");
    const entry = { kind: "any", phase: "vote", missedAt: "result", revision: 0, state: "draft" };
    expect(of(device)).toMatchObject({ content: { chosen: ["a"] }, entry });
    choose(device);
    expect(of(device).entry?.missedAt).toBeNull();
  });

  it("is numbered as it is handed in, and saved or refused as the server says (P160)", async () => {
    const device = await open();
    choose(device, "a");
    handIn(device);
    expect(of(device).entry).toMatchObject({ revision: 1, state: "saving" });
    expect(await answer(device, { ok: true })).toBe(1);
    expect(of(device).entry?.state).toBe("saved");
    choose(device, "b");
    expect(of(device).entry?.state).toBe("draft");
    handIn(device);
    expect(await answer(device, { ok: false, code: "conflict" })).toBe(2);
    expect(of(device).entry?.state).toBe("conflict");
    // A refusal stands until it is handed in again.
    choose(device, "c");
    expect(of(device)).toMatchObject({ content: { chosen: ["c"] }, entry: { state: "conflict" } });
  });

  it("is told the answers of its own slot, and of no other", async () => {
    const device = await open();
    for (const slot of ["one", "two"]) handIn(device, slot);
    await answer(device, { ok: false, code: "closed" });
    expect(["one", "two"].map((slot) => of(device, slot).entry?.state)).toEqual([
      "refused",
      "saving",
    ]);
  });

  it("stays as it is where it was changed or handed in again before the answer", async () => {
    const device = await open();
    handIn(device);
    choose(device, "later");
    await answer(device, { ok: true });
    expect(of(device).entry?.state).toBe("draft");
    handIn(device);
    handIn(device);
    await answer(device, { ok: false, code: "closed" });
    expect(of(device).entry).toMatchObject({ revision: 3, state: "saving" });
  });

  it("keeps its state where it is written to and nothing is to be handed in", async () => {
    const device = await open();
    of(device).keep(() => ({ chosen: ["a"] }));
    expect(of(device).entry?.state).toBe("draft");
    of(device).keep((known) => known, true);
    of(device).keep(() => ({ chosen: ["b"] }));
    expect(of(device)).toMatchObject({ content: { chosen: ["b"] }, entry: { state: "saved" } });
  });

  it("is begun once", async () => {
    const device = await open();
    of(device).begin({ chosen: ["drawn"] });
    of(device).begin({ chosen: [] });
    expect(of(device).content).toEqual({ chosen: ["drawn"] });
  });
});
