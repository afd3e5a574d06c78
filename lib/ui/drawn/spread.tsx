import { Drawing } from "@/lib/ui/drawn/drawing";

const WIDTH = 340;
const AXIS = 14;
const HEIGHT = 26;
const TICK = 5;
const RADIUS = 8;
/** The middle half lies on the axis and is as high as this. */
const HALF = 8;
/** As far from its ends as on the drawing of before and after (`arc.tsx`), so that both are read alike. */
const INSET = 30.6;

/**
 * Where answers from 0 on lie: the middle one as a filled circle, the middle half as a band on the axis. It says
 * nothing that the words beside it don't.
 */
export function Spread({
  median,
  from,
  to,
  last,
  className,
}: {
  median: number;
  /** Both ends of the middle half. */
  from: number;
  to: number;
  /** The highest value; the lowest is 0. */
  last: number;
  className?: string;
}) {
  const x = (value: number) => Math.round(INSET + (value * (WIDTH - 2 * INSET)) / last);
  const values = Array.from({ length: last + 1 }, (_, value) => value);
  return (
    <Drawing className={className} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <g stroke="var(--edge)">
        <path d={`M${x(0)} ${AXIS}H${x(last)}`} />
        <path
          d={values.map((value) => `M${x(value)} ${AXIS}v${TICK}`).join("")}
          strokeWidth={1.2}
        />
      </g>
      {from === to ? null : (
        <rect
          fill="var(--accent-soft)"
          height={HALF}
          rx={HALF / 2}
          stroke="var(--accent)"
          strokeWidth={1.2}
          width={x(to) - x(from)}
          x={x(from)}
          y={AXIS - HALF / 2}
        />
      )}
      <circle cx={x(median)} cy={AXIS} fill="var(--accent)" r={RADIUS} stroke="none" />
    </Drawing>
  );
}
