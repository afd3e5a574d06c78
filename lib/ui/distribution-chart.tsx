import { spokenTitle, useSpokenCounts } from "@/lib/ui/spoken-chart";

export interface DistributionSeries {
  id: string;
  /** "vorher", "nachher"; with one series it may stay empty. */
  label: string;
  /** How many answered with each value, from the first to the last. */
  counts: readonly number[];
}

export interface DistributionChartProps {
  /** One or two; the second is drawn beside the first, lighter and outlined. */
  series: readonly DistributionSeries[];
  /** The value of the first count; 0 for scores. */
  first?: number;
  anchors: { low: string; high: string };
  /** What the whole picture shows, for screen readers. */
  title: string;
  /** Width in drawing units of 26-unit text: 960 for the stage, 720 for a page, 440 for a phone. */
  width?: number;
}

const HEIGHT = 260;
const FONT = 26;
const COUNT_SPACE = 34;
const AXIS_SPACE = 74;
const LEGEND_SPACE = 44;
/** Paper between neighbours, so that they stay apart in grey too. */
const PAPER_GAP = 2;
/** Between two values, as a share of the way from one to the next. */
const VALUE_GAP = 0.18;
const FILLS = ["var(--chart-1)", "var(--chart-3)"];

/**
 * How often each value was chosen, as columns with their counts on top, and as a name in words.
 * Empty values show no zero.
 */
export function DistributionChart({
  series,
  first = 0,
  anchors,
  title,
  width: total = 720,
}: DistributionChartProps) {
  const length = Math.max(0, ...series.map((one) => one.counts.length));
  const step = total / Math.max(1, length - VALUE_GAP);
  const valueWidth = step * (1 - VALUE_GAP);
  const values = Array.from({ length }, (_, index) => ({ value: first + index, x: index * step }));
  const legend = series.length > 1 ? LEGEND_SPACE : 0;
  const most = Math.max(1, ...series.flatMap((one) => one.counts));
  const heightOf = (count: number) => (count / most) * HEIGHT;
  const floor = legend + COUNT_SPACE + HEIGHT;
  const width = valueWidth / Math.max(1, series.length);
  const inWords = useSpokenCounts();
  const spoken = series.map(({ label, counts }) =>
    [label === "" ? "" : spokenTitle(label), inWords(counts, first)].filter(Boolean).join(" "),
  );
  return (
    <svg
      aria-label={`${spokenTitle(title)} ${spoken.join("; ")}`}
      className="block h-auto max-h-full w-full"
      fontFamily="Source Sans 3 Variable, Source Sans 3, sans-serif"
      fontSize={FONT}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      viewBox={`0 0 ${total} ${floor + AXIS_SPACE}`}
    >
      {legend > 0
        ? series.map((one, at) => (
            <g key={one.id} transform={`translate(${at * 200} 0)`}>
              <rect
                fill={FILLS[at]}
                height={22}
                rx={4}
                stroke="var(--edge)"
                width={22}
                x={1}
                y={3}
              />
              <text fill="var(--ink)" x={34} y={23}>
                {one.label}
              </text>
            </g>
          ))
        : null}
      {series.flatMap((one, at) =>
        one.counts.map((count, index) => {
          const value = first + index;
          const left = index * step + at * width;
          if (count === 0) return null;
          return (
            <g key={`${one.id}-${value}`}>
              <rect
                fill={FILLS[at]}
                height={heightOf(count)}
                rx={4}
                stroke="var(--edge)"
                width={Math.max(1, width - PAPER_GAP)}
                x={left + PAPER_GAP / 2}
                y={floor - heightOf(count)}
              />
              <text
                fill="var(--ink)"
                textAnchor="middle"
                x={left + width / 2}
                y={floor - heightOf(count) - 9}
              >
                {count}
              </text>
            </g>
          );
        }),
      )}
      <line stroke="var(--edge)" strokeWidth={2} x1={0} x2={total} y1={floor} y2={floor} />
      {values.map(({ value, x }) => (
        <text
          fill="var(--ink)"
          key={value}
          textAnchor="middle"
          x={x + valueWidth / 2}
          y={floor + 30}
        >
          {value}
        </text>
      ))}
      <text fill="var(--ink-2)" x={0} y={floor + 66}>
        {anchors.low}
      </text>
      <text fill="var(--ink-2)" textAnchor="end" x={total} y={floor + 66}>
        {anchors.high}
      </text>
    </svg>
  );
}
