import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatCode,
  normaliseCode,
  ROOM_CODE_ALPHABET,
  ROOM_CODE_LENGTH,
  readCodeCharacters,
} from "@/lib/session/room-code";

const code = fc
  .array(fc.constantFrom(...ROOM_CODE_ALPHABET), {
    minLength: ROOM_CODE_LENGTH,
    maxLength: ROOM_CODE_LENGTH,
  })
  .map((characters) => characters.join(""));

describe("normaliseCode", () => {
  it("reads what people type", () => {
    expect(normaliseCode("7k3m-9qtx")).toBe("7K3M9QTX");
    expect(normaliseCode(" 7K3M 9QTX ")).toBe("7K3M9QTX");
    expect(normaliseCode("7K3M–9QTX")).toBe("7K3M9QTX");
    expect(normaliseCode("oil0 OIL0")).toBe("01100110");
    // A Turkish keyboard's i.
    expect(normaliseCode("ııııiiii")).toBe("11111111");
  });

  it("refuses what can't be a code", () => {
    for (const input of ["", "7K3M9QT", "7K3M9QTXX", "7K3M9QTU", "7K3M/9QT", "ÄÖÜÄÖÜÄÖ"]) {
      expect(normaliseCode(input)).toBeNull();
    }
    expect(normaliseCode(`7K3M9QTX${" ".repeat(1000)}`)).toBeNull();
  });

  it("undoes formatCode and changes nothing twice", () => {
    fc.assert(
      fc.property(code, (bare) => {
        expect(normaliseCode(formatCode(bare))).toBe(bare);
        expect(normaliseCode(bare.toLowerCase())).toBe(bare);
      }),
    );
  });

  it("gives a code or null for any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const read = normaliseCode(text);
        expect(read === null || /^[0-9A-HJKMNP-TV-Z]{8}$/.test(read)).toBe(true);
      }),
    );
  });
});

describe("readCodeCharacters", () => {
  it("keeps the part typed so far, and no more than a code", () => {
    expect(readCodeCharacters("7k3m 9")).toBe("7K3M9");
    expect(readCodeCharacters("7K3M 9QTX 55")).toBe("7K3M9QTX");
    expect(readCodeCharacters("U!?")).toBe("");
  });
});

describe("formatCode", () => {
  it("splits 4-4", () => {
    expect(formatCode("7K3M9QTX")).toBe("7K3M 9QTX");
    expect(formatCode("7K3M9")).toBe("7K3M 9");
    expect(formatCode("7K3")).toBe("7K3");
  });
});
