/** As wide as a card is for its text; the strip is stretched from there. */
const WIDTH = 346;
const HEIGHT = 10;
const GAP = 3;

/** From this share of the longest part on, a part is drawn in the next lighter colour. */
const COLOURS = [
  { from: 0.99, colour: "var(--chart-1)" },
  { from: 0.5, colour: "var(--chart-2)" },
  { from: 0.25, colour: "var(--chart-3)" },
  { from: 0, colour: "var(--chart-4)" },
] as const;

/** How a workshop divides its minutes, part by part; the longest are the darkest. The words beside it say the sum. */
export function MinuteStrip({ minutes }: { minutes: readonly number[] }) {
  const longest = Math.max(...minutes);
  return (
    <svg
      aria-hidden
      className="h-2.5 w-full"
      preserveAspectRatio="none"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {partsOf(minutes).map(({ x, width, share }) => (
        <rect
          fill={COLOURS.find(({ from }) => share >= from)?.colour}
          height={HEIGHT}
          key={x}
          rx={2}
          stroke="var(--edge)"
          strokeWidth={0.5}
          width={width}
          x={x}
        />
      ))}
    </svg>
  );

  function partsOf(all: readonly number[]) {
    const sum = all.reduce((before, each) => before + each, 0);
    const room = WIDTH - GAP * (all.length - 1);
    let x = 0;
    return all.map((each) => {
      const part = { x, width: (room * each) / sum, share: each / longest };
      x += part.width + GAP;
      return part;
    });
  }
}
