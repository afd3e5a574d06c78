import { describe, expect, it } from "vitest";
import { kindOf } from "@/lib/activities/kinds";
import { presetTakenIn, readPreset, storedPreset } from "@/lib/session/presets";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { readyPresets } from "@/lib/workshops/ready-presets";

const { kind, settings } = otherChairs.activity;
const asked = (change: object = {}) => ({
  ...{ kind, part: "roleSet", name: "Meine Rollen", value: settings.roleSet },
  ...change,
});

describe("a part of settings that is kept", () => {
  it("P304 comes back from where it is stored as it was taken in", () => {
    const taken = presetTakenIn(
      JSON.parse(JSON.stringify(asked({ name: " Meine\u0000 Rollen " }))),
    );
    expect(taken).toEqual(asked());
    if (!taken) throw new Error("unreachable");
    const stored: unknown = JSON.parse(JSON.stringify(storedPreset(taken)));
    expect(stored).toMatchObject({ version: 1 });
    expect(readPreset(kind, "roleSet", stored)).toEqual(settings.roleSet);
    expect(readPreset(kind, "roleSet", { ...Object(stored), version: 99 })).toBeUndefined();
    expect(readPreset("seance", "roleSet", stored)).toBeUndefined();
  });

  it("P304 is none that its kind doesn't have, or doesn't read", () => {
    const hostile = [
      ...[null, 1, "x", [], {}],
      asked({ kind: "seance" }),
      asked({ kind: "scale" }),
      asked({ part: "steps" }),
      asked({ part: "__proto__" }),
      asked({ name: " " }),
      asked({ name: "x".repeat(61) }),
      asked({ value: null }),
      asked({ value: { ...Object(settings.roleSet), watcher: "nobody" } }),
    ];
    for (const each of hostile) expect(presetTakenIn(each)).toBeNull();
  });

  it("P304 is taken into settings that make sense with it, and no others", () => {
    const { withPreset } = kindOf(kind);
    const sets = readyPresets(kind, "roleSet");
    expect(sets.map(({ title }) => title)).toEqual([
      otherChairs.activity.title,
      threeHeads.activity.title,
    ]);
    const own = { ...Object(settings.roleSet), inLastRound: {} };
    expect(withPreset(settings, "roleSet", own)).toEqual({ ...settings, roleSet: own });
    // Its steps speak to single roles, which other sets don't have.
    expect(withPreset(threeHeads.activity.settings, "roleSet", settings.roleSet)).toBeNull();
    expect(withPreset(settings, "steps", [])).toBeNull();
    expect(withPreset(settings, "roleSet", { roles: [] })).toBeNull();
  });
});
