import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createLiveStore, keepEqual } from "@/lib/client/live-store";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

describe("keepEqual", () => {
  it("says what came after, whatever was before", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(keepEqual(before, after)).toEqual(after);
      }),
    );
  });

  it("keeps the object where nothing has changed, and its parts where something else has", () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (part, other) => {
        const before = { part, list: [part], other: 1 };
        expect(keepEqual(before, structuredClone(before))).toBe(before);
        const after = keepEqual(before, { ...structuredClone(before), other });
        expect(after.part).toBe(part);
        expect(after.list).toBe(before.list);
        expect(after.other).toBe(other);
      }),
    );
  });

  it("tells a key that is gone from one that says nothing", () => {
    const before = { a: undefined, b: 1 };
    expect(Object.keys(keepEqual(before, { b: 1 }))).toEqual(["b"]);
    expect(Object.keys(keepEqual({ b: 1, c: 2 }, { b: 1, a: undefined }))).toEqual(["b", "a"]);
    expect(keepEqual([1, 2], [1])).toEqual([1]);
  });
});

describe("createLiveStore", () => {
  const view = () => createMemorySession(plannedWorkshop(), 1).view("participant");

  it("tells of a view that says something else, and of no other", () => {
    const store = createLiveStore();
    const listener = vi.fn();
    const end = store.subscribe(listener);
    expect(store.current()).toBeUndefined();
    const first = view();
    store.set(first);
    expect(listener).toHaveBeenCalledTimes(1);
    store.set(structuredClone(first));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.current()).toBe(first);
    const next = structuredClone(first);
    next.session.news = 1;
    store.set(next);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(store.current()).toEqual(next);
    end();
    store.set(first);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
