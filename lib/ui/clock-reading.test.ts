import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockReading, nextTickIn } from "@/lib/ui/clock-reading";

describe("clockReading", () => {
  it("counts down, then up with a plus", () => {
    expect(clockReading(252_000)).toEqual({ text: "4:12", over: false });
    expect(clockReading(251_001)).toEqual({ text: "4:12", over: false });
    expect(clockReading(1)).toEqual({ text: "0:01", over: false });
    expect(clockReading(0)).toEqual({ text: "0:00", over: false });
    expect(clockReading(-999)).toEqual({ text: "0:00", over: false });
    expect(clockReading(-40_000)).toEqual({ text: "+0:40", over: true });
    expect(clockReading(90 * 60_000)).toEqual({ text: "90:00", over: false });
  });
});

describe("nextTickIn", () => {
  it("wakes up just after the reading changed, within a second", () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 600_000 }), (remaining) => {
        const wait = nextTickIn(remaining, 0);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1000);
        expect(clockReading(remaining - wait).text).not.toBe(clockReading(remaining).text);
      }),
    );
  });
});
