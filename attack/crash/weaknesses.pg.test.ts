import { expect, test } from "vitest";
import { attackByCrash } from "@/attack/crash/crash";

/** As long as those in crash.pg.test.ts; a file of their own, so that both go on side by side. */
const TIMEOUT_MS = 240_000;

/** Those that any load shows within a few cycles, at the latest; the program has more of them. */
test.each(["acknowledge-early", "asynchronous-commit", "act-twice"] as const)(
  "positive control: %s is caught",
  async (weakness) => {
    const { defects } = await attackByCrash({
      cycles: 20,
      clients: 8,
      seed: 3,
      nodes: 1,
      weakness,
    });
    expect(defects.length).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
