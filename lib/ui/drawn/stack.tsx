import { Drawing } from "@/lib/ui/drawn/drawing";
import { drawnFor } from "@/lib/ui/drawn/drawn-for";

/** How far each sheet lies from the middle, by index: fixed, so that all screens draw the same pixels. */
const OFFSETS = [0, 2.4, -1.8, 1.2, -2.4, 1.8, 0, -1.2] as const;

/** How far from the middle the sheet at this place of a stack lies. */
export const offsetAt = (at: number): number => OFFSETS[at % OFFSETS.length] ?? 0;

/** Half of what a sheet measures across, in units of the drawing. */
const HALF_WIDTH = 84;
const HALF_HEIGHT = 34;
const CENTRE = 160;
/** The middle of the lowest sheet, and how much higher each further one lies. */
const BASE = 150;
const GAP = 6;
/** Room above the highest place. */
const MARGIN = 14;
const WIDTH = 320;
/** As high as this the drawing is with up to a dozen sheets; more make it higher. */
const HEIGHT = 200;

/** Where a sheet of paper lies, by its place in the stack. */
function sheetAt(at: number) {
  const x = CENTRE + offsetAt(at);
  return { x, y: BASE - at * GAP };
}

/**
 * A sealed stack of paper: one sheet for each person who is done, in whichever way, and a tick at both sides
 * for each who isn't. In large rooms a sheet stands for several.
 */
export function Stack({
  done,
  of,
  className,
}: {
  /** How many are done; none leaves the ground. */
  done: number;
  /** How many are there, those who are done among them. */
  of: number;
  className?: string;
}) {
  const count = drawnFor(done, of);
  const places = drawnFor(of, of);
  const sheets = Array.from({ length: count }, (_, at) => sheetAt(at));
  const open = Array.from({ length: places - count }, (_, at) => sheetAt(count + at));
  const top = Math.min(0, sheetAt(places - 1).y - HALF_HEIGHT - MARGIN);
  const last = sheets.at(-1);
  return (
    <Drawing className={className} viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}>
      <path d="M60 154 L160 196 L260 154" stroke="var(--line)" />
      {open.map(({ y }) => (
        <path
          d={`M68 ${y - 4}l8 4M252 ${y - 4}l-8 4`}
          key={y}
          stroke="var(--edge)"
          strokeWidth={1.2}
        />
      ))}
      {sheets.map((sheet) => (
        <Sheet key={sheet.y} {...sheet} />
      ))}
      {last ? <Flap {...last} /> : null}
    </Drawing>
  );
}

function Sheet({ x, y }: { x: number; y: number }) {
  const corners = `M${x - HALF_WIDTH} ${y} L${x} ${y - HALF_HEIGHT} L${x + HALF_WIDTH} ${y} L${x} ${y + HALF_HEIGHT}z`;
  return <path d={corners} fill="var(--surface)" />;
}

/** The flap of an envelope, on the uppermost sheet. */
function Flap({ x, y }: { x: number; y: number }) {
  return (
    <path d={`M${x - HALF_WIDTH + 2} ${y}L${x + 10} ${y + 3.4}L${x} ${y - HALF_HEIGHT + 1}`} />
  );
}
