import { expect, test } from "vitest";
import { attackInput } from "@/attack/input/suite";
import { createTestDatabase } from "@/server/testing/test-database";

/** Three minutes where nothing else runs; `npm run attack:input` sends a million. */
const FRAMES = 100_000;
const TIMEOUT_MS = 10 * 60_000;
const SEED = Number(process.env.ATTACK_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(
  `${FRAMES} hostile frames break nothing and hurt nobody (ATTACK_SEED=${SEED})`,
  async () => {
    const database = await createTestDatabase();
    try {
      const { defects } = await attackInput({
        databaseUrl: database.url,
        frames: FRAMES,
        seed: SEED,
      });
      expect(defects).toEqual([]);
    } finally {
      await database.drop();
    }
  },
  TIMEOUT_MS,
);
