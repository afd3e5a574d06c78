import { expect, test } from "vitest";
import type { ArcPart } from "@/app/sessions/arc-picture";
import { deepestPoint } from "@/app/sessions/plans/deepest-point";
import { readyOf } from "@/lib/workshops/ready-of";
import { workshops } from "@/lib/workshops/registry";

const part = (key: string, minutes: number, depth: ArcPart["depth"]): ArcPart => ({
  ...{ key, minutes, depth },
});

test("the deepest point is the middle of what comes closest, as a share of all minutes", () => {
  const [first, last] = [part("a", 10, "light"), part("c", 6, "light")];
  expect(deepestPoint([first, part("b", 4, "deep"), last])).toEqual({
    ...{ activity: "b", share: 0.6, isPlacedWell: true },
  });
  expect(deepestPoint([part("b", 4, "deep"), first])?.isPlacedWell).toBe(false);
  expect(deepestPoint([first, last, part("b", 4, "deep")])?.isPlacedWell).toBe(false);
  expect(deepestPoint([first, last])).toBeNull();
});

test("workshops of ours that stand for themselves come closest where they should", () => {
  for (const { id, activities, series } of workshops) {
    const parts = activities.map(({ key, kind, minutes }) => ({
      ...{ key, minutes, depth: readyOf({ key, kind })?.depth ?? "light" },
    }));
    const found = deepestPoint(parts);
    if (!series) expect([id, found?.share, found?.isPlacedWell]).toEqual([id, found?.share, true]);
  }
});
