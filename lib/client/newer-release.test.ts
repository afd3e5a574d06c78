import { describe, expect, it } from "vitest";
import { type Attempts, pauseBefore, reloadForRelease } from "@/lib/client/newer-release";

const HALF = 0.5;

function attemptsFrom(count: number): Attempts {
  let kept = count;
  return {
    count: () => kept,
    keep(next) {
      kept = next;
      return true;
    },
  };
}

async function waitsUntilReload(attempts: Attempts, served: boolean[], isOver = () => false) {
  const waits: number[] = [];
  let reloads = 0;
  await reloadForRelease({
    attempts,
    isServed: async () => served.shift() ?? true,
    wait: async (ms) => void waits.push(ms),
    reload: () => {
      reloads += 1;
    },
    chance: () => HALF,
    isOver,
  });
  return { waits, reloads };
}

describe("a page of another release", () => {
  it("7: loads anew once, when it has been read", async () => {
    const attempts = attemptsFrom(0);
    expect(await waitsUntilReload(attempts, [])).toEqual({ waits: [pauseBefore(0)], reloads: 1 });
    expect(attempts.count()).toBe(1);
  });

  it("7: waits with growing pauses while the server can't be read (P137)", async () => {
    const { waits, reloads } = await waitsUntilReload(attemptsFrom(0), [false, false, false]);
    expect(reloads).toBe(1);
    expect(waits).toEqual([0, 1, 2, 3].map(pauseBefore));
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  });

  it("7: loads anew ever more seldom where that did not help, and never more seldom than that (P137)", async () => {
    const attempts = attemptsFrom(0);
    const waits: number[] = [];
    for (let reload = 0; reload < 8; reload += 1) {
      waits.push(...(await waitsUntilReload(attempts, [])).waits);
    }
    expect(waits).toEqual(waits.map((_, attempt) => pauseBefore(attempt)));
    expect(waits[2]).toBeGreaterThan(10_000);
    expect(waits.at(-1)).toBe(waits.at(-2));
  });

  it("7: does not load anew soon where the tab can't count", async () => {
    const { waits } = await waitsUntilReload({ count: () => 0, keep: () => false }, []);
    expect(waits).toEqual([pauseBefore(Number.MAX_SAFE_INTEGER)]);
  });

  it("7: does nothing to a page that was left or has got in meanwhile", async () => {
    expect(await waitsUntilReload(attemptsFrom(0), [], () => true)).toMatchObject({ reloads: 0 });
  });
});
