import { describe, expect, it } from "vitest";
import { keyAction } from "@/lib/console/keys";

const press = (key: string, rest = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  field: null,
  ...rest,
});

describe("keyAction", () => {
  it("knows letters in both cases", () => {
    expect(keyAction(press("n"))).toBe("next");
    expect(keyAction(press("N"))).toBe("next");
    expect(keyAction(press("PageDown"))).toBe("pageOn");
  });

  it("leaves fields and the browser's own shortcuts alone", () => {
    expect(keyAction(press("n", { field: "typing" }))).toBeNull();
    expect(keyAction(press("p", { ctrlKey: true }))).toBeNull();
    expect(keyAction(press("t", { metaKey: true }))).toBeNull();
  });

  it("leaves radios their arrows, and takes every other key from them", () => {
    expect(keyAction(press("ArrowDown", { field: "arrows" }))).toBeNull();
    expect(keyAction(press("n", { field: "arrows" }))).toBe("next");
    expect(keyAction(press("Backspace", { field: "arrows" }))).toBe("back");
  });

  it("leaves digits to boards", () => {
    for (let digit = 0; digit <= 9; digit += 1) expect(keyAction(press(`${digit}`))).toBeNull();
  });

  it("ignores what it doesn't know", () => {
    expect(keyAction(press("x"))).toBeNull();
    expect(keyAction(press("toString"))).toBeNull();
  });
});
