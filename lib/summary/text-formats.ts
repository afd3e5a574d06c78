import type { SummaryBlocks } from "@/lib/summary/blocks";
import { toCsv } from "@/lib/summary/csv";
import type { TextFormatName } from "@/lib/summary/formats";
import { toJson } from "@/lib/summary/json";
import { toMarkdown } from "@/lib/summary/markdown";

interface TextFormat {
  /** Of the file's name. */
  extension: string;
  media: string;
  /** Pure: equal blocks give equal bytes. */
  render(summary: SummaryBlocks): string;
}

/** What makes each file of text. */
export const textFormats: Readonly<Record<TextFormatName, TextFormat>> = {
  markdown: { extension: "md", media: "text/markdown; charset=utf-8", render: toMarkdown },
  csv: { extension: "csv", media: "text/csv; charset=utf-8", render: toCsv },
  json: { extension: "json", media: "application/json", render: toJson },
};

export const isTextFormat = (name: string): name is TextFormatName =>
  Object.hasOwn(textFormats, name);
