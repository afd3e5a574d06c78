import { beforeEach, describe, expect, it, vi } from "vitest";
import type { NarrowView } from "@/lib/activities/contract";
import type { Audience, NarrowChannel } from "@/lib/channel";
import type { ViewVersion } from "@/lib/protocol";
import type { ViewPacket } from "@/server/rooms/view-packet";
import { createViewers, type Viewer, type Viewers } from "@/server/rooms/viewers";

interface Body {
  kind: string;
  channel?: string;
  version: ViewVersion;
  records?: Record<string, unknown>;
  set?: Record<string, unknown>;
}

let viewers: Viewers;
let asked: number;
beforeEach(() => {
  viewers = createViewers(() => 0);
  asked = 0;
});

/** Somebody whose seat is named after them, and what they are sent. */
function somebody(name: string, audience: Audience = "participant") {
  const packets: ViewPacket[] = [];
  const viewer: Viewer = {
    audience,
    stageKey: null,
    seat:
      audience === "participant"
        ? (key) => {
            asked += 1;
            return `${key}-${name}`;
          }
        : null,
    send: (packet) => packets.push(packet),
    dismiss: () => undefined,
  };
  viewers.attach(viewer, {});
  const bodies = () => packets.map(({ text }): Body => JSON.parse(text.slice(1))[2]);
  return { viewer, packets, bodies, last: () => bodies().at(-1) };
}

const seated = (key: string, ...views: [NarrowChannel, NarrowView][]) => ({
  key,
  views: new Map(views),
});
const group = (record: unknown, ...seats: string[]): NarrowView => ({ seats, record });
const records = (text: string) => new Map([["session", JSON.stringify(text)]]);

describe("who sees a room", () => {
  it("P26: a frame is encoded once for everybody of an audience", () => {
    const many = ["ada", "ben", "cem"].map((name) => somebody(name));
    const stage = somebody("", "stage");
    viewers.show("participant", records("a"));
    viewers.show("participant", records("b"));
    const sent = many.map(({ packets }) => packets.at(-1));
    expect(new Set(sent).size).toBe(1);
    expect(many[0]?.last()).toMatchObject({ kind: "patch", set: { session: "b" } });
    expect(stage.packets).toHaveLength(1);
  });

  it("where there are no seats, no seat is worked out, and nothing more is sent", () => {
    const { packets } = somebody("ada");
    for (let times = 0; times < 10; times += 1) viewers.showNarrow(null);
    expect(asked).toBe(0);
    expect(packets).toHaveLength(1);
  });

  it("P26, P156: a group's frame is encoded once for its seats, and a seat is worked out once", () => {
    const [ada, ben, cem] = [somebody("ada"), somebody("ben"), somebody("cem")];
    const stage = somebody("ada", "stage");
    const show = (line: string) =>
      viewers.showNarrow(seated("k", ["group/A", group({ line }, "k-ada", "k-ben")]));
    for (const line of ["1", "2", "3"]) show(line);
    expect(ada.last()).toMatchObject({
      kind: "patch",
      channel: "group",
      set: { "group/line": "3" },
    });
    expect(ada.packets.slice(1).map((packet, at) => packet === ben.packets[at + 1])).toEqual([
      ...[true, true, true],
    ]);
    expect([cem.packets.length, stage.packets.length]).toEqual([1, 1]);
    expect(asked).toBe(3);
  });

  it("P159: who changes the group gets the other one whole, and only that one from then on", () => {
    const ada = somebody("ada");
    const of = (members: Record<"A" | "B", string[]>, line = "1") =>
      viewers.showNarrow(
        seated(
          "k",
          ["group/A", group({ line: `A${line}` }, ...members.A)],
          ["group/B", group({ line: `B${line}` }, ...members.B)],
        ),
      );
    somebody("ben");
    of({ A: ["k-ada"], B: ["k-ben"] });
    const before = ada.last();
    of({ A: [], B: ["k-ben", "k-ada"] });
    expect(ada.last()).toMatchObject({ kind: "full", records: { "group/line": "B1" } });
    expect(ada.last()?.version[0]).not.toBe(before?.version[0]);
    of({ A: [], B: ["k-ben", "k-ada"] }, "2");
    expect(ada.last()).toMatchObject({ kind: "patch", set: { "group/line": "B2" } });
    // Without a group it is over.
    of({ A: [], B: ["k-ben"] }, "3");
    expect(ada.last()).toMatchObject({ kind: "full", channel: "group", records: {} });
  });

  it("P159: a seat's frame comes before the view, also while a large room is still being written to", async () => {
    for (let number = 0; number < 250; number += 1) somebody(`${number}`);
    viewers.showNarrow(seated("k", ["seat/a", group({ line: "1" }, "k-ada")]));
    viewers.show("participant", records("a"));
    viewers.show("participant", records("b"));
    const ada = somebody("ada");
    viewers.resync(ada.viewer);
    await vi.waitUntil(() => ada.packets.length === 4);
    const order = ada.bodies().map(({ channel }) => channel ?? "view");
    expect(order).toEqual(["seat", "view", "seat", "view"]);
  });

  it("P158: a group of the next activity is another one, also under the same name", () => {
    const ada = somebody("ada");
    viewers.showNarrow(seated("k", ["group/A", group({ line: "1" }, "k-ada")]));
    const first = ada.last();
    viewers.showNarrow(seated("l", ["group/A", group({ line: "1" }, "l-ada")]));
    expect(ada.last()).toMatchObject({ kind: "full", version: [expect.any(String), 1] });
    expect(ada.last()?.version[0]).not.toBe(first?.version[0]);
    viewers.showNarrow(null);
    expect(ada.last()).toMatchObject({ kind: "full", channel: "group", records: {} });
    const sent = ada.packets.length;
    viewers.showNarrow(null);
    expect(ada.packets).toHaveLength(sent);
  });
});
