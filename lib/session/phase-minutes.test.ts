import fc from "fast-check";
import { expect, test } from "vitest";
import { isSum, leastFor, sharedLike } from "@/lib/session/phase-minutes";

test("minutes are shared as they were, in halves", () => {
  const phases = { write: 4, review: 1, reveal: 2 };
  expect(sharedLike(phases, 14)).toEqual({ write: 8, review: 2, reveal: 4 });
  expect(sharedLike(phases, 8)).toEqual({ write: 4.5, review: 1, reveal: 2.5 });
  expect(sharedLike(phases, 7)).toBe(phases);
});

test("less than a half for each is too little", () => {
  const phases = { write: 4, review: 1, reveal: 2 };
  expect(leastFor(3)).toBe(1.5);
  expect(sharedLike(phases, 1.5)).toEqual({ write: 0.5, review: 0.5, reveal: 0.5 });
  expect(sharedLike(phases, 1)).toBeNull();
  expect(sharedLike({}, 5)).toBeNull();
});

test("whatever is shared is all there, and no phase goes without", () => {
  const phases = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer({ min: 1, max: 40 }), {
    minKeys: 1,
    maxKeys: 14,
  });
  fc.assert(
    fc.property(phases, fc.double({ min: 7, max: 600, noNaN: true }), (before, minutes) => {
      const shared = sharedLike(before, minutes) ?? {};
      expect(Object.keys(shared)).toEqual(Object.keys(before));
      expect(isSum(Object.values(shared), minutes)).toBe(true);
      for (const each of Object.values(shared)) expect(each).toBeGreaterThanOrEqual(0.5);
    }),
  );
});
