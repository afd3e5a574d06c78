import { describe, expect, it } from "vitest";
import { charactersOf, cleanText, countCharacters, freeText, writtenText } from "@/lib/text";

describe("P68 what people write", () => {
  it("loses NUL, halves of pairs, control characters and those that turn the direction", () => {
    const unseen = ["\u0000", "\ud83d", "\ude42", "\u0007", "\u009f", "\u202e", "\u2066"];
    for (const each of unseen) {
      expect(writtenText(20).parse(`Ein${each} Nein`)).toBe("Ein Nein");
      expect(freeText(20).parse(`Ein${each} Nein`)).toBe("Ein Nein");
    }
    // Whole pairs, lines and tabs are what somebody typed.
    expect(cleanText("a\n\tb 🙂")).toBe("a\n\tb 🙂");
  });

  it("is refused where nothing of it is to be seen", () => {
    for (const nothing of ["", " \n", "\u0000", "\u202e\u2066", "\u200b"]) {
      expect(writtenText(20).safeParse(nothing).success).toBe(false);
    }
    expect(writtenText(20).parse(" 🙂 ")).toBe("🙂");
  });
});

describe("what a reader counts", () => {
  it("is the same whether a text is taken apart or plainly counted", () => {
    const texts = [
      "",
      "Ä – ö",
      "a\r\nb\n\tc",
      "caf\u00e9 \u00ad \u02d8",
      "e\u0301x",
      "👩‍❤️‍💋‍👨 ©️ ©",
      "ab\u200dcd",
      "한국",
    ];
    for (const text of texts) expect(countCharacters(text)).toBe(charactersOf(text).length);
    for (let unit = 0; unit < 0x400; unit += 1) {
      const pair = `a${String.fromCharCode(unit)}b`;
      expect([unit, countCharacters(pair)]).toEqual([unit, charactersOf(pair).length]);
    }
  });
});
