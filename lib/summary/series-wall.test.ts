import { describe, expect, it } from "vitest";
import { type SummaryBlocks, summaryBlocks } from "@/lib/summary/blocks";
import { handedOn, NO_REVIEW } from "@/lib/summary/review";
import { seriesWall, type WallSheet } from "@/lib/summary/series-wall";
import { withTakeaway } from "@/lib/summary/takeaway";
import { keptSummaries } from "@/lib/testing/kept-summaries";

const kept = keptSummaries();

const named = (name: string): SummaryBlocks => {
  const found = kept.find((each) => each.name === name);
  if (!found) throw new Error(`no summary was kept as ${name}`);
  return found.summary;
};

const onDay = (day: string, summary: SummaryBlocks): SummaryBlocks => ({
  ...summary,
  fileName: `aufwind-x-${day}`,
});

const wallOf = (...summaries: SummaryBlocks[]): WallSheet[] =>
  seriesWall(summaries.map((each, at) => ({ id: `meeting ${at}`, handedOn: each })));

/** Every text and every number in a value, whatever it stands in. */
const leavesOf = (value: unknown): (string | number)[] => {
  if (typeof value === "string" || typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
};

/** What stands on sheets in no summary that is handed on: words, and numbers of any kind. */
function foreign(sheets: readonly WallSheet[], summaries: readonly SummaryBlocks[]) {
  const known = new Set(summaries.flatMap(({ sections }) => leavesOf(sections)));
  return sheets.flatMap(({ sections, people }) =>
    [...leavesOf(sections), ...leavesOf(people)].filter((leaf) => !known.has(leaf)),
  );
}

const wordsOn = (sheets: readonly WallSheet[]): string => JSON.stringify(sheets);

const first = named("v6/series-1, de");
const second = named("v6/series-2, de");
const fourth = named("v6/series-4, de");

describe("the wall of a series", () => {
  it("has a sheet for each meeting, oldest first, with its day and how many were there", () => {
    const wall = wallOf(
      onDay("2027-02-01", fourth),
      onDay("2026-12-01", first),
      onDay("2027-01-04", second),
    );
    expect(wall.map(({ id, day }) => [id, day])).toEqual([
      ["meeting 1", "1. Dezember 2026"],
      ["meeting 2", "4. Januar 2027"],
      ["meeting 0", "1. Februar 2027"],
    ]);
    expect(wall[0]?.people).toEqual({ label: "Personen", value: "8" });
    expect(wall[0]?.title).toBe(first.title);
  });

  it("leaves those of one day as they were opened, and takes as many as there are", () => {
    const ten = Array.from({ length: 10 }, () => onDay("2026-12-01", first));
    expect(wallOf(...ten).map(({ id }) => id)).toEqual(ten.map((_, at) => `meeting ${at}`));
    expect(wallOf()).toEqual([]);
  });

  it("shows takeaway, themes, quotes and shift, as blocks of the summary, and no other section", () => {
    const [sheet] = wallOf(withTakeaway(fourth, "Was trägt, das bleibt."));
    expect(sheet?.sections.map(({ key }) => key)).toEqual([
      "takeaway",
      "themes",
      "quotes",
      "shift",
    ]);
    const blocks = fourth.sections.flatMap((section) => section.blocks);
    for (const section of sheet?.sections.slice(1) ?? []) {
      for (const block of section.blocks) expect(blocks).toContainEqual(block);
    }
  });

  it("keeps the order that its facilitator gave to the sections", () => {
    const review = { ...NO_REVIEW, order: ["shift", "quotes", "themes"] as const };
    const [sheet] = wallOf(handedOn(fourth, { ...review, order: [...review.order] }, []));
    expect(sheet?.sections.map(({ key }) => key)).toEqual(["shift", "quotes", "themes"]);
  });

  it("has an empty sheet for a meeting of which too little is told, and no reasons on it", () => {
    for (const language of ["de", "en"]) {
      const [sheet] = wallOf(named(`v6/too-few, ${language}`));
      expect(sheet?.sections).toEqual([]);
      expect(sheet?.people?.value).toMatch(/\D/);
    }
  });
});

describe("any meetings that were kept", () => {
  const inSixes = (language: string) => {
    const all = kept.filter(({ summary }) => summary.language === language);
    return Array.from({ length: all.length - 5 }, (_, at) =>
      all.slice(at, at + 6).map(({ summary }) => summary),
    );
  };

  it("leave nothing on the wall that does not stand in a summary as it is handed on", () => {
    for (const summaries of [...inSixes("de"), ...inSixes("en")]) {
      expect(foreign(wallOf(...summaries), summaries)).toEqual([]);
    }
  });

  it("leave nothing of what was struck or left out", () => {
    const secret = "Schick mir alles";
    expect(wordsOn(wallOf(first))).toContain(secret);
    const struck = handedOn(first, { ...NO_REVIEW, struck: [secret] }, []);
    expect(wordsOn(wallOf(struck))).not.toContain(secret);
    const without = handedOn(first, NO_REVIEW, ["quotes"]);
    expect(wordsOn(wallOf(without))).not.toContain(secret);
  });

  it("would be caught with what was struck, or with a number that was made", () => {
    const handed = handedOn(first, { ...NO_REVIEW, struck: ["Schick mir alles"] }, []);
    // Made of the summary as it was before anybody reviewed it.
    const [words] = foreign(wallOf(first), [handed]);
    expect(words).toContain("Schick mir alles");
    const change = summaryBlocks.parse({
      ...handed,
      sections: [
        {
          key: "shift",
          title: "x",
          blocks: [
            {
              type: "bars",
              caption: null,
              bars: [{ label: "x", value: 987, of: 987, reading: "x" }],
            },
          ],
        },
      ],
    });
    expect(foreign(wallOf(change), [handed])).toContain(987);
  });

  it("give the same bytes twice", () => {
    expect(wordsOn(wallOf(first, second))).toBe(wordsOn(wallOf(first, second)));
  });
});
