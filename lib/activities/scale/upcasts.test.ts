import { describe, expect, it } from "vitest";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { scaleUpcasts } from "@/lib/activities/scale/upcasts";
import { upcast } from "@/lib/upcast";

const words = { de: "Frage" };
const item = { key: "one", prompt: words, low: words, high: words };

describe("settings from before questions could be left open", () => {
  const stored = { items: [item], pairWith: null, reminder: words, summary: "aggregate" };

  it("read as questions that stand by themselves", () => {
    expect(scaleSettings.safeParse(stored).success).toBe(false);
    expect(scaleSettings.parse(upcast(stored, scaleUpcasts.settings))).toEqual({
      ...stored,
      items: [{ ...item, none: null }],
      ...{ overlay: null, note: null, starters: [], afterwards: [], series: null },
    });
  });

  it("stay what they are where they are none", () => {
    const broken = { ...stored, items: "none" };
    expect(scaleSettings.safeParse(upcast(broken, scaleUpcasts.settings)).success).toBe(false);
  });
});
