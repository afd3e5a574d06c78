import type { SummaryAbout } from "@/lib/activities/contract";
import { roundedMedian, roundedQuartiles, valuesOf } from "@/lib/activities/statistics";
import type { SummaryBlock } from "@/lib/summary/blocks";

/** One question from 0 to 10 that everybody answered for themselves: n, median and spread. */
export function ratingBlocks(
  {
    question,
    scale,
    counts,
  }: { question: string; scale: string; counts: readonly number[] | null },
  { k, wording: { t } }: Pick<SummaryAbout, "k" | "wording">,
): SummaryBlock[] {
  const heading: SummaryBlock = { type: "heading", text: question };
  if (counts === null)
    return [heading, { type: "note", text: t("suppressedPeople", { k: k.scores }) }];
  const values = valuesOf(counts);
  const [low, high] = roundedQuartiles(values);
  return [
    heading,
    { type: "note", text: scale },
    {
      type: "facts",
      facts: [
        { label: t("answersLabel"), value: String(values.length) },
        { label: t("median"), value: String(roundedMedian(values)) },
        { label: t("middleHalf"), value: t("range", { low, high }) },
      ],
    },
  ];
}
