import { expect, test } from "vitest";
import { cleanedData, PREPARED_BYTES_MAX } from "@/lib/session/cleaned-data";

/** Texts of a thousand letters, as many as fit where each letter is one byte. */
const texts = (letter: string): string[] =>
  Array.from({ length: Math.floor(PREPARED_BYTES_MAX / 1_010) }, () => letter.repeat(1_000));

test("what is prepared is weighed in bytes, of which an umlaut has two", () => {
  expect(cleanedData(texts("a"))).toEqual(texts("a"));
  expect(cleanedData(texts("ü"))).toBeUndefined();
  expect(cleanedData(texts("ü").slice(0, 280))).toHaveLength(280);
});
