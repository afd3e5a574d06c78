import { expect, test } from "vitest";
import { type SheetEntries, type SheetSeen, seeSheet } from "@/lib/activities/roleplay/lost-rows";

const sheet = (guess: Readonly<Record<string, string>>): SheetEntries => ({
  guess: Object.entries(guess).map(([key, text]) => ({ key, text })),
  know: [],
  ask: [],
});

/** What was lost of the first column over these states of it. */
function lostOver(...states: Readonly<Record<string, string>>[]): string[] {
  let seen: SheetSeen | null = null;
  const lost: string[] = [];
  for (const state of states) {
    const result = seeSheet(seen, sheet(state));
    seen = result.seen;
    lost.push(...result.lost.guess);
  }
  return lost;
}

test("what is taken away is lost, and what is changed is not", () => {
  expect(lostOver({ a: "zu spät", b: "krank" }, { b: "krank" })).toEqual(["zu spät"]);
  expect(lostOver({ a: "zu spät" }, { a: "zu spät gefragt" }, { a: "spät gefragt" })).toEqual([]);
  expect(lostOver({}, { a: "zu spät" })).toEqual([]);
});

test("what is emptied, at once or letter by letter, or written over is lost as a whole", () => {
  expect(lostOver({ a: "zu spät" }, { a: "" }, { a: "neu" }, {})).toEqual(["zu spät", "neu"]);
  expect(lostOver({ a: "spät" }, { a: "sp" }, { a: "s" }, { a: "" })).toEqual(["spät"]);
  expect(lostOver({ a: "zu spät" }, { a: "Quatsch" })).toEqual(["zu spät"]);
  // What it said before it was written over is lost once.
  expect(lostOver({ a: "zu spät" }, { a: "Unsinn" }, { a: "" })).toEqual(["zu spät", "Unsinn"]);
});

test("a page that has opened the sheet anew has lost nothing that stands there", () => {
  expect(lostOver({ a: "zu spät", b: "krank" }, { c: "zu spät", d: "krank" })).toEqual([]);
  expect(lostOver({ a: "zu spät", b: "krank" }, { c: "zu spät" })).toEqual(["krank"]);
});
