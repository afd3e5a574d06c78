import type { SummaryAbout } from "@/lib/activities/contract";
import { roundedMedian, roundedQuartiles, valuesOf } from "@/lib/activities/statistics";
import type { RatingFigure, SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

/** In words. */
interface ScaleEnds {
  low: string;
  high: string;
}

/** One question from 0 to 10 that everybody answered for themselves; of too few, that it is not shown. */
export function ratingBlocks(
  {
    question,
    ends,
    counts,
  }: { question: string; ends: ScaleEnds; counts: readonly number[] | null },
  { k, wording: { t } }: Pick<SummaryAbout, "k" | "wording">,
): SummaryBlock[] {
  if (counts === null) {
    return [
      { type: "heading", text: question },
      { type: "note", text: t("suppressedPeople", { k: k.scores }) },
    ];
  }
  return [{ type: "rating", question, ends: endsOf(ends, t), ...ratingOf(counts, t) }];
}

/** What is told of answers: how many there are, the middle one, and where the middle half of them lies. */
export function ratingOf(
  counts: readonly number[],
  t: Wording["t"],
): Pick<RatingFigure, "answers" | "median" | "middleHalf"> {
  const values = valuesOf(counts);
  const [low, high] = roundedQuartiles(values);
  const median = roundedMedian(values);
  return {
    answers: { label: t("answersLabel"), value: String(values.length), number: values.length },
    median: { label: t("median"), value: String(median), number: median, at: median },
    middleHalf: { label: t("middleHalf"), value: t("range", { low, high }), from: low, to: high },
  };
}

/** What 0 and 10 mean, each for its end of the scale and both in one line. */
export const endsOf = ({ low, high }: ScaleEnds, t: Wording["t"]) => ({
  low,
  high,
  reading: t("ends", { low, high }),
});
