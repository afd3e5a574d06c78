import { describe, expect, it, vi } from "vitest";
import { loadPatiently, onNeed } from "@/lib/client/on-need";

/** A module that comes at the attempt with this number, from 1. */
function coming(at: number) {
  let attempts = 0;
  const load = vi.fn(async () => {
    attempts += 1;
    if (attempts < at) throw new Error("ChunkLoadError");
    return "screen";
  });
  return { load, part: onNeed(load) };
}

const options = (served: readonly boolean[]) => {
  const answers = [...served];
  return {
    isServed: vi.fn(async () => answers.shift() ?? true),
    wait: vi.fn(async () => undefined),
    isOver: () => false,
  };
};

describe("onNeed", () => {
  it("is there at once when it has come, and loaded once", async () => {
    const { load, part } = coming(1);
    expect(part.current()).toBeNull();
    expect(await part.load()).toBe("screen");
    expect(part.current()).toBe("screen");
    await part.load();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("tries again after it did not come", async () => {
    const { part } = coming(2);
    await expect(part.load()).rejects.toThrow();
    expect(part.current()).toBeNull();
    expect(await part.load()).toBe("screen");
  });
});

describe("loadPatiently", () => {
  it("waits for the network, however long that takes (P330)", async () => {
    const { part } = coming(4);
    const given = options([false, false, false]);
    expect(await loadPatiently(part, given)).toBe(true);
    expect(given.wait).toHaveBeenCalledTimes(3);
    expect(part.current()).toBe("screen");
  });

  it("takes one failure beside an answer for the network's (P330)", async () => {
    const { part } = coming(2);
    const given = options([true]);
    expect(await loadPatiently(part, given)).toBe(true);
    expect(given.wait).not.toHaveBeenCalled();
  });

  it("says that the server hasn't got it where it answers and the file still doesn't come (P330)", async () => {
    const { part } = coming(9);
    expect(await loadPatiently(part, options([false, true]))).toBe(false);
    expect(part.current()).toBeNull();
  });

  it("ends where nobody needs it any more", async () => {
    const { load, part } = coming(9);
    let isOver = false;
    const given = {
      ...options([]),
      isServed: async () => false,
      wait: async () => {
        isOver = true;
      },
      isOver: () => isOver,
    };
    expect(await loadPatiently(part, given)).toBe(true);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
