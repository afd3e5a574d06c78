import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { payloads } from "@/attack/web/payloads";
import { toPdf } from "@/exports/pdf";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";

const root = fileURLToPath(new URL("..", import.meta.url));

/** More than any summary quotes: five of each column. */
const CARDS = 2_000;

// Typst refuses what does not keep to PDF/UA-1: what comes out of it does.
it.each(keptSummaries())("every summary that was kept can be set: $name", async ({ summary }) => {
  expect((await toPdf(summary, root)).subarray(0, 5).toString()).toBe("%PDF-");
});

it.each(payloads)("so can whatever people write: %j", async (text) => {
  expect((await toPdf(summaryFullOf(text), root)).subarray(0, 5).toString()).toBe("%PDF-");
});

it("so can whatever else they might write", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), async (text) => {
      expect((await toPdf(summaryFullOf(text), root)).subarray(0, 5).toString()).toBe("%PDF-");
    }),
    { numRuns: 60 },
  );
});

it("so can the quotes of a large room", async () => {
  const quotes = Array.from({ length: CARDS }, (_, at) => `Karte ${at}: ${"ein Wort ".repeat(20)}`);
  const { sections, ...rest } = summaryFullOf("x");
  const blocks = [{ type: "quotes" as const, quotes }];
  const pdf = await toPdf({ ...rest, sections: [{ key: "quotes", title: "x", blocks }] }, root);
  expect(pdf.length).toBeGreaterThan(0);
});
