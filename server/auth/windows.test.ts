import { expect, test } from "vitest";
import { createWindows } from "@/server/auth/windows";

test("whoever comes when its turn is has it, at whatever fraction of a millisecond", () => {
  // As a room's new devices: after the free ones, one a second and no waiting longer.
  const pace = { free: 1, everyMs: 1_000, longestMs: 1_000 };
  for (let fraction = 0; fraction < 1; fraction += 0.001) {
    // One turn later numbers have one binary place less.
    let at = 2 ** 17 - 500 + fraction;
    const windows = createWindows(() => at);
    expect(windows.turn(pace, "room")).toBe(0);
    expect(windows.turn(pace, "room")).toBe(1_000);
    expect(windows.turn(pace, "room")).toBeNull();
    at += 1_001;
    expect(windows.turn(pace, "room"), String(at)).toBe(1_000);
  }
});
