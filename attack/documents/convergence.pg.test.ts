import { expect, test } from "vitest";
import { tryConvergence } from "@/attack/documents/convergence";
import { createTestDatabase } from "@/server/testing/test-database";

/** A few seeds of `npm run attack:documents -- --seeds 1000`. */
test("boards end the same over connections that break, answers that get lost, and two nodes (P252, P256)", async () => {
  const database = await createTestDatabase();
  try {
    const { defects, figures } = await tryConvergence(database.url, { seeds: 5 });
    expect(defects).toEqual([]);
    expect(figures).toMatchObject([{ seeds: 5 }]);
  } finally {
    await database.drop();
  }
});
