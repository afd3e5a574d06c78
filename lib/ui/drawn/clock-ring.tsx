import { Drawing } from "@/lib/ui/drawn/drawing";

const SIZE = 200;
const CENTRE = SIZE / 2;
/** 2.5 % of the drawing: seen from the back row, and still a line. */
const STROKE = 5;
const RADIUS = CENTRE - STROKE;
const ROUND = 2 * Math.PI * RADIUS;
/** At each quarter, inside of the track. */
const QUARTERS = [0, 90, 180, 270] as const;

/** A track all around, and on it the share of a step that is left, from the top on clockwise; `share` from 0 to 1. */
export function ClockRing({ share, className }: { share: number; className?: string }) {
  const left = Math.max(0, Math.min(1, share));
  return (
    <Drawing className={className} viewBox={`0 0 ${SIZE} ${SIZE}`}>
      <circle cx={CENTRE} cy={CENTRE} r={RADIUS} stroke="var(--line)" strokeWidth={STROKE / 2} />
      {QUARTERS.map((degrees) => (
        <path
          d={`M${CENTRE} 17v6`}
          key={degrees}
          stroke="var(--edge)"
          transform={`rotate(${degrees} ${CENTRE} ${CENTRE})`}
        />
      ))}
      {left === 0 ? null : (
        <circle
          cx={CENTRE}
          cy={CENTRE}
          r={RADIUS}
          stroke="var(--accent)"
          strokeDasharray={`${(left * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`}
          strokeWidth={STROKE}
          transform={`rotate(-90 ${CENTRE} ${CENTRE})`}
        />
      )}
    </Drawing>
  );
}
