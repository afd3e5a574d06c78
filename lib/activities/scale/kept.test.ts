import { describe, expect, it } from "vitest";
import { withContent } from "@/lib/activities/kept";
import {
  keptScore,
  movesOf,
  ownScores,
  ownShift,
  RECALLED_SLOT,
  recalledScores,
  SERIES_SLOT,
  SHIFT_SLOT,
  scoreBefore,
  scoresForSeries,
} from "@/lib/activities/scale/kept";
import { ownMoves } from "@/lib/activities/scale/use-own-moves";
import { ownScoresForSeries } from "@/lib/activities/scale/use-own-scores";
import { type DeviceRecord, keptKey, newDeviceRecord } from "@/lib/client/device-record";
import type { Words } from "@/lib/words";

describe("what is kept of a first asking", () => {
  const kept: DeviceRecord = {
    ...newDeviceRecord("5".repeat(32), "6".repeat(32)),
    kept: { before: withContent(ownScores, undefined, { chosen: { personal: 7 } }) },
  };
  const of = (record: DeviceRecord, item = "personal") =>
    keptScore(record, { activity: "before", item });

  it("is what was chosen, whether or not somebody said that they were done", () => {
    expect(of(kept)).toBe(7);
    expect(of({ ...kept, ways: { "before/ask": "sent" } })).toBe(7);
    expect(of(kept, "distance")).toBeNull();
    expect(of({ ...kept, kept: {} })).toBeNull();
  });

  it("is nothing where it was skipped, or doesn't read", () => {
    expect(of({ ...kept, ways: { "before/ask": "skipped" } })).toBeNull();
    for (const content of [{ chosen: { personal: 70 } }, { chosen: { personal: 7 }, version: 9 }]) {
      const entry = { ...withContent(ownScores, undefined, ownScores.nothing), content };
      expect(of({ ...kept, kept: { before: entry } })).toBeNull();
    }
  });
});

describe("what a series can keep", () => {
  const record: DeviceRecord = {
    ...newDeviceRecord("5".repeat(32), "6".repeat(32)),
    kept: {
      before: withContent(ownScores, undefined, { chosen: { personal: 7 } }),
      [keptKey("before", SERIES_SLOT)]: withContent(scoresForSeries, undefined, {
        scores: { personal: 7 },
      }),
    },
  };

  it("is what was handed over for it, and nothing that was skipped or only chosen", () => {
    expect(ownScoresForSeries(record)).toEqual({ personal: 7 });
    expect(ownScoresForSeries({ ...record, ways: { "before/ask": "skipped" } })).toEqual({});
    const { before } = record.kept;
    expect(ownScoresForSeries({ ...record, kept: before ? { before } : {} })).toEqual({});
  });

  it("is not what was got back at a later meeting", () => {
    const content = { isPast: true, scores: { personal: 7 } };
    const later = {
      ...record,
      kept: {
        [keptKey("measure", RECALLED_SLOT)]: withContent(recalledScores, undefined, content),
      },
    };
    const measure = { key: "measure", settings: { pairWith: null, series: "recall" } } as const;
    expect(ownScoresForSeries(later)).toEqual({});
    expect(scoreBefore(later, measure, "personal")).toBe(7);
    expect(scoreBefore(later, measure, "distance")).toBeNull();
    expect(scoreBefore(record, measure, "personal")).toBeNull();
  });
});

describe("how one's own answers moved", () => {
  const prompt = { de: "Wie persönlich?" };
  const items = [
    { key: "personal", prompt, low: { de: "gar nicht" }, high: { de: "sehr" }, none: null },
  ];
  const moves = movesOf(items, [
    { item: "personal", score: 5, before: 8 },
    { item: "gone", score: 1, before: 2 },
  ]);
  const record: DeviceRecord = {
    ...newDeviceRecord("5".repeat(32), "6".repeat(32)),
    kept: {
      after: withContent(ownScores, undefined, { chosen: { personal: 5 } }),
      [keptKey("after", SHIFT_SLOT)]: withContent(ownShift, undefined, { moves }),
    },
  };
  const textOf = ({ de = "" }: Words) => de;

  it("is told in the words that were asked, and of nobody who skipped the second time", () => {
    expect(ownMoves(record, { textOf })).toEqual([
      { question: "Wie persönlich?", before: 8, after: 5 },
    ]);
    expect(ownMoves({ ...record, ways: { "after/ask": "skipped" } }, { textOf })).toEqual([]);
  });

  it("is nothing where there was no answer before", () => {
    expect(movesOf(items, [{ item: "personal", score: 5, before: null }])).toEqual([]);
  });
});
