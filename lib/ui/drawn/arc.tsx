import { Drawing } from "@/lib/ui/drawn/drawing";

/** Before and after, as points of one axis from 0 on. */
export interface Pair {
  before: number;
  after: number;
}

/** The room's circles, and the dot of what is one's own, in units of the drawing. */
const RADIUS = 8;
const OWN_RADIUS = 4;
/** Above the axis there is room for the curve, below it for what is one's own. */
const AXIS = 38;
const BELOW = 11;
const BELOW_WITH_OWN = 28;
const OWN = AXIS + 19;
/** How high both ends of the curve pull it. */
const PULL = -4;
const TICK = 5;

/** How wide a drawing is beside its circles, and how large its numbers are: both follow from where it stands. */
const SIZES = {
  narrow: { width: 340, font: 17 },
  wide: { width: 520, font: 28 },
} as const;

/**
 * An open, dashed circle for before, a curve, and a filled one for after. What is one's own is a dashed line
 * below the axis. It says nothing that the words beside it don't.
 */
export function Arc({
  room,
  own = null,
  last,
  size,
  className,
}: {
  /** Where the room stood in the middle. */
  room: Pair;
  /** One's own; null for nothing. */
  own?: Pair | null;
  /** The highest value; the lowest is 0. */
  last: number;
  size: keyof typeof SIZES;
  className?: string;
}) {
  const { width, font } = SIZES[size];
  const inset = font * 1.8;
  const x = (value: number) => Math.round(inset + (value * (width - 2 * inset)) / last);
  const values = Array.from({ length: last + 1 }, (_, value) => value);
  return (
    <Drawing
      className={className}
      viewBox={`0 0 ${width} ${AXIS + (own ? BELOW_WITH_OWN : BELOW)}`}
    >
      <g stroke="var(--edge)">
        <path d={`M${x(0)} ${AXIS}H${x(last)}`} />
        <path
          d={values.map((value) => `M${x(value)} ${AXIS}v${TICK}`).join("")}
          strokeWidth={1.2}
        />
      </g>
      <Room at={{ before: x(room.before), after: x(room.after) }} />
      <Numbers font={font} room={room} x={x} />
      {own ? <Own at={{ before: x(own.before), after: x(own.after) }} /> : null}
    </Drawing>
  );
}

/** Both circles; where nothing moved, the filled one lies inside the open one. */
function Room({ at: { before, after } }: { at: Pair }) {
  const top = AXIS - RADIUS - 2;
  const moved = before !== after;
  return (
    <>
      <circle
        cx={before}
        cy={AXIS}
        fill="var(--paper)"
        r={moved ? RADIUS : RADIUS + 4}
        strokeDasharray="3 3"
      />
      {moved ? (
        <g stroke="var(--accent)">
          <path d={`M${before} ${top}C${before} ${PULL} ${after} ${PULL} ${after} ${top}`} />
          <path d={`M${after - 5} ${top - 7}L${after} ${top}L${after + 5} ${top - 7}`} />
        </g>
      ) : null}
      <circle cx={after} cy={AXIS} fill="var(--accent)" r={RADIUS} stroke="var(--accent)" />
    </>
  );
}

/** Each beside its circle, on the side that the curve leaves free. */
function Numbers({
  room: { before, after },
  font,
  x,
}: {
  room: Pair;
  font: number;
  x: (value: number) => number;
}) {
  const beside = RADIUS + font * 0.35;
  const side = after > before ? 1 : -1;
  const isRight = (direction: number) => direction > 0;
  const number = (value: number, direction: number, colour: string) => (
    <text
      className="tabular"
      fill={colour}
      fontSize={font}
      fontWeight={600}
      stroke="none"
      textAnchor={isRight(direction) ? "start" : "end"}
      x={x(value) + direction * beside}
      y={AXIS - font * 0.3}
    >
      {value}
    </text>
  );
  return (
    <>
      {before === after ? null : number(before, -side, "var(--ink)")}
      {number(after, side, "var(--accent)")}
    </>
  );
}

function Own({ at: { before, after } }: { at: Pair }) {
  return (
    <>
      <path d={`M${before} ${OWN - 5}v10`} strokeWidth={1.5} />
      <path d={`M${before} ${OWN}H${after}`} strokeDasharray="2 3" strokeWidth={1.5} />
      <circle cx={after} cy={OWN} fill="currentColor" r={OWN_RADIUS} stroke="none" />
    </>
  );
}

/** The same circle as in the drawing, beside the word that says what it means. */
export function ArcMark({ when, className = "" }: { when: keyof Pair; className?: string }) {
  const isAfter = when === "after";
  return (
    <Drawing className={`size-[0.85em] shrink-0 ${className}`} viewBox="0 0 20 20">
      <circle
        cx={10}
        cy={10}
        fill={isAfter ? "var(--accent)" : "none"}
        r={RADIUS}
        stroke={isAfter ? "var(--accent)" : "currentColor"}
        strokeDasharray={isAfter ? undefined : "3 3"}
      />
    </Drawing>
  );
}
