import { expect, test } from "vitest";
import { attackRoomCodes, EACH } from "@/attack/room-codes/suite";
import { createTestDatabase } from "@/server/testing/test-database";

/** 75 seconds for each of three measurements where nothing else runs. */
const TIMEOUT_MS = 10 * 60_000;

test(
  `the time of ${EACH} answers of each kind tells nothing about a join code`,
  async () => {
    const database = await createTestDatabase();
    try {
      const { defects } = await attackRoomCodes(database.url, EACH);
      expect(defects).toEqual([]);
    } finally {
      await database.drop();
    }
  },
  TIMEOUT_MS,
);
