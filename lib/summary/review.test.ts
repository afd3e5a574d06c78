import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import {
  changedReview,
  NO_REVIEW,
  type ReviewChange,
  readReview,
  reviewChange,
  reviewed,
  STRUCK_MAX,
  storedReview,
} from "@/lib/summary/review";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";

const after = (...changes: ReviewChange[]) =>
  changes.reduce((review, change) => changedReview(review, change) ?? review, NO_REVIEW);

const struck = (summary: SummaryBlocks, ...texts: string[]) =>
  reviewed(summary, after(...texts.map((text) => ({ change: "strike" as const, text }))));

const quotesOf = (...quotes: string[]): SummaryBlocks => ({
  ...{ language: "de", title: "Titel", fileName: "titel" },
  sections: [{ key: "quotes", title: "Zitate", blocks: [{ type: "quotes", quotes }] }],
});

const blocksOf = (summary: SummaryBlocks) => summary.sections[0]?.blocks;

describe("what is struck", () => {
  it.each([
    ["Herr Müllers Büro schwieg", "müller", "Herr […] Büro schwieg"],
    ["Firma  Nord\nSüd schwieg", "Nord Süd", "Firma  […] schwieg"],
    ["a.b und axb", "a.b", "[…] und axb"],
    ["Anruf von Cafe\u0301 Blau", "Café", "Anruf von […] Blau"],
    ["(Anna) rief an", "Anna", "([…]) rief an"],
  ])("%j without %j", (quote, text, left) => {
    expect(blocksOf(struck(quotesOf(quote), text))).toEqual([{ type: "quotes", quotes: [left] }]);
  });

  it("takes a card away as a whole, also one of which something was struck before", () => {
    const both = quotesOf("Anna rief an, dann nicht mehr.", "Ein anderes");
    const once = struck(both, "rief");
    const [block] = blocksOf(once) ?? [];
    const shown = block?.type === "quotes" ? (block.quotes[0] ?? "") : "";
    expect(shown).toBe("Anna […] an, dann nicht mehr.");
    expect(blocksOf(struck(both, "rief", shown))).toEqual([
      { type: "quotes", quotes: ["Ein anderes"] },
    ]);
    expect(blocksOf(struck(quotesOf("Nur das."), "Nur das."))).toEqual([
      { type: "note", text: "Die Zitate hat die Leitung herausgenommen." },
    ]);
  });

  it("is in no file, wherever people's words can stand", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."abÄß1.*+?()[]|\\^$-"),
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(word, (text) => {
        const wanted = reviewChange.safeParse({ change: "strike", text });
        fc.pre(wanted.success && wanted.data.change === "strike");
        const summary = struck({ ...summaryFullOf(`x ${text} y`), title: "Titel" }, text);
        const { sections, ...rest } = summary;
        const named = sections.map((section) => ({ ...section, title: "Titel" }));
        // The facilitator's own words stay.
        const told = named.map((section) => ({
          ...section,
          blocks: section.blocks.filter(({ type }) => type !== "takeaway"),
        }));
        for (const { type } of sections[0]?.blocks ?? []) expect(type).not.toBe("[…]");
        const file = JSON.stringify(told);
        expect(file).not.toContain(JSON.stringify(`x ${text} y`).slice(1, -1));
        for (const { render } of Object.values(textFormats)) {
          expect(render({ ...rest, sections: told })).toContain("[…");
        }
      }),
    );
  });

  it("leaves our own words alone", () => {
    for (const { summary } of keptSummaries()) {
      const rest = struck(summary, "Aktivität", "Activity", "Ablauf");
      for (const key of ["head", "agenda", "method"] as const) {
        const of = ({ sections }: SummaryBlocks) => sections.find((each) => each.key === key);
        expect(of(rest)).toEqual(of(summary));
      }
    }
  });

  it.each(["", " ", "a", "[…]", "..", "x".repeat(2_001)])("can't be %j", (text) => {
    expect(reviewChange.safeParse({ change: "strike", text }).success).toBe(false);
  });

  it("can be put back, and has an end", () => {
    const review = after({ change: "strike", text: "Anna" }, { change: "unstrike", text: "Anna" });
    expect(review).toEqual(NO_REVIEW);
    const full = { ...NO_REVIEW, struck: Array.from({ length: STRUCK_MAX }, (_, at) => `w${at}`) };
    expect(changedReview(full, { change: "strike", text: "w1" })).toEqual(full);
    expect(changedReview(full, { change: "strike", text: "neu" })).toBeNull();
  });
});

describe("order and own words", () => {
  it.each(keptSummaries().filter(({ name }) => name.startsWith("v4/")))(
    "stay within the sections of $name",
    ({ summary }) => {
      const order = ["agenda", "cases", "themes"] as const;
      const review = after(
        { change: "order", order: [...order] },
        { change: "intro", section: "agenda", text: " Eins\n\nZwei " },
      );
      const keys = reviewed(summary, review).sections.map(({ key }) => key);
      const had = summary.sections.map(({ key }) => key);
      expect(keys[0]).toBe("head");
      expect(keys.slice(1)).toEqual([
        ...order.filter((key) => had.includes(key)),
        ...had.slice(1).filter((key) => !order.some((each) => each === key)),
      ]);
      const agenda = reviewed(summary, review).sections.find(({ key }) => key === "agenda");
      expect(agenda?.blocks.slice(0, 2)).toEqual([
        { type: "paragraph", text: "Eins" },
        { type: "paragraph", text: "Zwei" },
      ]);
      expect(reviewed(summary, NO_REVIEW)).toEqual(summary);
    },
  );
});

it("is read as it was stored, and by nothing that can't", () => {
  const review = after(
    { change: "strike", text: "Anna" },
    { change: "intro", section: "themes", text: "Da" },
  );
  expect(readReview(JSON.parse(JSON.stringify(storedReview(review))))).toEqual(review);
  expect(readReview(null)).toEqual(NO_REVIEW);
  expect(readReview({ version: 99 })).toBeNull();
  expect(readReview({ version: 1, struck: "Anna" })).toBeNull();
});
