import { expect, test } from "vitest";
import { attackByCrash } from "@/attack/crash/crash";

/** As long as those in crash.pg.test.ts; a file of their own, so that both go on side by side. */
const TIMEOUT_MS = 240_000;

/**
 * Those that any load shows within a few cycles, at the latest; the program has more of them. An app that dies alone loses
 * nothing by the first two: what it has sent is committed all the same.
 */
test.each([
  ["acknowledge-early", "both"],
  ["asynchronous-commit", "both"],
  ["act-twice", undefined],
] as const)(
  "positive control: %s is caught",
  async (weakness, victim) => {
    const { defects } = await attackByCrash({
      cycles: 20,
      clients: 8,
      seed: 3,
      nodes: 1,
      weakness,
      victim,
    });
    expect(defects.length).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
