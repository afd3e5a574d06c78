import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findCode,
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

describe("findCode", () => {
  it("19: finds the code in what was pasted", () => {
    for (const pasted of [
      "7K3M9QTX",
      "7k3m 9qtx.",
      "„7K3M-9QTX“",
      "https://aufwind.example.org/j/7K3M9QTX",
      "aufwind.example.org/j/7K3M9QTX.",
      "http://192.168.7.4:3000/j?code=7K3M%209QTX",
      "Kommt alle am Mittwoch! Der Code ist 7K3M 9QTX, Beginn 14:05.",
      "Workshop HARDNESS on https://aufwind.example.org/j/7K3M9QTX?x=1",
      "Herewith the code here: 7K3M9QTX (Workshop)",
    ]) {
      expect(findCode(pasted), pasted).toBe("7K3M9QTX");
    }
    expect(findCode("Der Code ist ABCD EFGH")).toBe("ABCDEFGH");
  });

  it("19: makes no code of a sentence without one", () => {
    for (const pasted of [
      "",
      "Der Workshop beginnt heute",
      "https://aufwind.example.org/",
      "7K3M9QT",
      "%E0%A4%A",
    ]) {
      expect(findCode(pasted), pasted).toBeNull();
    }
  });

  it("finds any code in a link and in a sentence, and is quick with long text", () => {
    fc.assert(
      fc.property(code, (bare) => {
        expect(findCode(`Bitte hier: https://a.example/j/${bare}, danke`)).toBe(bare);
        expect(findCode(`(${formatCode(bare).toLowerCase()})`)).toBe(bare);
      }),
    );
    expect(findCode("a".repeat(1_000_000))).toBeNull();
  });
});
