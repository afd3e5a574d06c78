import type { ReactNode } from "react";
import { spokenTitle, useSpokenCounts } from "@/lib/ui/spoken-chart";

export interface DistributionChartProps {
  /** How many answered with each value, from 0 to the last. */
  counts: readonly number[];
  /** What the lowest and the highest value mean. */
  anchors: { low: ReactNode; high: ReactNode };
  /** What the whole picture shows, for screen readers. */
  title: string;
  /** Width in drawing units of 26-unit text: 440 on a phone, more where there is more room. */
  width: number;
}

const HEIGHT = 260;
const FONT = 26;
const COUNT_SPACE = 34;
const AXIS_SPACE = 38;
/** Paper between neighbours, so that they stay apart in grey too. */
const PAPER_GAP = 2;
/** Between two values, as a share of the way from one to the next. */
const VALUE_GAP = 0.18;
const FLOOR = COUNT_SPACE + HEIGHT;

/**
 * How often each value was chosen, as columns with their counts on top, and as a name in words.
 * Empty values show no zero. What the ends mean stands below as text: it may take several lines.
 */
export function DistributionChart({
  counts,
  anchors: { low, high },
  title,
  width: total,
}: DistributionChartProps) {
  const step = total / Math.max(1, counts.length - VALUE_GAP);
  const width = step * (1 - VALUE_GAP);
  const values = counts.map((count, value) => ({ value, count, x: value * step }));
  const most = Math.max(1, ...counts);
  const heightOf = (count: number) => (count / most) * HEIGHT;
  const inWords = useSpokenCounts();
  return (
    <div>
      <svg
        aria-label={`${spokenTitle(title)} ${inWords(counts)}`}
        className="block h-auto w-full"
        fontFamily="Source Sans 3 Variable, Source Sans 3, sans-serif"
        fontSize={FONT}
        role="img"
        viewBox={`0 0 ${total} ${FLOOR + AXIS_SPACE}`}
      >
        {values.map(({ value, count, x }) =>
          count === 0 ? null : (
            <g key={value}>
              <rect
                fill="var(--chart-1)"
                height={heightOf(count)}
                rx={4}
                stroke="var(--edge)"
                width={Math.max(1, width - PAPER_GAP)}
                x={x + PAPER_GAP / 2}
                y={FLOOR - heightOf(count)}
              />
              <text
                fill="var(--ink)"
                textAnchor="middle"
                x={x + width / 2}
                y={FLOOR - heightOf(count) - 9}
              >
                {count}
              </text>
            </g>
          ),
        )}
        <line stroke="var(--edge)" strokeWidth={2} x1={0} x2={total} y1={FLOOR} y2={FLOOR} />
        {values.map(({ value, x }) => (
          <text fill="var(--ink)" key={value} textAnchor="middle" x={x + width / 2} y={FLOOR + 30}>
            {value}
          </text>
        ))}
      </svg>
      <p className="flex justify-between gap-[1em] text-base text-ink-2">
        <span>{low}</span>
        <span className="text-end">{high}</span>
      </p>
    </div>
  );
}
