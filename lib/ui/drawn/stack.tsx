/** How far each sheet lies from the middle, by index: fixed, so that all screens draw the same pixels. */
const OFFSETS = [0, 2.4, -1.8, 1.2, -2.4, 1.8, 0, -1.2] as const;

/** From so many people on one sheet stands for two; the words beside the drawing give the number. */
export const PAIRED_FROM = 25;

/** Half of what a sheet measures across, in units of the drawing. */
const HALF_WIDTH = 84;
const HALF_HEIGHT = 34;
const CENTRE = 160;
/** The middle of the lowest sheet. */
const BASE = 150;
/** Room above the highest place. */
const MARGIN = 14;
const WIDTH = 320;
/** As high as this the drawing is with up to a dozen sheets; more make it higher. */
const HEIGHT = 200;

const GAP = { sealed: 6, open: 18 } as const;

/** How many sheets, or chairs, stand for so many people in a room of so many. */
export function drawnFor(people: number, of: number): number {
  return of < PAIRED_FROM ? people : Math.ceil(people / 2);
}

/** A sheet of paper that lies, by its place in the stack. */
function sheetAt(at: number, gap: number) {
  const x = CENTRE + (OFFSETS[at % OFFSETS.length] ?? 0);
  return { x, y: BASE - at * gap };
}

function Sheet({ x, y }: { x: number; y: number }) {
  const corners = `M${x - HALF_WIDTH} ${y} L${x} ${y - HALF_HEIGHT} L${x + HALF_WIDTH} ${y} L${x} ${y + HALF_HEIGHT}z`;
  return <path d={corners} fill="var(--surface)" />;
}

/**
 * A stack of paper. Sealed: one sheet for each person who is done, in whichever way, and a tick at both
 * sides for each who isn't. Open: one sheet for each card, with lines of writing on the uppermost.
 */
export function Stack({
  done,
  of,
  kind,
  className,
}: {
  /** How many sheets there are; none leaves the ground. */
  done: number;
  /** How many places there are: those who are there; no more than `done` where nothing is waited for. */
  of: number;
  kind: keyof typeof GAP;
  className?: string;
}) {
  const gap = GAP[kind];
  const count = drawnFor(done, of);
  const places = Math.max(count, drawnFor(of, of));
  const sheets = Array.from({ length: count }, (_, at) => sheetAt(at, gap));
  const open = Array.from({ length: places - count }, (_, at) => count + at);
  const top = Math.min(0, sheetAt(places - 1, gap).y - HALF_HEIGHT - MARGIN);
  const last = sheets.at(-1);
  return (
    <svg
      aria-hidden
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={1.75}
      viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}
    >
      <path d="M60 154 L160 196 L260 154" stroke="var(--line)" />
      {open.map((at) => {
        const { y } = sheetAt(at, gap);
        return (
          <path
            d={`M68 ${y - 4}l8 4M252 ${y - 4}l-8 4`}
            key={at}
            stroke="var(--edge)"
            strokeWidth={1.2}
          />
        );
      })}
      {sheets.map((sheet) => (
        <Sheet key={sheet.y} {...sheet} />
      ))}
      {last && kind === "sealed" ? <Flap {...last} /> : null}
      {last && kind === "open" ? <Writing {...last} /> : null}
    </svg>
  );
}

/** The flap of an envelope, on the uppermost sheet. */
function Flap({ x, y }: { x: number; y: number }) {
  return (
    <path d={`M${x - HALF_WIDTH + 2} ${y}L${x + 10} ${y + 3.4}L${x} ${y - HALF_HEIGHT + 1}`} />
  );
}

/** Two lines of writing, on the uppermost sheet. */
function Writing({ x, y }: { x: number; y: number }) {
  return <path d={`M${x - 36} ${y + 2}l43-17M${x - 18} ${y + 9}l27-10`} />;
}
