import { Drawing } from "@/lib/ui/drawn/drawing";
import { drawnFor } from "@/lib/ui/drawn/drawn-for";
import { offsetAt } from "@/lib/ui/drawn/stack";

/** Half of what a sheet measures across, in units of the drawing. */
const HALF_WIDTH = 84;
const HALF_HEIGHT = 32;
const CENTRE = 100;
const WIDTH = 200;
/** The middle of the lowest sheet; the others lie above it. */
const BASE = 0;
const GROUND = 46;
/** How far apart sheets lie, until the highest stack is as high as a stage has room for. */
const GAP_MAX = 18;
const RISE_MAX = 150;
/** Room for lines above and below. */
const MARGIN = 3;

/**
 * A stack of sheets that can be read, as high as there are cards. All stacks beside each other have one scale and one
 * base: `most` is what the highest of them holds.
 */
export function OpenStack({
  count,
  most,
  className,
}: {
  count: number;
  most: number;
  className?: string;
}) {
  const highest = drawnFor(most, most);
  const gap = Math.min(GAP_MAX, RISE_MAX / Math.max(1, highest - 1));
  const top = -gap * (highest - 1) - HALF_HEIGHT - MARGIN;
  const sheets = Array.from({ length: drawnFor(count, most) }, (_, at) => {
    const y = Math.round((BASE - at * gap) * 10) / 10;
    return { x: CENTRE + offsetAt(at), y };
  });
  const last = sheets.at(-1);
  return (
    <Drawing
      className={className}
      standing
      viewBox={`0 ${Math.floor(top)} ${WIDTH} ${GROUND + MARGIN - Math.floor(top)}`}
    >
      <path d={`M${MARGIN} 4L${CENTRE} ${GROUND}L${WIDTH - MARGIN} 4`} stroke="var(--line)" />
      {sheets.map(({ x, y }) => (
        <path
          d={`M${x - HALF_WIDTH} ${y}L${x} ${y - HALF_HEIGHT}L${x + HALF_WIDTH} ${y}L${x} ${y + HALF_HEIGHT}z`}
          fill="var(--surface)"
          key={y}
        />
      ))}
      {last ? (
        <path
          d={`M${last.x - 35} ${last.y + 2}l43.5 -16.6M${last.x - 17} ${last.y + 9}l27 -10.2`}
        />
      ) : null}
    </Drawing>
  );
}
