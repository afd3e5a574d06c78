import { Drawing } from "@/lib/ui/drawn/drawing";
import { drawnFor } from "@/lib/ui/drawn/drawn-for";

const CENTRE = { x: 160, y: 112 };
/** Where the chairs stand, around the table. */
const RADIUS = { x: 122, y: 52 };
/** Seen from the middle: where the chair that is always free stands. */
const FREE_AT = -105;
/** Up to so many chairs stand side by side at full size; more are smaller. */
const FULL_SIZE_UP_TO = 12;
const FULL_SIZE = 0.8;
const SMALLEST = 0.36;

/**
 * A table with a chair for each who is there, all alike, and one more that is free: nobody comes too late.
 * In large rooms a chair stands for several.
 */
export function Ring({ joined, className }: { joined: number; className?: string }) {
  const count = drawnFor(joined, joined) + 1;
  const size = Math.max(SMALLEST, FULL_SIZE * Math.min(1, FULL_SIZE_UP_TO / count));
  const chairs = Array.from({ length: count }, (_, at) => {
    const angle = ((FREE_AT + (360 * at) / count) * Math.PI) / 180;
    return {
      isFree: at === 0,
      x: Math.round((CENTRE.x + RADIUS.x * Math.cos(angle)) * 10) / 10,
      y: Math.round((CENTRE.y + RADIUS.y * Math.sin(angle)) * 10) / 10,
    };
  });
  const behind = chairs.filter(({ y }) => y < CENTRE.y);
  const before = chairs.filter(({ y }) => y >= CENTRE.y);
  return (
    <Drawing className={className} viewBox="0 20 320 176">
      {behind.map((chair) => (
        <Chair key={`${chair.x}/${chair.y}`} {...chair} size={size} />
      ))}
      <ellipse cx="160" cy="116" fill="var(--surface)" rx="61" ry="22.9" />
      <path d="M99 116v7c0 30 122 30 122 0v-7" />
      {before.map((chair) => (
        <Chair key={`${chair.x}/${chair.y}`} {...chair} size={size} />
      ))}
    </Drawing>
  );
}

/** Everybody looks at the table: chairs on the right are turned round. */
function Chair({ x, y, isFree, size }: { x: number; y: number; isFree: boolean; size: number }) {
  const across = x > CENTRE.x ? -size : size;
  return (
    <path
      d="M-9 -24v40M-9 -2h17v18"
      stroke={isFree ? "var(--accent)" : "currentColor"}
      strokeDasharray={isFree ? "3 4" : undefined}
      transform={`translate(${x} ${y}) scale(${across} ${size})`}
    />
  );
}
