import { expect, it } from "vitest";
import { type Bell, bellAt } from "@/lib/stage/bell";

const nowhere: Bell = { place: null, rung: false };
const writing: Bell = { place: "small-no/write", rung: false };

it("rings when a phase is left, and not when the first one begins", () => {
  expect(bellAt(nowhere, "small-no/write")).toEqual({ bell: writing, rings: false });
  expect(bellAt(writing, "small-no/review").rings).toBe(true);
  expect(bellAt(writing, null)).toEqual({ bell: nowhere, rings: true });
});

it("rings once: not again where the end of its time was heard, and not while a phase goes on", () => {
  expect(bellAt({ ...writing, rung: true }, "small-no/review").rings).toBe(false);
  expect(bellAt(writing, writing.place)).toEqual({ bell: writing, rings: false });
});
