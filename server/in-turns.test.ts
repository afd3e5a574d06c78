import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurns } from "@/server/in-turns";

test("a crowd is taken a few at a time, in order, also what comes while it is (P329)", async () => {
  const begin = inTurns(10);
  const done: number[] = [];
  for (let n = 0; n < 25; n += 1) begin(() => done.push(n));
  expect(done).toEqual([]);
  await turn();
  expect(done.length).toBeLessThanOrEqual(10);
  begin(() => done.push(25));
  while (done.length < 26) await turn();
  expect(done).toEqual(Array.from({ length: 26 }, (_, n) => n));
  // Nothing waits: the next one begins a turn of its own.
  begin(() => done.push(26));
  await turn();
  await turn();
  expect(done).toHaveLength(27);
});
