import { describe, expect, it } from "vitest";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { summarise } from "@/lib/session/summarise";
import { asPlainBlocks, type SummaryBlocks, summaryBlocks } from "@/lib/summary/blocks";
import { measuresOf } from "@/lib/summary/measures";
import { type Meeting, SIDE_BY_SIDE_MAX, sideBySide } from "@/lib/summary/side-by-side";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries } from "@/lib/testing/kept-summaries";
import { workshops } from "@/lib/workshops/registry";

const PEOPLE = 12;

const all = keptSummaries();
const kept = all.filter(({ summary }) => summary.language === "de");

const named = (name: string): Meeting => {
  const inLanguage = (language: "de" | "en") => {
    const found = all.find((each) => each.name === `${name}, ${language}`);
    if (!found) throw new Error(`no summary was kept as ${name}`);
    return found.summary;
  };
  return { de: inLanguage("de"), en: inLanguage("en") };
};

/** The same in both languages. */
const inBoth = (
  change: (summary: SummaryBlocks) => SummaryBlocks,
  { de, en }: Meeting,
): Meeting => ({
  de: change(de),
  en: change(en),
});

/** Meetings as of one day each. */
const held = (...meetings: Meeting[]) =>
  meetings.map((meeting, at) =>
    inBoth((summary) => ({ ...summary, fileName: `aufwind-x-2026-09-0${at + 1}` }), meeting),
  );

/** The same meeting, whose plan says du or Sie. */
function meetingOf(address: "du" | "sie"): Meeting {
  const plan = workshops.find(({ id }) => id === "not-only-me");
  if (!plan) throw new Error("The workshop is not there");
  const { state } = heldWhole(plan, PEOPLE);
  const facts = { day: "2026-09-01", joined: PEOPLE, takeaway: "", contacts: [] };
  const inLanguage = (language: "de" | "en") =>
    summarise({ ...state, plan: { ...state.plan, address } }, { ...facts, language });
  return { de: inLanguage("de"), en: inLanguage("en") };
}

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
    const own = measuresOf(firstMeeting.de).filter(({ label }) => label === "Mittlerer Wert");
    expect(guessed?.rows[1]?.[2]).toBe(own[0]?.reading);
  });

  it("finds a question again that is asked with du and with Sie, in the words of the first", () => {
    const du = meetingOf("du");
    const sie = meetingOf("sie");
    const questionsIn = ({ sections }: SummaryBlocks) =>
      sections.flatMap(({ key, blocks }) =>
        key === "ratings" || key === "shift"
          ? blocks.flatMap((block) => (block.type === "shift" ? [block.question] : []))
          : [],
      );
    // The control: without the other language they have nothing in common.
    expect(questionsIn(du.de)).not.toEqual(questionsIn(sie.de));
    const words = { de: sie.de, en: sie.de };
    const apart = tablesOf(sideBySide(held({ de: du.de, en: du.de }, words), "de"), "shift");
    const together = tablesOf(sideBySide(held(du, sie), "de"), "shift");
    expect(together.length).toBeGreaterThan(apart.length);
    const cells = together.flatMap(({ rows }) => rows.map(([, ...each]) => each));
    expect(cells.length).toBeGreaterThan(0);
    for (const [one, other] of cells) expect(one).toBe(other);
    const document = sideBySide(held(sie, du), "de");
    expect(textOf(document)).toContain(questionsIn(sie.de)[0]);
  });

  it("lays them in the order of their days", () => {
    const later = inBoth(
      (summary) => ({ ...summary, fileName: "aufwind-x-2026-10-01" }),
      firstMeeting,
    );
    const [table] = tablesOf(sideBySide([later, ...held(sixtyMinutes)], "de"), "head");
    expect(table?.rows.map(([, day]) => day)).toEqual(["01.09.2026", "01.10.2026"]);
  });

  it("asks in the order of the first meeting, also where a later one asked less", () => {
    const headingsOf = (...meetings: Meeting[]) =>
      sideBySide(held(...meetings), "de")
        .sections.filter(({ key }) => key === "shift")
        .flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.type === "heading" ? [block.text] : [])),
        );
    const [first, ...others] = headingsOf(sixtyMinutes, sixtyMinutes);
    expect(others.length).toBeGreaterThan(0);
    const less = inBoth(
      (summary) => ({
        ...summary,
        sections: summary.sections.map((section) =>
          section.key === "shift"
            ? {
                ...section,
                blocks: section.blocks.filter(({ type }) => type === "shift").slice(0, 1),
              }
            : section,
        ),
      }),
      sixtyMinutes,
    );
    expect(headingsOf(sixtyMinutes, less)).toEqual([first]);
    expect(headingsOf(sixtyMinutes, sixtyMinutes, less)).toEqual([first, ...others]);
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
  const several = Array.from({ length: kept.length - SIDE_BY_SIDE_MAX }, (_, at) =>
    kept.slice(at, at + SIDE_BY_SIDE_MAX).map(({ name }) => named(name.replace(/, de$/, ""))),
  );

  it("tell side by side no number that none of them tells", () => {
    for (const summaries of several) {
      const told = new Set(summaries.flatMap(({ de }) => measuresOf(de).map(numberOf)));
      const document = sideBySide(held(...summaries), "de");
      const beside = measuresOf(document).filter(({ value }) => value !== null);
      for (const measure of beside) expect(told, measure.reading).toContain(numberOf(measure));
    }
  });

  it("are a document that every format takes", () => {
    for (const summaries of several) {
      const document = sideBySide(held(...summaries), "de");
      expect(summaryBlocks.parse(document)).toEqual(document);
      for (const { render } of Object.values(textFormats)) expect(render(document)).not.toBe("");
    }
  });

  it("are the same bytes twice, and hold nothing that was left out of a summary", () => {
    const secret = "Schick mir alles";
    expect(textOf(firstMeeting.de)).toContain(secret);
    const without = inBoth(
      (summary) => ({
        ...summary,
        sections: summary.sections.filter(({ key }) => key !== "quotes"),
      }),
      firstMeeting,
    );
    const document = sideBySide(held(without, without), "de");
    expect(textOf(document)).not.toContain(secret);
    expect(textOf(sideBySide(held(without, without), "de"))).toBe(textOf(document));
  });
});

const numberOf = ({ value, reading }: { value: number | null; reading: string }) =>
  `${value}: ${reading}`;
