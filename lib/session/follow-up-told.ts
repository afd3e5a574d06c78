import { FOLLOW_UP_ANSWERS_MAX, type FollowUpResult } from "@/lib/session/follow-up";
import type { SummaryBlock, SummaryBlocks } from "@/lib/summary/blocks";
import { withInPractice } from "@/lib/summary/practice";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/**
 * The summary with what became of everybody's plan, behind what it says of plans. As it is where nothing of that may be
 * told, or nobody was asked: then nothing says how many answered.
 */
export function withFollowUpResult(
  summary: SummaryBlocks,
  result: FollowUpResult | null,
): SummaryBlocks {
  if (result?.answers == null) return summary;
  return withInPractice(summary, blocksOf(result, result.answers, summary.language));
}

function blocksOf(
  { shown, other }: FollowUpResult,
  answers: number,
  language: SummaryBlocks["language"],
): SummaryBlock[] {
  const t = wordsOfFiles(language);
  const bar = (label: string, value: number) => ({
    ...{ label, value, of: answers },
    reading: t("followUp.share", { n: value, total: answers }),
  });
  const counted = t("followUp.counted", { n: answers });
  const told: SummaryBlock[] =
    shown.length === 0
      ? [
          { type: "paragraph", text: counted, number: answers },
          { type: "note", text: t("followUp.apartTold") },
        ]
      : [
          {
            type: "bars",
            caption: counted,
            bars: [
              ...shown.map(({ answer, count }) => bar(t(`followUp.answers.${answer}`), count)),
              ...(other === 0 ? [] : [bar(t("followUp.other"), other)]),
            ],
          },
        ];
  return [
    { type: "heading", text: t("followUp.question") },
    ...told,
    { type: "note", text: t("followUp.limits", { max: FOLLOW_UP_ANSWERS_MAX }) },
  ];
}
