import { expect, test } from "vitest";
import { collectSettings } from "@/lib/activities/collect/schema";
import { collectUpcasts } from "@/lib/activities/collect/upcasts";
import { upcast, versioned } from "@/lib/upcast";
import { smallNo } from "@/lib/workshops/activities/small-no";

/** What is new in version 2, as a plan of version 1 has none of it. */
const { caseFirst, fictional, columns, columnLimit, cardLabel, dotsQuestion, ask, ...before } =
  collectSettings.parse(smallNo.activity.settings);

test("settings from before columns have none, no case first, and ask nothing last", () => {
  expect([caseFirst, columns, cardLabel, dotsQuestion, ask]).toEqual([null, [], null, null, null]);
  expect(columnLimit).toBeGreaterThan(0);
  const read = collectSettings.parse(upcast(before, collectUpcasts.settings));
  expect(read).toEqual({
    ...before,
    ...{ caseFirst: null, fictional: null, columns: [], columnLimit: 10 },
    ...{ cardLabel: null, dotsQuestion: null, ask: null },
  });
});

test("what this version stores is read as it is", () => {
  const settings = {
    ...before,
    caseFirst,
    fictional,
    columns,
    columnLimit: 3,
    cardLabel,
    dotsQuestion,
    ask,
  };
  const stored = versioned(settings, collectUpcasts.settings);
  expect(collectSettings.parse(upcast(stored, collectUpcasts.settings))).toEqual(settings);
});

test("a plan has two to four columns with keys of their own, or none", () => {
  const column = (key: string) => ({ key, name: { de: key } });
  const reads = (...keys: string[]) =>
    collectSettings.safeParse({ ...smallNo.activity.settings, columns: keys.map(column) }).success;
  expect([reads(), reads("a"), reads("a", "b"), reads("a", "b", "c", "d")]).toEqual([
    ...[true, false, true, true],
  ]);
  expect([reads("a", "a"), reads("a", "b", "c", "d", "e")]).toEqual([false, false]);
});
