import { describe, expect, it, vi } from "vitest";
import { createLiveStore } from "@/lib/client/live-store";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

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
    next.news = 1;
    store.set(next);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(store.current()).toEqual(next);
    end();
    store.set(first);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
