import { expect, test } from "vitest";
import { drawWords, splitWords, WORDS } from "@/lib/series/series-words";
import { isSeriesWord, placeOf, wordAt, wordsShown, wordsTyped } from "@/lib/series/word-lists";

const everyPlace = Array.from({ length: WORDS }, (_, place) => place);

test.each(["de", "en"] as const)(
  "each word in %s is one word and leads back to its place",
  (of) => {
    expect(WORDS).toBe(7776);
    expect(new Set(everyPlace.map((place) => wordAt(place, of).toLowerCase())).size).toBe(WORDS);
    const isWhole = /^(\p{Lu}\p{Ll}{4,}|\p{Ll}{3,}-\p{Ll}{3,})$/u;
    expect(
      everyPlace.map((place) => wordAt(place, of)).filter((word) => !isWhole.test(word)),
    ).toEqual([]);
    expect(everyPlace.filter((place) => placeOf(wordAt(place, of), of) !== place)).toEqual([]);
  },
);

test("words may be typed as people do, in the language that they were drawn in", () => {
  const german = drawWords("de", (end) => end - 1);
  const typed = german.words.map((place) => ` ${wordAt(place, "de").toUpperCase()} `);
  expect(wordsTyped(typed)).toEqual(german);
  const english = drawWords("en", () => 17);
  expect(wordsTyped(english.words.map((place) => wordAt(place, "en").replace("-", " ")))).toEqual(
    english,
  );
});

test("four words are read from one text as they stand on the card, and what isn't four from none", () => {
  const english = drawWords("en", () => 17);
  const shown = wordsShown(english);
  expect(splitWords(shown.join(" · "))).toEqual(shown);
  expect(splitWords(` ${shown.join(", ")} `)).toEqual(shown);
  expect(splitWords(shown.slice(1).join(" "))).toBeNull();
  expect(shown.every(isSeriesWord)).toBe(true);
  expect(isSeriesWord("Quatsch")).toBe(false);
});

test("what is no word, too few and too many are none", () => {
  const word = wordAt(0, "de");
  expect(wordsTyped([word, word, word, "Quatsch"])).toBeNull();
  expect(wordsTyped([word, word, word])).toBeNull();
  expect(wordsTyped([word, word, word, word, word])).toBeNull();
  expect(wordsTyped([word, word, word, wordAt(1, "en")])).toBeNull();
});
