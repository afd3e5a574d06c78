import { expect, test } from "vitest";
import { crashBoards } from "@/attack/documents/crash";

/** Starts processes and a Postgres of their own that syncs to disk. */
const TIMEOUT_MS = 240_000;

test(
  "moves and deletions that were acknowledged survive kill -9 (P260)",
  async () => {
    const { defects, figures } = await crashBoards({ cycles: 4, seed: 2 });
    expect(defects).toEqual([]);
    expect(figures).toMatchObject([{ cycles: 4 }]);
  },
  TIMEOUT_MS,
);

test(
  "an answer that comes before the commit is noticed",
  async () => {
    // An app that dies alone loses nothing by it: what it has sent is committed all the same.
    const { defects } = await crashBoards({
      ...{ cycles: 12, seed: 2, victims: ["both"], acknowledgesEarly: true },
    });
    expect(defects).not.toEqual([]);
  },
  TIMEOUT_MS,
);
