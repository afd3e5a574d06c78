import type { Rounds } from "@/bench/measured";

const WIDTH = 720;
const HEIGHT = 420;
const EDGE = { left: 70, right: 215, top: 20, bottom: 50 };

/** Told apart without colour, too: each has its dashes. */
const LINES = [
  ["#0b6e4f", ""],
  ["#8a3ffc", "6 3"],
  ["#c2410c", "2 3"],
  ["#1d4ed8", "10 4"],
  ["#6b7280", "1 2"],
  ["#b91c1c", "8 3 2 3"],
  ["#0e7490", "12 2"],
  ["#a16207", "4 4"],
  ["#111827", "1 5"],
] as const;

const TEXT = 'font-family="sans-serif" font-size="12"';

/** A server of which one rate was measured is seen, too. */
const DOT = 3;

/** Names stand beside the picture, so far from it and from each other. */
const LABEL = 12;
const LINE_HEIGHT = 15;

interface Point {
  perSecond: number;
  p99: number;
}

/**
 * Changes per second against what the slowest percent of the screens waited, both on scales of tens, a line for each
 * server: whoever stays low to the right carries more. Null without a point.
 */
export function plotOf(rounds: readonly Rounds[]): string | null {
  const lines = new Map<string, Point[]>();
  for (const { median } of rounds) {
    const [name = ""] = median.case.split(":");
    const { seenMs, offeredPerSecond } = median;
    if (!seenMs || !offeredPerSecond) continue;
    const point = { perSecond: offeredPerSecond, p99: Math.max(1, seenMs.p99) };
    lines.set(name, [...(lines.get(name) ?? []), point]);
  }
  const points = [...lines.values()].flat();
  if (points.length === 0) return null;
  const x = scale(
    points.map(({ perSecond }) => perSecond),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scale(
    points.map(({ p99 }) => p99),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const named = labelled([...lines.values()].map((of) => y.at(of.at(-1)?.p99 ?? 1)));
  const drawn = [...lines].map(([name, of], index) => {
    const [colour, dashes] = LINES[index % LINES.length] ?? LINES[0];
    const at = of.map(({ perSecond, p99 }) => [x.at(perSecond), y.at(p99)] as const);
    const [lastX, lastY] = at.at(-1) ?? [0, 0];
    const [labelX, labelY] = [WIDTH - EDGE.right + LABEL, named[index] ?? lastY];
    return [
      `<polyline points="${at.join(" ")}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`,
      ...at.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${DOT}" fill="${colour}"/>`),
      `<path d="M${lastX} ${lastY}L${labelX - DOT} ${labelY}" stroke="${colour}" stroke-width="0.5"/>`,
      `<text x="${labelX}" y="${labelY + DOT}" fill="${colour}" ${TEXT}>${name}</text>`,
    ].join("");
  });
  const bottom = HEIGHT - EDGE.bottom;
  const ticks = [
    ...x.ticks.map(
      (each) =>
        `<text x="${x.at(each)}" y="${bottom + 18}" text-anchor="middle" ${TEXT}>${each}</text>`,
    ),
    ...y.ticks.map(
      (each) =>
        `<text x="${EDGE.left - 8}" y="${y.at(each) + 4}" text-anchor="end" ${TEXT}>${each}</text>`,
    ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    "<title>Changes per second, and how long the slowest percent of the screens waited</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<path d="M${EDGE.left} ${EDGE.top}V${bottom}H${WIDTH - EDGE.right}" fill="none" stroke="#374151"/>`,
    ...ticks,
    `<text x="${(EDGE.left + WIDTH - EDGE.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle" ${TEXT}>changes per second</text>`,
    `<text x="16" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})" ${TEXT}>p99 to every screen, ms</text>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

/** Where the names of lines stand that end at these heights: as near as they can without lying on each other. */
function labelled(heights: readonly number[]): number[] {
  const at = [...heights];
  const byHeight = heights.map((_, index) => index).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  let lowest = EDGE.top;
  for (const index of byHeight) {
    at[index] = Math.max(at[index] ?? 0, lowest);
    lowest = (at[index] ?? 0) + LINE_HEIGHT;
  }
  return at;
}

/** From numbers to a stretch of the picture, by their logarithms, between whole powers of ten. */
function scale(numbers: readonly number[], from: number, to: number) {
  const lowest = Math.floor(Math.log10(Math.min(...numbers)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...numbers))));
  const powers = Array.from({ length: highest - lowest + 1 }, (_, at) => 10 ** (lowest + at));
  return {
    ticks: powers,
    at: (number: number): number =>
      Math.round(from + ((Math.log10(number) - lowest) / (highest - lowest)) * (to - from)),
  };
}
