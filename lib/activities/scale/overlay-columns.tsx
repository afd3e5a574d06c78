"use client";

import { useTranslations } from "next-intl";
import { answersIn, type Half, type ShownOverlay } from "@/lib/activities/scale/shown-totals";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import type { PlanWordsShown } from "@/lib/i18n/plan-words";
import { useSpokenCounts } from "@/lib/ui/spoken-chart";

const SCORES = Array.from({ length: SCORE_MAX + 1 }, (_, score) => score);

/** What is imagined is light, what was lived is dark; also in grey, and beside their words. */
const FILLS = { upper: "bg-accent-soft", lower: "bg-(--chart-1)" } as const;

/** A phone's and the console's drawing has a height of its own, the stage's takes what room is left. */
const HEIGHTS = { narrow: "h-[6.5em]", wide: "min-h-0 flex-1" } as const;

interface Props extends Pick<PlanWordsShown, "words" | "textOf"> {
  overlay: ShownOverlay;
  size: keyof typeof HEIGHTS;
}

/**
 * Two questions over each other: the first one's columns stand on the axis, the second one's hang from it, so
 * that the same score is in the same place. No number in the middle: it is the spread that is to be seen.
 */
export function OverlayColumns({ overlay: { upper, lower }, size, words, textOf }: Props) {
  const inWords = useSpokenCounts();
  const t = useTranslations("kinds.scale.common");
  const most = Math.max(1, ...(upper.counts ?? []), ...(lower.counts ?? []));
  const spoken = [upper, lower].map(({ caption, counts }) =>
    counts
      ? `${textOf(caption)}, ${t("answers", { n: answersIn(counts) })}: ${inWords(counts)}.`
      : t("tooFewForOne", { caption: textOf(caption) }),
  );
  const ends = [upper.item.low, upper.item.high].map(textOf);
  return (
    <div className={`flex flex-col ${size === "wide" ? "min-h-0 flex-1" : ""}`}>
      <p className="sr-only">
        {spoken.join(" ")} 0: {ends[0]}. 10: {ends[1]}.
      </p>
      <div aria-hidden className={`flex flex-col ${size === "wide" ? "min-h-0 flex-1" : ""}`}>
        <p className="flex flex-wrap gap-x-[2em]">
          <Caption half={upper} place="upper" words={words} />
          <Caption half={lower} place="lower" words={words} />
        </p>
        <Columns half={upper} most={most} place="upper" size={size} words={words} />
        <div className="border-edge border-y-2">
          <p className="flex gap-[0.25em]">
            {SCORES.map((score) => (
              <span className="tabular min-w-0 flex-1 text-center font-semibold" key={score}>
                {score}
              </span>
            ))}
          </p>
          <p className="flex justify-between gap-[2em] text-ink-2">
            <span>{words(upper.item.low)}</span>
            <span className="text-end">{words(upper.item.high)}</span>
          </p>
        </div>
        <Columns half={lower} most={most} place="lower" size={size} words={words} />
      </div>
    </div>
  );
}

interface HalfProps extends Pick<PlanWordsShown, "words"> {
  half: Half;
  place: keyof typeof FILLS;
}

/** What it is, and of how many. */
function Caption({ half: { caption, counts }, place, words }: HalfProps) {
  const t = useTranslations("kinds.scale.common");
  return (
    <span className="flex flex-wrap items-center gap-x-[0.5em]">
      <span
        className={`inline-block size-[0.8em] shrink-0 rounded-[2px] border border-edge ${FILLS[place]}`}
      />
      <span className="font-semibold">{words(caption)}</span>
      {counts ? (
        <span className="tabular text-ink-2">{t("answers", { n: answersIn(counts) })}</span>
      ) : null}
    </span>
  );
}

/** Columns up to the axis or down from it, in the measure of both; text never shrinks with them. */
function Columns({
  half: { caption, counts },
  place,
  most,
  size,
  words,
}: HalfProps & Pick<Props, "size"> & { most: number }) {
  const t = useTranslations("kinds.scale.common");
  if (counts === null) {
    return (
      <p className="py-[0.6em] text-ink-2">
        {t.rich("tooFewForOneShown", { caption: () => words(caption) })}
      </p>
    );
  }
  const isUpper = place === "upper";
  return (
    <div className={`flex gap-[0.25em] ${HEIGHTS[size]}`}>
      {counts.map((count, score) => (
        <div
          className={`flex min-h-0 min-w-0 flex-1 justify-end ${isUpper ? "flex-col" : "flex-col-reverse"}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
          key={score}
        >
          <div style={{ flexGrow: most - count }} />
          <span className="tabular text-center leading-[1.25]">{count > 0 ? count : "\u00a0"}</span>
          <div
            className={
              count > 0
                ? `border border-edge ${FILLS[place]} ${isUpper ? "rounded-t-[4px] border-b-0" : "rounded-b-[4px] border-t-0"}`
                : ""
            }
            style={{ flexGrow: count }}
          />
        </div>
      ))}
    </div>
  );
}
