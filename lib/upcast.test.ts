import { describe, expect, it } from "vitest";
import { NewerVersion, type Upcast, upcast, versioned } from "@/lib/upcast";

const named: Upcast = ({ title, ...rest }) => ({ ...rest, name: title });
const counted: Upcast = (stored) => ({ ...stored, count: 0 });
const upcasts = [named, counted];

describe("upcasts", () => {
  it("bring every version to the current one, each from where it is", () => {
    const now = { name: "Nein", count: 0 };
    expect(upcast({ title: "Nein" }, upcasts)).toEqual(now);
    expect(upcast({ title: "Nein", version: 1 }, upcasts)).toEqual(now);
    expect(upcast({ name: "Nein", version: 2 }, upcasts)).toEqual(now);
    expect(upcast({ name: "Nein", count: 3, version: 3 }, upcasts)).toEqual({ ...now, count: 3 });
  });

  it("leave what is stored by today's release as it is", () => {
    const value = { name: "Nein", count: 3 };
    expect(upcast(versioned(value, upcasts), upcasts)).toEqual(value);
    expect(versioned(value, upcasts).version).toBe(3);
    expect(versioned(value, []).version).toBe(1);
  });

  it("refuse what a newer release has stored", () => {
    expect(() => upcast({ version: 4 }, upcasts)).toThrow(NewerVersion);
    expect(() => upcast({ version: "2" }, upcasts)).toThrow(NewerVersion);
    expect(() => upcast({ version: 0 }, upcasts)).toThrow(NewerVersion);
  });

  it("leave what is no object to the schema", () => {
    for (const value of [null, undefined, 3, "text", []])
      expect(upcast(value, upcasts)).toBe(value);
  });
});
