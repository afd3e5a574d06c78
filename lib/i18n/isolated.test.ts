import { describe, expect, it } from "vitest";
import { directionOf, isolated } from "@/lib/i18n/isolated";

describe("20: people's words inside a sentence", () => {
  it.each(["שלום עולם", "لم يأت أحد.", "Danke, يا صديقي", "abc\u202Edef"])(
    "isolates %s",
    (words) => {
      expect(isolated(words)).toBe(`\u2068${words}\u2069`);
    },
  );

  it.each(["Der Stuhl blieb frei.", "Никто не ответил", "誰も来なかった", "👍 12:30", ""])(
    "leaves %s as it is",
    (words) => {
      expect(isolated(words)).toBe(words);
    },
  );
});

it.each([
  ["- 12 שלום abc", "rtl"],
  ["abc שלום", "ltr"],
  ["12 %", "ltr"],
])("20: the direction of %s is %s", (words, direction) => {
  expect(directionOf(words)).toBe(direction);
});
