import { afterEach, expect, test, vi } from "vitest";
import { remember, remembered } from "@/lib/client/remembered";

afterEach(() => vi.unstubAllGlobals());

test("a choice is there again until it is forgotten", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  expect(remembered("sound")).toBeNull();
  remember("sound", "on");
  expect(remembered("sound")).toBe("on");
  remember("sound", null);
  expect(remembered("sound")).toBeNull();
});

test("a browser that keeps nothing stops no screen", () => {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(remembered("sound")).toBeNull();
  expect(() => remember("sound", "on")).not.toThrow();
  expect(() => remember("sound", null)).not.toThrow();
});
