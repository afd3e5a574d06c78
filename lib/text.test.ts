import { describe, expect, it } from "vitest";
import { cleanText, freeText, writtenText } from "@/lib/text";

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
