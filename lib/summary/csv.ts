import { stringify } from "csv-stringify/sync";
import { oneLine } from "@/lib/one-line";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { measuresOf } from "@/lib/summary/measures";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/**
 * The numbers of a summary as a table: one measure in each row, with its number bare and what the page says of it. As
 * RFC 4180 has it, with a byte order mark, without which Excel takes UTF-8 for something else. No cell of text is a
 * formula for any spreadsheet.
 */
export function toCsv(summary: SummaryBlocks): string {
  const t = wordsOfFiles(summary.language);
  const head = [
    ...[t("exports.csvSection"), t("exports.csvQuestion"), t("exports.csvGroup")],
    ...[t("exports.csvLabel"), t("exports.csvValue"), t("exports.csvReading")],
  ];
  const text = (words: string | null) => oneLine(words ?? "");
  const rows = measuresOf(summary).map(({ section, question, group, label, value, reading }) => [
    ...[text(section), text(question), text(group), text(label)],
    // Numbers are no text, so that a negative one stays one.
    value ?? "",
    text(reading),
  ]);
  return stringify([head, ...rows], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
