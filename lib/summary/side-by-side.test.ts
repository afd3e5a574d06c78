import { describe, expect, it } from "vitest";
import { asPlainBlocks, type SummaryBlocks, summaryBlocks } from "@/lib/summary/blocks";
import { measuresOf } from "@/lib/summary/measures";
import { SIDE_BY_SIDE_MAX, sideBySide } from "@/lib/summary/side-by-side";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries } from "@/lib/testing/kept-summaries";

const kept = keptSummaries().filter(({ summary }) => summary.language === "de");

const named = (name: string): SummaryBlocks => {
  const found = kept.find((each) => each.name === `${name}, de`);
  if (!found) throw new Error(`no summary was kept as ${name}`);
  return found.summary;
};

/** Summaries as of one day each. */
const held = (...summaries: SummaryBlocks[]) =>
  summaries.map((summary, at) => ({ ...summary, fileName: `aufwind-x-2026-09-0${at + 1}` }));

const tablesOf = ({ sections }: SummaryBlocks, key: string) =>
  sections
    .filter((section) => section.key === key)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "table" ? [block] : []));

/** All text of a summary, whatever draws it. */
const textOf = (summary: SummaryBlocks) =>
  JSON.stringify(summary.sections.flatMap(({ blocks }) => blocks.flatMap(asPlainBlocks)));

const sixtyMinutes = named("v5/not-only-me");
const firstMeeting = named("v5/series-1");

describe("several meetings side by side", () => {
  it("puts the same question into one table, a column for each meeting", () => {
    const [guessed] = tablesOf(sideBySide(held(sixtyMinutes, firstMeeting), "de"), "ratings");
    expect(guessed?.head).toEqual(["", "01.09.2026", "02.09.2026"]);
    expect(guessed?.rows.map(([label]) => label)).toEqual([
      "Antworten",
      "Mittlerer Wert",
      "Mittlere Hälfte",
    ]);
    const own = measuresOf(firstMeeting).filter(({ label }) => label === "Mittlerer Wert");
    expect(guessed?.rows[1]?.[2]).toBe(own[0]?.reading);
  });

  it("lays them in the order of their days", () => {
    const later = { ...firstMeeting, fileName: "aufwind-x-2026-10-01" };
    const [table] = tablesOf(sideBySide([later, ...held(sixtyMinutes)], "de"), "head");
    expect(table?.rows.map(([, day]) => day)).toEqual(["01.09.2026", "01.10.2026"]);
  });

  it("leaves out what one meeting alone asked", () => {
    const thirty = named("v5/first-aid-after-a-no");
    const document = sideBySide(held(thirty, firstMeeting), "de");
    expect(tablesOf(document, "ratings")).toEqual([]);
    expect(tablesOf(document, "shares")).toEqual([]);
  });

  it("tells two meetings of one day apart", () => {
    const document = sideBySide([...held(firstMeeting), ...held(firstMeeting)], "de");
    expect(tablesOf(document, "ratings")[0]?.head.slice(1)).toEqual([
      "01.09.2026 (1)",
      "01.09.2026 (2)",
    ]);
  });

  it("keeps a wall of what each meeting wrote, without headings that nothing stands below", () => {
    const document = sideBySide(held(firstMeeting, named("v5/series-4")), "de");
    const themes = document.sections.find(({ key }) => key === "themes");
    expect(themes?.blocks.filter(({ type }) => type === "heading")).toHaveLength(1);
    const quotes = document.sections.find(({ key }) => key === "quotes");
    expect(quotes?.blocks.filter(({ type }) => type === "heading")).toHaveLength(2);
  });

  it("says of two that too few answered why, and tells no number", () => {
    const few = named("v5/too-few");
    const document = sideBySide(held(few, few), "de");
    const ofSections = measuresOf(document).filter(({ section }) => section !== null);
    expect(ofSections.map(({ value }) => value)).toEqual(ofSections.map(() => null));
    expect(ofSections.length).toBeGreaterThan(0);
  });
});

describe("any meetings that were kept", () => {
  const all = Array.from({ length: kept.length - SIDE_BY_SIDE_MAX }, (_, at) =>
    kept.slice(at, at + SIDE_BY_SIDE_MAX).map(({ summary }) => summary),
  );

  it("tell side by side no number that none of them tells", () => {
    for (const summaries of all) {
      const told = new Set(summaries.flatMap((summary) => measuresOf(summary).map(numberOf)));
      const document = sideBySide(held(...summaries), "de");
      const beside = measuresOf(document).filter(({ value }) => value !== null);
      for (const measure of beside) expect(told, measure.reading).toContain(numberOf(measure));
    }
  });

  it("are a document that every format takes", () => {
    for (const summaries of all) {
      const document = sideBySide(held(...summaries), "de");
      expect(summaryBlocks.parse(document)).toEqual(document);
      for (const { render } of Object.values(textFormats)) expect(render(document)).not.toBe("");
    }
  });

  it("are the same bytes twice, and hold nothing that was left out of a summary", () => {
    const secret = "Schick mir alles";
    expect(textOf(firstMeeting)).toContain(secret);
    const without = {
      ...firstMeeting,
      sections: firstMeeting.sections.filter(({ key }) => key !== "quotes"),
    };
    const document = sideBySide(held(without, without), "de");
    expect(textOf(document)).not.toContain(secret);
    expect(textOf(sideBySide(held(without, without), "de"))).toBe(textOf(document));
  });
});

const numberOf = ({ value, reading }: { value: number | null; reading: string }) =>
  `${value}: ${reading}`;
