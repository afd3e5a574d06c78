import type { ReactNode } from "react";

export interface QuartersProps {
  across: { low: ReactNode; high: ReactNode };
  up: { low: ReactNode; high: ReactNode };
  /** From the upper left one, row by row. */
  children: ReactNode;
  className?: string;
  /** Of the words at the four ends. */
  endsClassName?: string;
}

/** A field of two axes: four quarters, with the ends of the axes in words around them. */
export function Quarters({
  across,
  up,
  children,
  className = "",
  endsClassName = "text-base",
}: QuartersProps) {
  const ends = `text-ink-2 ${endsClassName}`;
  return (
    <div className={`flex min-h-0 flex-col ${className}`}>
      <p className={`text-center ${ends}`}>{up.high}</p>
      <div className="grid min-h-0 flex-1 grid-cols-2 grid-rows-2 gap-[2px] rounded-card border border-edge bg-edge *:bg-surface [&>*:nth-child(1)]:rounded-ss-card [&>*:nth-child(2)]:rounded-se-card [&>*:nth-child(3)]:rounded-es-card [&>*:nth-child(4)]:rounded-ee-card">
        {children}
      </div>
      {/* In a line of its own: between the ends of the other axis it would read as its middle. */}
      <p className={`text-center ${ends}`}>{up.low}</p>
      <div className={`flex justify-between gap-x-4 ${ends}`}>
        <p>{across.low}</p>
        <p className="text-end">{across.high}</p>
      </div>
    </div>
  );
}

/** More dots than this are no longer seen as dots; then each stands for several. */
const DOTS_MAX = 60;
const RADIUS = 4;
/** As large as a swarm of a dozen is drawn at least: a single dot is no ball. */
const SMALLEST = 12;
/** How far apart they lie, in radii of the spiral that they follow. */
const SPREAD = 6;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** As many dots as things lie in a quarter: a swarm that fills from its middle, the same on every screen. */
export function Swarm({
  count,
  of,
  className,
}: {
  count: number;
  /** The most that lie in any of its neighbours: all are drawn to one measure. */
  of: number;
  className?: string;
}) {
  const worth = Math.max(1, of / DOTS_MAX);
  const dots = Array.from({ length: Math.round(count / worth) }, (_, at) => {
    const away = SPREAD * Math.sqrt(at + 0.5);
    return { at, x: away * Math.cos(at * GOLDEN_ANGLE), y: away * Math.sin(at * GOLDEN_ANGLE) };
  });
  const reach = RADIUS + SPREAD * Math.sqrt(Math.max(SMALLEST, Math.min(of, DOTS_MAX)));
  return (
    <svg
      aria-hidden
      className={className}
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
    >
      {dots.map(({ at, x, y }) => (
        <circle cx={x.toFixed(2)} cy={y.toFixed(2)} fill="var(--chart-1)" key={at} r={RADIUS} />
      ))}
    </svg>
  );
}
