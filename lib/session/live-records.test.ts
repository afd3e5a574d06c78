import { describe, expect, it } from "vitest";
import { seenVersionsOf, type ViewFrame } from "@/lib/protocol";
import {
  applyFrame,
  applyToChannel,
  recordsOf as channelRecords,
  type LiveChannels,
  type LiveRecords,
} from "@/lib/session/live-records";
import { elsewhere, full, here, patch } from "@/lib/testing/view-frames";

function applied(...frames: ViewFrame[]): LiveRecords | null {
  return frames.reduce<LiveRecords | null>((live, frame) => applyFrame(live, frame), null);
}

const recordsOf = (live: LiveRecords | null) => live && Object.fromEntries(live.records);

describe("applyFrame", () => {
  it("sets, replaces and removes records in the order of the patches", () => {
    const live = applied(
      full(4, { session: 1, "cards/x": "old" }),
      patch(5, { "cards/x": "new", "cards/y": "more" }),
      patch(6, {}, ["session"]),
    );
    expect(recordsOf(live)).toEqual({ "cards/x": "new", "cards/y": "more" });
    expect(live?.version).toEqual([here, 6]);
  });

  it("asks for the whole view where a patch is missing (P24)", () => {
    expect(applied(full(4, {}), patch(6, {}))).toBeNull();
  });

  it("asks for the whole view where the room is another one (P24)", () => {
    expect(applied(full(4, {}), patch(5, {}, [], elsewhere))).toBeNull();
  });

  it("asks for the whole view where there is none yet", () => {
    expect(applied(patch(1, {}))).toBeNull();
  });

  it("ignores a patch that it has seen (P24)", () => {
    const live = applied(
      full(4, { session: 1 }),
      patch(5, { session: 2 }),
      patch(5, { session: 3 }),
    );
    expect(recordsOf(live)).toEqual({ session: 2 });
  });

  it("lets a whole view replace everything, also an older counter", () => {
    const live = applied(full(9, { session: 1 }), full(0, { people: 2 }, elsewhere));
    expect(recordsOf(live)).toEqual({ people: 2 });
    expect(live?.version).toEqual([elsewhere, 0]);
  });
});

describe("P159: the channels of one connection", () => {
  const ofSeat = (frame: ViewFrame): ViewFrame => ({ ...frame, channel: "seat" });
  const all = (...frames: ViewFrame[]) =>
    frames.reduce<LiveChannels | null>(
      (live, frame) => live && applyToChannel(live, frame),
      new Map(),
    );
  const shown = (live: LiveChannels | null) => {
    const records = live && channelRecords(live);
    return records && Object.fromEntries(records);
  };

  it("each have versions of their own, and are seen together", () => {
    const live = all(
      ofSeat(full(1, { "seat/own": "a" }, elsewhere)),
      full(7, { session: 1 }),
      ofSeat(patch(2, { "seat/own": "b" }, [], elsewhere)),
      patch(8, { session: 2 }),
    );
    expect(shown(live)).toEqual({ session: 2, "seat/own": "b" });
    expect(seenVersionsOf(live ?? new Map())).toEqual({
      seen: [here, 8],
      seenChannels: { seat: [elsewhere, 2] },
    });
  });

  it("show nothing before the view has come", () => {
    expect(shown(all(ofSeat(full(1, { "seat/own": "a" }))))).toBeNull();
  });

  it("ask for the whole where a patch of one is missing", () => {
    expect(all(full(7, {}), ofSeat(patch(2, {})))).toBeNull();
  });

  it("P158: are over where nothing is left of them", () => {
    const live = all(
      full(7, { session: 1 }),
      ofSeat(full(1, { "seat/own": "a" })),
      ofSeat(full(0, {})),
    );
    expect(shown(live)).toEqual({ session: 1 });
    expect(seenVersionsOf(live ?? new Map())).toEqual({ seen: [here, 7] });
  });
});
