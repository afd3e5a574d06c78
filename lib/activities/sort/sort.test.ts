import { describe, expect, it, test } from "vitest";
import { withContent } from "@/lib/activities/kept";
import { ownPlacing } from "@/lib/activities/sort/kept";
import { sortRecord } from "@/lib/activities/sort/record";
import { sortSettings } from "@/lib/activities/sort/schema";
import { ownGoals } from "@/lib/activities/sort/use-own-goals";
import { K_SCORES } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf } from "@/lib/testing/session-driver";
import { gapMap } from "@/lib/workshops/activities/gap-map";
import { rightGoal } from "@/lib/workshops/activities/right-goal";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { planAround } from "@/lib/workshops/single-activity";

const BUCKETS = ["circumstances", "their-side", "unfair", "unknown", "my-approach"];
const QUARTERS = ["upper-left", "upper-right", "lower-left", "lower-right"];
const DECISIONS = ["keep", "shrink", "swap", "rest"];

const named = (keys: readonly string[], counts: readonly number[]) =>
  Object.fromEntries(keys.map((key, at) => [key, counts[at] ?? 0]));

/** A session with this activity alone, in its place phase. */
function placing(ready: ReadyActivity) {
  const { id, title, purpose, minutes, activities } = planAround(ready);
  const session = createMemorySession(
    {
      ...{ templateId: id, title, purpose, minutes, activities: [...activities] },
      ...{ address: "du", language: "de" },
    },
    1,
  );
  const { key } = ready.activity;
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, key, "place");
  return {
    session,
    send(device: number, command: object, revision = 1) {
      const placed = { type: "placeItems", revision, decisions: null, ...command };
      return session.send(deviceOf(device), { type: "activity", activity: key, command: placed });
    },
    result() {
      advanceTo(session, key, "show");
      const [seen, ...others] = (["participant", "stage", "facilitator"] as const).map((audience) =>
        sortRecord.parse(session.view(audience).activity?.record),
      );
      for (const other of others) expect(other).toEqual(seen);
      return seen?.result;
    },
  };
}

const points = (...counts: number[]) => ({ parts: { all: named(BUCKETS, counts) } });

describe("P181 points over buckets", () => {
  it("are told as sums with the people behind them, small buckets as one", () => {
    const { send, result } = placing(whoseShare);
    const rows = [
      [4, 3, 0, 0, 3],
      [2, 4, 0, 2, 2],
      [5, 5, 0, 0, 0],
      [3, 0, 4, 0, 3],
      [6, 2, 0, 2, 0],
      [2, 2, 0, 0, 6],
      [0, 4, 0, 6, 0],
      [3, 7, 0, 0, 0],
    ];
    for (const [device, row] of rows.entries()) {
      expect(send(device, points(...row)).ok).toBe(true);
    }
    expect(result()).toEqual({
      type: "placesCounted",
      decisions: null,
      n: 8,
      parts: {
        all: {
          places: {
            circumstances: { count: 25, people: null },
            "their-side": { count: 27, people: null },
            "my-approach": { count: 14, people: 4 },
          },
          // Unfair had one person's; unknown joins it, so that it isn't unfair by another name.
          other: 14,
        },
      },
    });
  });

  it("are all placed, once by each phone, and can be changed until the phase is over", () => {
    const { session, send, result } = placing(whoseShare);
    const refused = [
      points(9, 0, 0, 0, 0),
      points(11, 0, 0, 0, 0),
      { parts: { all: named([...BUCKETS, "elsewhere"], [10]) } },
      { parts: { all: named(BUCKETS.slice(1), [10]) } },
      { parts: { all: named(BUCKETS, [10]), more: named(BUCKETS, [10]) } },
      { parts: { other: named(BUCKETS, [10]) } },
      { parts: { all: { ...named(BUCKETS, [11]), unfair: -1 } } },
      { ...points(10), decisions: named(DECISIONS, [10]) },
    ];
    for (const command of refused) expect(send(0, command)).toMatchObject({ ok: false });
    expect(send(0, points(10, 0, 0, 0, 0)).ok).toBe(true);
    expect(send(0, points(10, 0, 0, 0, 0))).toMatchObject({ ok: true, sealed: [] });
    expect(send(0, points(0, 10, 0, 0, 0))).toEqual({ ok: false, code: "conflict" });
    expect(send(0, points(0, 5, 5, 0, 0), 2).ok).toBe(true);
    for (let device = 1; device < 6; device += 1)
      send(device, points(1 + (device % 2), 4, 4, 0, 1 - (device % 2)));
    expect(JSON.stringify(result())).not.toContain("10");
    expect(send(7, points(10, 0, 0, 0, 0))).toEqual({ ok: false, code: "closed" });
    expect(JSON.stringify(session.log)).not.toContain('"counts"');
  });

  it.each([2, 3, K_SCORES - 1])("of %i people are not told, nor how many they are", (people) => {
    const { send, result } = placing(whoseShare);
    for (let device = 0; device < people; device += 1) send(device, points(2, 2, 2, 2, 2));
    expect(result()).toMatchObject({ parts: { all: null }, n: null });
  });

  it("are told of nobody where all did alike, as if there were too few", () => {
    const { send, result } = placing(whoseShare);
    for (let device = 0; device < 9; device += 1) send(device, points(0, 0, 10, 0, 0));
    expect(result()).toEqual(placing(whoseShare).result());
  });
});

