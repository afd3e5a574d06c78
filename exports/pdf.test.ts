import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { settable } from "@/exports/fonts";
import { toPdf } from "@/exports/pdf";
import { measuresOf } from "@/lib/summary/measures";
import { wordsOfFiles } from "@/lib/summary/words-of-files";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";
import { hasPoppler, poppler, unbroken, wordsOfPdf } from "@/lib/testing/poppler";

const root = fileURLToPath(new URL("..", import.meta.url));

const wanted = ["v1/too-few, de", "v4/setback-lab, de", "v4/series-4, en"];
const kept = keptSummaries().filter(({ name }) => wanted.includes(name));

describe.runIf(hasPoppler).each(kept)("the sheet of $name", ({ summary }) => {
  it("says what the page says, is tagged, and brings its fonts along", async () => {
    const pdf = await toPdf(summary, root);
    const text = wordsOfPdf(pdf);
    for (const { label, reading } of measuresOf(summary)) {
      expect(text).toContain(unbroken(label));
      expect(text).toContain(unbroken(reading));
    }
    expect(poppler("pdfinfo", ["-"], pdf)).toMatch(/Tagged:\s+yes/);
    const structure = poppler("pdfinfo", ["-struct", "-"], pdf);
    const titles = summary.sections.filter(({ key, title }) => title && key !== "takeaway");
    expect(structure.match(/^ +H1 /gm)).toHaveLength(titles.length);
    const fonts = poppler("pdffonts", ["-"], pdf).split("\n").slice(2, -1);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) {
      expect(font).toMatch(
        /^\w{6}\+(Literata|SourceSans3|NotoSansArabic|NotoSansHebrew|NotoEmoji)-\S+ .* yes yes yes /,
      );
    }
  });
});

it("finds what it looks at", () => {
  expect(kept).toHaveLength(wanted.length);
});

it("replaces what no font has, visibly, and keeps together what belongs together", () => {
  const set = settable(root);
  const known = "Größe \u2212 „so“ 👍🏽 👨‍👩‍👧 العربية עברית עִבְרִית";
  expect(set(known)).toBe(known.normalize("NFC"));
  expect(set("a你b")).toBe("a\u25a1b");
  // Half of a letter with an accent that no font has with it would be another letter.
  expect(set("Z\u0489")).toBe("\u25a1");
});

it.runIf(hasPoppler)("says what a box stands for, where there is one", async () => {
  const textOf = async (text: string) => wordsOfPdf(await toPdf(summaryFullOf(text), root));
  const said = unbroken(wordsOfFiles("de")("exports.boxes"));
  expect(await textOf("你好")).toContain(said);
  expect(await textOf("Größe 👍🏽 עברית")).not.toContain(said);
});

it("takes what people write for words and not for markup", async () => {
  const markup = '#set page(fill: red) *x* $y$ @z `code` \\ #image("data.json")';
  const pdf = await toPdf(summaryFullOf(markup), root);
  if (!hasPoppler) return;
  expect(wordsOfPdf(pdf)).toContain(unbroken(markup));
});
