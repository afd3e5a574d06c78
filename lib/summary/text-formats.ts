import type { SummaryBlocks } from "@/lib/summary/blocks";
import { toCsv } from "@/lib/summary/csv";
import { toJson } from "@/lib/summary/json";
import { toMarkdown } from "@/lib/summary/markdown";

interface TextFormat {
  /** Of the file's name. */
  extension: string;
  media: string;
  /** Pure: equal blocks give equal bytes. */
  render(summary: SummaryBlocks): string;
}

/** Files that are made within a request. */
export const textFormats = {
  markdown: { extension: "md", media: "text/markdown; charset=utf-8", render: toMarkdown },
  csv: { extension: "csv", media: "text/csv; charset=utf-8", render: toCsv },
  json: { extension: "json", media: "application/json", render: toJson },
} as const satisfies Record<string, TextFormat>;

export type TextFormatName = keyof typeof textFormats;

/** In the order in which they are offered. */
export const textFormatNames = ["markdown", "csv", "json"] as const satisfies TextFormatName[];

export const isTextFormat = (name: string): name is TextFormatName =>
  Object.hasOwn(textFormats, name);
