import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { planTakenIn } from "@/lib/session/own-plan-check";
import { readPreset } from "@/lib/session/presets";
import { readOwnPlan } from "@/lib/session/stored";

/** What every release has kept of plans and of parts of them is read by this one (docs/decisions/0025). */

const recording = z.object({
  plans: z.array(z.unknown()),
  presets: z.array(z.object({ kind: z.string(), part: z.string(), stored: z.unknown() })),
});

const here = import.meta.dirname;
const recordings = readdirSync(here)
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({
    file,
    ...recording.parse(JSON.parse(readFileSync(join(here, file), "utf8"))),
  }));

describe.each(recordings)("plans that were recorded as $file", ({ plans, presets }) => {
  it("are read, and can still be kept and held", () => {
    expect(plans.length).toBeGreaterThan(0);
    for (const stored of plans) {
      const plan = readOwnPlan(stored);
      expect(planTakenIn(JSON.parse(JSON.stringify(plan)))).toMatchObject({ ok: true });
    }
  });

  it("leave their parts to be taken into other plans", () => {
    expect(presets.length).toBeGreaterThan(0);
    for (const { kind, part, stored } of presets) {
      expect(readPreset(kind, part, stored), `${kind}: ${part}`).toBeDefined();
    }
  });
});
