import { afterEach, describe, expect, it, vi } from "vitest";
import { addClockSample, clockOffsetOf, createLiveView, isClockStep } from "@/lib/client/live-view";
import type { ViewFrame } from "@/lib/protocol";
import { flatten } from "@/lib/session/patches";
import { sessionView } from "@/lib/session/view-schema";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { full, patch } from "@/lib/testing/view-frames";

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
      read(raw) {
        const view = sessionView.safeParse(raw);
        return view.success && canShow(view.data.code) ? view.data : null;
      },
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
