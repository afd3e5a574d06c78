import { describe, expect, it } from "vitest";
import { createFairLine, type Lane, LineFullError, type LineLimits } from "@/server/auth/fair-line";

const LIMITS: LineLimits = { atOnce: 2, strangersAtOnce: 1, perLane: 3, inAll: 8 };

/** A line whose work ends when the test says so. */
function underHand(limits = LIMITS) {
  const line = createFairLine(limits);
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const refused: string[] = [];
  const settled: Promise<void>[] = [];
  const push = (what: string, lane: Lane) => {
    const done = line.run(lane, () => {
      started.push(what);
      return new Promise<void>((resolve) => ends.set(what, resolve));
    });
    settled.push(
      done.catch((error: unknown) => {
        if (!(error instanceof LineFullError)) throw error;
        refused.push(what);
      }),
    );
  };
  /** Lets promises that are due run their course. */
  const quiet = () => new Promise((resolve) => setImmediate(resolve));
  return {
    started,
    refused,
    push,
    async ready() {
      await quiet();
      return started.join(" ");
    },
    async end(what: string) {
      ends.get(what)?.();
      await quiet();
      return started.join(" ");
    },
  };
}

const stranger = (name: string): Lane => ({ name, isKnown: false });
const known = (name: string): Lane => ({ name, isKnown: true });

describe("the line in front of costly work", () => {
  it("gives each lane its turn, however many wait in another", async () => {
    const at = underHand();
    for (const what of ["a1", "a2", "a3"]) at.push(what, stranger("a"));
    at.push("b1", stranger("b"));
    expect(await at.ready()).toBe("a1");
    expect(await at.end("a1")).toBe("a1 a2");
    expect(await at.end("a2")).toBe("a1 a2 b1");
    expect(await at.end("b1")).toBe("a1 a2 b1 a3");
  });

  it("keeps a place for who is known", async () => {
    const at = underHand();
    for (const what of ["a1", "a2"]) at.push(what, stranger("a"));
    at.push("k1", known("k"));
    at.push("k2", known("k"));
    expect(await at.ready()).toBe("a1 k1");
    expect(await at.end("a1")).toBe("a1 k1 k2");
    expect(await at.end("k1")).toBe("a1 k1 k2 a2");
  });

  it("refuses what comes to a lane that is full, and nobody beside it", async () => {
    const at = underHand();
    for (let i = 0; i < 9; i += 1) at.push(`a${i}`, stranger("a"));
    at.push("b", stranger("b"));
    await at.ready();
    expect(at.refused).toEqual(["a4", "a5", "a6", "a7", "a8"]);
  });

  it("goes on after work that failed", async () => {
    const line = createFairLine({ ...LIMITS, atOnce: 1 });
    const failing = line.run(stranger("a"), () => Promise.reject(new Error("no")));
    const next = line.run(stranger("a"), () => Promise.resolve("done"));
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("done");
  });
});
