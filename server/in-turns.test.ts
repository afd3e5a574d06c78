import { setImmediate as turn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { givingWay, inTurns } from "@/server/in-turns";

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

test("work that takes long gives way once it has gone on for long enough, and not before", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  try {
    const giveWay = givingWay();
    const done: string[] = [];
    setImmediate(() => done.push("another's"));
    for (const now of [0, 1, 2]) {
      clock.mockReturnValue(now);
      await giveWay();
      done.push("own");
    }
    clock.mockReturnValue(100);
    await giveWay();
    done.push("own");
    expect(done).toEqual(["own", "own", "own", "another's", "own"]);
    // From here on it counts anew.
    setImmediate(() => done.push("another's"));
    await giveWay();
    expect(done).toHaveLength(5);
  } finally {
    clock.mockRestore();
  }
});
