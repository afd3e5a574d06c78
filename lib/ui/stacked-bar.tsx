/** One part of a whole. */
export interface Share {
  id: string;
  count: number;
  /** Whether it is what is left of several that are not told apart. */
  isOther?: boolean;
}

/** Neighbours differ in lightness, also in print; the lightest is nearly paper, so all are outlined. */
const TONES = [1, 3, 2, 4, 5] as const;

const WIDTH = 1000;
const HEIGHT = 100;
/** Paper between neighbours. */
const GAP = 6;

/** All parts in one bar, in the order of the words that stand with it; it says nothing that these don't. */
export function StackedBar({ shares, className }: { shares: readonly Share[]; className: string }) {
  const total = Math.max(
    1,
    shares.reduce((sum, { count }) => sum + count, 0),
  );
  let end = 0;
  return (
    <svg
      aria-hidden
      className={className}
      preserveAspectRatio="none"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {shares.map((share, at) => {
        const width = (WIDTH * share.count) / total;
        const start = end;
        end += width;
        return (
          <Part
            at={at}
            isOther={share.isOther}
            key={share.id}
            width={end < WIDTH - 1 ? width - GAP : width}
            x={start}
          />
        );
      })}
    </svg>
  );
}

/** As its part of the bar looks, beside its words. */
export function ShareMark({
  at,
  isOther,
  className,
}: {
  at: number;
  isOther: boolean | undefined;
  className: string;
}) {
  return (
    <svg
      aria-hidden
      className={`shrink-0 ${className}`}
      preserveAspectRatio="none"
      viewBox={`0 0 ${HEIGHT} ${HEIGHT}`}
    >
      <Part at={at} isOther={isOther} width={HEIGHT} x={0} />
    </svg>
  );
}

/** What is left over is only outlined. */
function Part({
  at,
  isOther = false,
  x,
  width,
}: {
  at: number;
  isOther: boolean | undefined;
  x: number;
  width: number;
}) {
  if (width <= 0) return null;
  if (!isOther) {
    return (
      <rect
        fill={`var(--chart-${TONES[at % TONES.length]})`}
        height={HEIGHT}
        stroke="var(--edge)"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
        width={width}
        x={x}
        y={0}
      />
    );
  }
  return (
    <rect
      fill="none"
      height={HEIGHT - GAP}
      stroke="var(--edge)"
      strokeDasharray="5 4"
      strokeWidth={2}
      vectorEffect="non-scaling-stroke"
      width={Math.max(1, width - GAP)}
      x={x + GAP / 2}
      y={GAP / 2}
    />
  );
}
