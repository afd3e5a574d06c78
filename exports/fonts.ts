import { readFileSync } from "node:fs";
import { join } from "node:path";
import { coverageOf } from "@/exports/coverage";

/**
 * The only fonts a document is set in, as files of packages that are installed with Aufwind: the two of the look, one
 * each for Arabic and Hebrew, and one for pictures in one colour (docs/decisions/0129). Fonts of the system would make other
 * bytes on every machine.
 */
const FILES = [
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf",
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "@embedpdf/fonts-hebrew/fonts/NotoSansHebrew-Regular.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
] as const;

/** What is asked for a character, one after the other; each text of the template names all of them. */
const ASKED = [FILES[0], FILES[4], FILES[5], FILES[6]];

/** Where the fonts lie below the project's folder. */
export const fontFiles = (root: string): string[] =>
  FILES.map((file) => join(root, "node_modules", file));

/** What stands for a character that no font has: seen, and never dropped. The fonts of the look have it. */
const MISSING = "\u25a1";

/** Joins and selects what is beside it, and is nothing by itself: a font without it leaves it out rightly. */
const NOTHING_BY_ITSELF = /[\p{Default_Ignorable_Code_Point}\s]/u;

/**
 * Makes text that can be set: each character that a reader counts stays if one font has all of it, so that no part of
 * it is lost, and else is one box.
 */
export function settable(root: string): (text: string) => string {
  const files = fontFiles(root);
  const coverages = ASKED.map((file) => coverageOf(readFileSync(files[FILES.indexOf(file)] ?? "")));
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const isCovered = (character: string): boolean => {
    const codes = [...character]
      .filter((each) => !NOTHING_BY_ITSELF.test(each))
      .map((each) => each.codePointAt(0) ?? 0);
    return coverages.some((coverage) => codes.every((code) => coverage.has(code)));
  };
  return (text) =>
    Array.from(segmenter.segment(text.normalize("NFC")), ({ segment }) =>
      isCovered(segment) ? segment : MISSING,
    ).join("");
}
