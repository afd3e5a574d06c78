/** As wide as a card is for its text; the strip is stretched from there. */
const WIDTH = 346;
const HEIGHT = 10;
const GAP = 3;

/** From this share of the longest part's minutes on, a part has this colour. */
const COLOURS = [
  { from: 1, colour: "var(--chart-1)" },
  { from: 0.5, colour: "var(--chart-2)" },
  { from: 0.25, colour: "var(--chart-3)" },
  { from: 0, colour: "var(--chart-4)" },
] as const;

/** Where each part lies, as wide as its minutes, and how long it is beside the longest. */
function partsOf(minutes: readonly number[]) {
  const longest = Math.max(...minutes);
  const sum = minutes.reduce((before, each) => before + each, 0);
  const room = WIDTH - GAP * (minutes.length - 1);
  let x = 0;
  return minutes.map((each) => {
    const part = { x, width: (room * each) / sum, share: each / longest };
    x += part.width + GAP;
    return part;
  });
}

/** How a workshop divides its minutes, part by part; the longest are the darkest. The words beside it say the sum. */
export function MinuteStrip({ minutes }: { minutes: readonly number[] }) {
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
          width={width}
          x={x}
        />
      ))}
    </svg>
  );
}
