import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { readKeptSummary } from "@/lib/summary/stored";

const recorded = join(import.meta.dirname, "../session/recorded");
const recording = z.object({ summary: z.unknown() });

/** What a release has recorded as a session's summary, as it kept it; undefined where it was none. */
export const recordedSummary = (release: string, name: string): unknown =>
  recording.parse(JSON.parse(readFileSync(join(recorded, release, `${name}.json`), "utf8")))
    .summary;

/** Every summary that a release has recorded as kept, in both languages, as this release reads it. */
export function keptSummaries(): { name: string; summary: SummaryBlocks }[] {
  return readdirSync(recorded, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: release }) =>
      readdirSync(join(recorded, release)).flatMap((file) => {
        const session = basename(file, ".json");
        const kept = readKeptSummary(recordedSummary(release, session));
        if (!kept) return [];
        const name = `${release}/${session}`;
        return [
          { name: `${name}, de`, summary: kept.de },
          { name: `${name}, en`, summary: kept.en },
        ];
      }),
    );
}

/** A summary in which each kind of block holds this text wherever people's words could stand. */
export function summaryFullOf(text: string): SummaryBlocks {
  const bar = { label: text, value: 1, of: 2, reading: text };
  const ends = { low: text, high: text, reading: text };
  const fact = { label: text, value: text };
  const at = { ...fact, at: 5 };
  const rating = { question: text, answers: fact, median: at };
  const bars = { type: "bars" as const, caption: text, bars: [bar] };
  const middleHalf = { ...fact, from: 3, to: 7 };
  return {
    language: "de",
    title: text,
    fileName: "x",
    sections: [
      {
        key: "quotes",
        title: text,
        blocks: [
          { type: "heading", text },
          { type: "paragraph", text },
          { type: "note", text },
          { type: "facts", facts: [fact] },
          { type: "takeaway", text },
          { type: "quotes", quotes: [text, text] },
          bars,
          { type: "table", head: [text, text], rows: [[text, text]] },
          { type: "list", items: [text, text] },
          { type: "rating", ends, ...rating, middleHalf },
          {
            ...{ type: "ratingPair", title: text, ends, notes: [text] },
            ratings: [{ ...rating, middleHalf }],
          },
          {
            ...{ type: "shift", question: text, ends, people: [fact], notes: [text], mean: text },
            ...{ medians: { before: at, after: at }, directions: bars },
            bands: { before: bars, after: bars },
          },
          {
            ...{ type: "shares", question: text, notes: [text] },
            shares: [{ ...bar, isOther: false }],
          },
          {
            ...{ type: "quarters", question: text, notes: [text] },
            ...{ across: { low: text, high: text }, up: { low: text, high: text } },
            quarters: Array.from({ length: 4 }, () => ({ ...fact, dots: 1 })),
          },
        ],
      },
    ],
  };
}
