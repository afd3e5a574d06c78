import { expect, test } from "vitest";
import { addressOf, type Filters, filters, isFound } from "@/app/sessions/activities/filters";

const nothing: Filters = { length: null, kind: null, depth: null };
const plan = { kind: "commit", depth: "light", minutes: [5, 12] } as const;

test("an activity is found by any of its sizes, by its kind and by its depth", () => {
  expect(isFound(plan, nothing)).toBe(true);
  expect(isFound(plan, { ...nothing, length: "short" })).toBe(true);
  expect(isFound(plan, { ...nothing, length: "middle" })).toBe(true);
  expect(isFound(plan, { ...nothing, length: "long" })).toBe(false);
  expect(isFound(plan, { ...nothing, kind: "scale" })).toBe(false);
  expect(isFound(plan, { ...nothing, depth: "deep" })).toBe(false);
  expect(isFound(plan, { length: "short", kind: "commit", depth: "light" })).toBe(true);
});

test("what is looked for is read back from its address, and nothing from one that says something else", () => {
  const wanted: Filters = { length: "long", kind: "scale", depth: "deep" };
  expect(filters.parse(Object.fromEntries(new URLSearchParams(addressOf(wanted))))).toEqual(wanted);
  expect(addressOf(nothing)).toBe("");
  expect(filters.parse({ length: "endless", depth: ["deep"], kind: 7 })).toEqual(nothing);
  expect(filters.parse({})).toEqual(nothing);
});
