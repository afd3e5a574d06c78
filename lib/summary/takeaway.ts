import type { SummaryBlocks } from "@/lib/summary/blocks";

/** Three sentences for the takeaway; this leaves room for long ones. */
export const TAKEAWAY_CHARACTERS_MAX = 2000;

/** The summary with these words as its takeaway, which can be edited as long as the summary is kept. */
export function withTakeaway(summary: SummaryBlocks, text: string): SummaryBlocks {
  return {
    ...summary,
    sections: summary.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.type === "takeaway" ? { ...block, text: text.trim() } : block,
      ),
    })),
  };
}
