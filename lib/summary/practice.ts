import type { SummaryBlock, SummaryBlocks } from "@/lib/summary/blocks";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** The summary with more in the section about what happens next, which begins with it where nothing was planned. */
export function withInPractice(
  summary: SummaryBlocks,
  blocks: readonly SummaryBlock[],
): SummaryBlocks {
  const practice = summary.sections.find(({ key }) => key === "practice") ?? {
    key: "practice" as const,
    title: wordsOfFiles(summary.language)("summary.practice"),
    blocks: [],
  };
  return {
    ...summary,
    sections: [
      ...summary.sections.filter(({ key }) => key !== "practice"),
      { ...practice, blocks: [...practice.blocks, ...blocks] },
    ],
  };
}
