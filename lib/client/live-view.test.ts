import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addClockSample,
  applyFrame,
  applyToChannel,
  recordsOf as channelRecords,
  clockOffsetOf,
  createLiveView,
  isClockStep,
  type LiveChannels,
  type LiveRecords,
} from "@/lib/client/live-view";
import { seenVersionsOf, type ViewFrame } from "@/lib/protocol";
import { flatten } from "@/lib/session/patches";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

const here = "a".repeat(32);
const elsewhere = "b".repeat(32);

function full(counter: number, records: Record<string, unknown>, incarnation = here): ViewFrame {
  return { kind: "full", version: [incarnation, counter], now: 0, records };
}

function patch(
  counter: number,
  set: Record<string, unknown>,
  gone: string[] = [],
  incarnation = here,
): ViewFrame {
  return { kind: "patch", version: [incarnation, counter], now: 0, set, gone };
}

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

describe("addClockSample", () => {
  it("follows a device whose clock was set by hours at the next frame, in both directions (P27)", () => {
    const hour = 3_600_000;
    let samples: number[] = [];
    for (const offset of [0, -20, -hour, -hour - 30, 0]) {
      expect(isClockStep(samples, offset)).toBe(offset === -hour);
      samples = addClockSample(samples, offset);
      expect(Math.abs(clockOffsetOf(samples) - offset)).toBeLessThan(100);
    }
  });

  it("follows a device whose clock was set a little, once the old samples are gone (P27)", () => {
    let samples: number[] = [5000];
    for (let each = 0; each < 8; each += 1) samples = addClockSample(samples, -20);
    expect(clockOffsetOf(samples)).toBe(-20);
  });

  it("takes the frame that was on its way for the shortest time, whenever it came (P27)", () => {
    const ahead = 90_000;
    const journeys = [300, 40, 1_200, 700];
    let samples: number[] = [];
    for (const ms of journeys) samples = addClockSample(samples, ahead - ms);
    expect(clockOffsetOf(samples)).toBe(ahead - 40);
  });
});

describe("a page's live view", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What a stage is sent first. */
  const whole = (): Record<string, unknown> => {
    const view = createMemorySession(plannedWorkshop(), 1).view("stage");
    const records = [...flatten(view)].map(([path, json]): [string, unknown] => [
      path,
      JSON.parse(json),
    ]);
    return Object.fromEntries(records);
  };
  const code = (now: string) => ({ code: now });

  function page(canShow: (code: unknown) => boolean = () => true) {
    const asked = vi.fn();
    const shown: unknown[] = [];
    const outdated = vi.fn();
    const live = createLiveView({
      canShow: (view) => canShow(view.code),
      onView: (view) => void shown.push(view.code),
      resync: asked,
      onOutdated: outdated,
    });
    return { live, asked, shown, outdated };
  }

  it("asks for the whole view once where a patch is missing, and shows nothing until it is there (P24)", () => {
    const { live, asked, shown } = page();
    live.take(full(4, { ...whole(), ...code("A") }));
    live.take(patch(6, code("C")));
    live.take(patch(7, code("D")));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(shown).toEqual(["A"]);
    live.take(full(7, { ...whole(), ...code("D") }));
    live.take(patch(8, code("E")));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(shown).toEqual(["A", "D", "E"]);
  });

  it("asks anew over a new connection, since what was asked over the old one is lost (P24)", () => {
    const { live, asked } = page();
    live.take(full(4, whole()));
    live.take(patch(6, {}));
    live.connected();
    live.take(patch(7, {}));
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("asks for all of it where a patch of its seat is missing, and goes on with the view (P159)", () => {
    const { live, asked, shown } = page();
    const ofSeat = (frame: ViewFrame): ViewFrame => ({ ...frame, channel: "seat" });
    live.take(full(4, { ...whole(), ...code("A") }));
    live.take(ofSeat(patch(2, {})));
    live.take(patch(5, code("B")));
    expect([asked.mock.calls.length, shown]).toEqual([1, ["A"]]);
    live.take(ofSeat(full(2, { seat: null })));
    live.take(full(5, { ...whole(), ...code("B") }));
    live.take(patch(6, code("C")));
    expect([asked.mock.calls.length, shown.slice(-2)]).toEqual([1, ["B", "C"]]);
  });

  it("asks for the whole where a patch leads to what it can't show, and gives up where that is no better (P137)", () => {
    const { live, asked, outdated, shown } = page((each) => each !== "of tomorrow");
    live.take(full(4, { ...whole(), ...code("A") }));
    live.take(patch(5, code("of tomorrow")));
    expect([asked.mock.calls.length, outdated.mock.calls.length]).toEqual([1, 0]);
    live.take(full(5, { ...whole(), ...code("of tomorrow") }));
    expect([asked.mock.calls.length, outdated.mock.calls.length]).toEqual([1, 1]);
    expect(shown).toEqual(["A"]);
  });

  it("asks for the whole view at once where its own clock was set (P27)", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const { live, asked } = page();
    const at = (frame: ViewFrame) => live.take({ ...frame, now: 1_000_000 });
    at(full(4, whole()));
    at(patch(5, {}));
    expect(asked).not.toHaveBeenCalled();
    vi.setSystemTime(1_000_000 + 3_600_000);
    at(patch(6, {}));
    expect(asked).toHaveBeenCalledTimes(1);
    at(patch(7, {}));
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
