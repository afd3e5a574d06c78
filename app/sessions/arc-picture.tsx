import { type Depth, depths } from "@/lib/workshops/ready-activity";

/** As wide as a card is for its text; the picture is stretched from there. */
const WIDTH = 346;
const HEIGHT = 60;
const GAP = 3;

/** From the lightest to the deepest. */
const COLOURS: Record<Depth, string> = {
  light: "var(--chart-4)",
  middle: "var(--chart-2)",
  deep: "var(--chart-1)",
};

export interface ArcPart {
  key: string;
  minutes: number;
  depth: Depth;
}

export interface ArcPictureProps {
  parts: readonly ArcPart[];
  /** Half as high, above a list that is worked in. */
  isLow?: boolean;
}

/** How a workshop rises and comes down again: as wide as minutes, as high as it comes close. Words beside it say so. */
export function ArcPicture({ parts, isLow = false }: ArcPictureProps) {
  const sum = parts.reduce((before, { minutes }) => before + minutes, 0);
  const room = WIDTH - GAP * (parts.length - 1);
  let x = 0;
  return (
    <svg
      aria-hidden
      className={`${isLow ? "h-8" : "h-15"} w-full border-line border-b print:hidden`}
      preserveAspectRatio="none"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {parts.map(({ key, minutes, depth }) => {
        const height = (HEIGHT * (depths.indexOf(depth) + 1)) / depths.length;
        const from = x;
        const width = (room * minutes) / sum;
        x += width + GAP;
        return (
          <rect
            fill={COLOURS[depth]}
            height={height}
            key={key}
            rx={2}
            width={width}
            x={from}
            y={HEIGHT - height}
          />
        );
      })}
    </svg>
  );
}

/** Where it comes closest: the first of the deepest parts that is the longest, and the minute in which it begins. */
export function deepestOf(parts: readonly ArcPart[]): { key: string; from: number } | null {
  const most = Math.max(...parts.map(({ depth }) => depths.indexOf(depth)));
  const deepest = parts.filter(({ depth }) => depths.indexOf(depth) === most);
  const longest = Math.max(...deepest.map(({ minutes }) => minutes));
  const found = most === 0 ? undefined : deepest.find(({ minutes }) => minutes === longest);
  if (!found) return null;
  const before = parts.slice(0, parts.indexOf(found));
  return { key: found.key, from: before.reduce((sum, { minutes }) => sum + minutes, 0) };
}
