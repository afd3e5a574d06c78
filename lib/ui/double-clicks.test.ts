import { expect, test } from "vitest";
import { DOUBLE_CLICK_MS, strayHalves } from "@/lib/ui/double-clicks";

/** Presses with a mouse in one place, as often as layers are named: what lies over the page as each goes down. */
function pressed(layers: readonly (string | null)[], gap = DOUBLE_CLICK_MS - 1, apart = 0) {
  let layer: string | null = null;
  const isStray = strayHalves(() => layer);
  return layers.map((top, n) => {
    layer = top;
    return isStray({ at: n * gap, x: n * apart, y: 0, isMouse: true });
  });
}

test("the second half of a double click presses nothing but what the first was made on (P239)", () => {
  expect(pressed(["menu", null])).toEqual([false, true]);
  expect(pressed([null, "dialog"])).toEqual([false, true]);
  expect(pressed(["dialog", "another dialog"])).toEqual([false, true]);
  expect(pressed(["dialog", "dialog"])).toEqual([false, false]);
  expect(pressed([null, null])).toEqual([false, false]);
});

test("neither does the rest of a burst", () => {
  expect(pressed(["menu", null, null])).toEqual([false, true, true]);
});

test("a press of its own is taken: later, or elsewhere", () => {
  expect(pressed(["menu", null], DOUBLE_CLICK_MS)).toEqual([false, false]);
  expect(pressed(["menu", null], 0, 7)).toEqual([false, false]);
});

test("a finger may tap beside where it did", () => {
  let layer: string | null = "menu";
  const isStray = strayHalves(() => layer);
  isStray({ at: 0, x: 0, y: 0, isMouse: false });
  layer = null;
  expect(isStray({ at: 100, x: 20, y: 10, isMouse: false })).toBe(true);
});
