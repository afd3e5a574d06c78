import { describe, expect, it } from "vitest";
import { withContent } from "@/lib/activities/kept";
import { keptScore, ownScores } from "@/lib/activities/scale/kept";
import { type DeviceRecord, newDeviceRecord } from "@/lib/client/device-record";

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
