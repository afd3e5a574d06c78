import type * as z from "zod/mini";
import type { SummaryBlocks, summaryFile } from "@/lib/summary/blocks";
import { summaryUpcasts } from "@/lib/summary/upcasts";
import { versioned } from "@/lib/upcast";

/** The summary as data, in the shape of docs/summary.schema.json. */
export function toJson(summary: SummaryBlocks): string {
  const file: z.infer<typeof summaryFile> = {
    format: "aufwind-summary",
    ...versioned(summary, summaryUpcasts),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
