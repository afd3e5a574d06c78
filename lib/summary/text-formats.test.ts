import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { summarise } from "@/lib/session/summarise";
import {
  asPlainBlocks,
  type PlainBlock,
  type SummaryBlocks,
  summaryFile,
} from "@/lib/summary/blocks";
import { toCsv } from "@/lib/summary/csv";
import { toJson } from "@/lib/summary/json";
import { escapeMarkdown, toMarkdown } from "@/lib/summary/markdown";
import { measuresOf } from "@/lib/summary/measures";
import { textFormats } from "@/lib/summary/text-formats";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

const kept = keptSummaries();

/** As somebody else's reader takes it: rows of cells. */
function read(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { newline: "\r\n", skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** The numbers that are drawn, in the page's order, taken from the blocks by hand. */
function drawnNumbers({ sections }: SummaryBlocks): number[] {
  const drawn = (block: PlainBlock) =>
    block.type === "bars" ? block.bars.map(({ value }) => value) : [];
  return sections.flatMap(({ blocks }) => blocks.flatMap(asPlainBlocks).flatMap(drawn));
}

/** Whether the second holds all of the first, in its order. */
function isWithin(some: readonly number[], all: readonly number[]): boolean {
  let at = 0;
  for (const each of all) if (each === some[at]) at += 1;
  return at === some.length;
}

it("finds summaries of all releases", () => {
  expect(kept.length).toBeGreaterThan(50);
});

describe.each(kept)("the summary kept as $name", ({ summary }) => {
  it("is a table with the numbers of the page in their order", () => {
    const csv = toCsv(summary);
    expect(csv.startsWith("\ufeff")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const [head, ...rows] = read(csv);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head?.length]));
    const numbers = rows.flatMap((row) => (row[4] === "" ? [] : [Number(row[4])]));
    expect(isWithin(drawnNumbers(summary), numbers)).toBe(true);
  });

  it("says in Markdown what the table says", () => {
    const markdown = toMarkdown(summary);
    for (const { reading } of measuresOf(summary)) {
      // In the middle of a line a sign begins no list.
      const words = escapeMarkdown(reading).replace(/^\\([-+=])/, "$1");
      expect(markdown.replaceAll(/(\d)\\([.)])/g, "$1$2")).toContain(
        words.replace(/^(\d+)\\([.)])/, "$1$2"),
      );
    }
  });

  it("is data that its schema reads, and nothing else", () => {
    const { format, version, ...content } = summaryFile.parse(JSON.parse(toJson(summary)));
    expect(format).toBe("aufwind-summary");
    expect(version).toBeGreaterThan(2);
    expect(content).toEqual(summary);
  });
});

it("tells as a number what its words tell as one", () => {
  const session = heldWhole(firstAidAfterANo, 8);
  const summary = summarise(session.state, {
    ...{ language: "de", day: "2026-11-26", joined: 8, takeaway: "" },
    contacts: seedHelpContacts,
  });
  const rows = read(toCsv(summary));
  const said = rows.filter(([, , , , , reading = ""]) => /^\d+( min)?$/.test(reading));
  expect(said.length).toBeGreaterThan(15);
  for (const [, , , , value, reading] of said) expect(reading?.split(" ")[0]).toBe(value);
  const planned = firstAidAfterANo.activities.map(({ minutes }) => String(minutes));
  const agenda = rows.filter(
    ([section, , group]) => section?.startsWith("Ablauf") && group === "geplant",
  );
  expect(agenda.map((row) => row[4])).toEqual(planned);
  // Other than kept ones from before blocks had numbers, it leaves none out but those of text.
  expect(rows.filter((row) => row[4] !== "").length).toBeGreaterThan(20);
});

it("leaves a negative number a number", () => {
  const summary = summaryFullOf("x");
  const bar = { label: "x", value: -2.1, of: 3, reading: "-2.1" };
  const blocks = [{ type: "bars" as const, caption: null, bars: [bar] }];
  const [, row] = read(toCsv({ ...summary, sections: [{ key: "shift", title: "x", blocks }] }));
  expect(row?.[4]).toBe("-2.1");
  expect(row?.[5]).toBe("'-2.1");
});

it.each(Object.entries(textFormats))("gives equal bytes for equal content: %s", (_, format) => {
  const summary = summaryFullOf("Wort");
  expect(format.render(structuredClone(summary))).toBe(format.render(summary));
});

it("has its shape in the docs", () => {
  const written: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/summary.schema.json"), "utf8"),
  );
  // `npx tsx scripts/summary-schema.ts` writes it anew.
  expect(written).toEqual(z.toJSONSchema(summaryFile));
});