test("of goals everything placed is decided, and both are told apart from each other", () => {
  const { session, send, result } = placing(rightGoal);
  const goals = (places: number[], decisions: number[]) => ({
    parts: { all: named(QUARTERS, places) },
    decisions: named(DECISIONS, decisions),
  });
  for (const wrong of [
    goals([1, 1, 0, 0], [1, 0, 0, 0]),
    goals([0, 0, 0, 0], [0, 0, 0, 0]),
    goals([2, 2, 0, 0], [4, 0, 0, 0]),
    { ...goals([1, 0, 0, 0], [1]), decisions: null },
  ]) {
    expect(send(0, wrong).ok).toBe(false);
  }
  for (let device = 0; device < 8; device += 1) {
    const odd = device % 2;
    expect(send(device, goals([1, odd, 1 - odd, 0], [odd, 1, 0, 1 - odd])).ok).toBe(true);
  }
  // All but one have the same in a quarter: nothing of the quarters is told, and the decisions likewise.
  expect(result()).toMatchObject({ n: null });
  expect(JSON.stringify(session.log)).not.toContain("upper-left");
});

test("where one part of a result can't be told and the other can, the summary says so of that one", () => {
  const { session, send, result } = placing(rightGoal);
  for (let device = 0; device < 8; device += 1) {
    // Of the quarters all but one have the same; the decisions differ.
    const decisions =
      [
        [2, 0],
        [0, 2],
        [1, 1],
      ][device % 3] ?? [];
    const parts = { all: named(QUARTERS, device === 0 ? [0, 2] : [1, 1]) };
    expect(send(device, { parts, decisions: named(DECISIONS, decisions) }).ok).toBe(true);
  }
  expect(result()).toMatchObject({ parts: { all: null }, decisions: { places: {} } });
  session.send("facilitator", { type: "end" });
  const facts = { day: "2026-11-26", joined: 8, takeaway: "", contacts: [] };
  const { sections } = summarise(session.state, { ...facts, language: "en" });
  const shares = sections.find(({ key }) => key === "shares");
  expect(shares?.blocks).toMatchObject([
    { type: "heading", text: "Still the right goal?" },
    { type: "note", text: "Too few or too much alike: not shown." },
    { type: "shares", question: "Still the right goal?: Decided" },
  ]);
});

test("P182 of maps no more is handed in than which quarters are used", () => {
  const { session, send, result } = placing(gapMap);
  const map = (...used: number[]) => ({ parts: { all: named(QUARTERS, used) } });
  expect(send(0, map(2, 1, 0, 0)).ok).toBe(false);
  expect(send(0, map(0, 0, 0, 0)).ok).toBe(false);
  for (let device = 0; device < 7; device += 1) {
    expect(send(device, map(1, device < 4 ? 1 : 0, device < 2 ? 1 : 0, 0)).ok).toBe(true);
  }
  expect(result()).toEqual({
    type: "emptyCounted",
    n: 7,
    empty: { "upper-left": "few", "upper-right": 3, "lower-left": "most", "lower-right": "most" },
  });
  session.send("facilitator", { type: "end" });
  const facts = { day: "2026-11-26", joined: 7, takeaway: "", contacts: [] };
  const { sections } = summarise(session.state, { ...facts, language: "en" });
  const shares = sections.find(({ key }) => key === "shares");
  expect(JSON.stringify(shares)).toContain("fewer than 3");
});

test("a plan that makes no sense is none", () => {
  const settings = sortSettings.parse(rightGoal.activity.settings);
  const whose = sortSettings.parse(whoseShare.activity.settings);
  const fits = (each: unknown) => sortSettings.safeParse(each).success;
  expect(fits(settings)).toBe(true);
  expect(fits({ ...settings, tells: "empty" })).toBe(false);
  expect(fits({ ...settings, source: whose.source })).toBe(false);
  expect(fits({ ...whose, decisions: settings.decisions })).toBe(false);
  expect(fits({ ...whose, tells: "empty" })).toBe(false);
});

test("what one decided about goals is taken along, and goals alone are not", () => {
  const content = {
    ...ownPlacing.nothing,
    texts: { "line-1": "Meet two people", "line-2": "Undecided", "line-3": " " },
    decisions: {
      "line-1": { key: "rest", label: { en: "Let rest" } },
      "line-3": { key: "keep", label: { en: "Keep" } },
    },
    until: { "line-1": "2027-03-01" },
  };
  const kept = { "right-goal": withContent(ownPlacing, undefined, content) };
  const steps = ownGoals({ kept }, { textOf: ({ en = "" }) => en });
  expect(steps).toEqual([
    {
      sentence: [
        { text: expect.stringContaining("Meet two people"), isHinge: false },
        { text: " · Let rest", isHinge: true },
      ],
      days: ["2027-03-01"],
    },
  ]);
});

test("P184 whoever would rather place nothing of their own gets something made up of this activity", () => {
  const { session } = placing(gapMap);
  const made = session.view("participant").planned?.optOut?.fictional;
  for (const each of sortSettings.parse(gapMap.activity.settings).fictional) {
    expect(made?.en).toContain(each.en);
  }
});
