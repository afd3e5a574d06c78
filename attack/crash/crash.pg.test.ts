import { expect, test } from "vitest";
import { attackByCrash } from "@/attack/crash/crash";

/**
 * Short runs of `npm run attack:crash`. They start processes and a Postgres of their own that syncs to
 * disk, so they take longer than other tests.
 */
const TIMEOUT_MS = 240_000;

test(
  "what was acknowledged survives kill -9 of app, database and both, once each (P14)",
  async () => {
    const { defects, figures } = await attackByCrash({ cycles: 3, clients: 12, seed: 4, nodes: 1 });
    expect(defects).toEqual([]);
    expect(figures).toMatchObject([{ cycles: 3 }]);
  },
  TIMEOUT_MS,
);

test(
  "one of two nodes is killed while the other goes on",
  async () => {
    const { defects } = await attackByCrash({ cycles: 2, clients: 12, seed: 4, nodes: 2 });
    expect(defects).toEqual([]);
  },
  TIMEOUT_MS,
);
