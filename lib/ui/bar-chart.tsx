import { directionOf } from "@/lib/i18n/isolated";
import { charactersOf } from "@/lib/text";
import { spokenPart, spokenTitle } from "@/lib/ui/spoken-chart";

export interface Bar {
  id: string;
  /** Above the bar, wrapped into as many lines as it needs. */
  label: string;
  value: number;
  /** What stands behind the bar: "9 Stimmen", "7 von 9, die es sahen". */
  valueLabel: string;
}

export interface BarChartProps {
  bars: readonly Bar[];
  /** What the whole picture shows, for screen readers; the bars' own texts follow it. */
  title: string;
  /** The full length; by default the largest value. */
  max?: number;
  /** Width in drawing units of 28-unit text: 960 for the stage, 720 for a page, 440 for a phone. */
  width?: number;
}

const FONT = 28;
const LINE = 36;
const BAR = 34;
const GAP = 26;
/** Average width of a character of Source Sans in units of its size; on the safe side. */
const CHARACTER = 0.52;
/** However long the values are, bars keep this share of the width. */
const LEAST_BAR_SHARE = 0.3;

/**
 * Horizontal bars with their words on them. A pure function of its data, so that phone, stage and
 * documents show the same picture. Colours are tokens; the outline keeps bars visible in grey.
 */
export function BarChart({ bars, title, max, width: total = 720 }: BarChartProps) {
  const top = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  const valueSpace = Math.max(0, ...bars.map((bar) => textWidth(bar.valueLabel))) + 20;
  const full = Math.max(total * LEAST_BAR_SHARE, total - valueSpace);
  const charactersPerLine = Math.floor(total / (FONT * CHARACTER));
  let y = 0;
  const rows = bars.map((bar) => {
    const lines = wrap(bar.label, charactersPerLine);
    const row = { bar, lines, y, direction: directionOf(bar.label) };
    y += lines.length * LINE + BAR + GAP;
    return row;
  });
  const height = Math.max(1, y - GAP + 2);
  return (
    <svg
      aria-label={[
        spokenTitle(title),
        bars.map((bar) => spokenPart(bar.label, bar.valueLabel)).join("; "),
      ].join(" ")}
      className="block h-auto max-h-full w-full"
      fontFamily="Source Sans 3 Variable, Source Sans 3, sans-serif"
      fontSize={FONT}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      viewBox={`0 0 ${total} ${height}`}
    >
      {rows.map(({ bar, lines, y: start, direction }) => {
        const barTop = start + lines.length * LINE;
        const width = Math.max(2, (bar.value / top) * full);
        return (
          <g key={bar.id}>
            {lines.map((line, index) => (
              <text
                direction={direction}
                fill="var(--ink)"
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same
                key={index}
                // Whichever way it runs, it stands where its bar begins.
                textAnchor={direction === "rtl" ? "end" : "start"}
                x={1}
                y={start + index * LINE + FONT - 2}
              >
                {line}
              </text>
            ))}
            <rect
              fill="var(--chart-1)"
              height={BAR}
              rx={6}
              stroke="var(--edge)"
              width={width}
              x={1}
              y={barTop}
            />
            <text fill="var(--ink-2)" x={width + 14} y={barTop + BAR / 2 + FONT * 0.34}>
              {bar.valueLabel}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function textWidth(text: string): number {
  return text.length * FONT * CHARACTER;
}

/**
 * Breaks a label at spaces, since SVG text does not wrap by itself; a word that is longer than a line, where
 * the line ends, between two characters as a reader counts them.
 */
export function wrap(text: string, charactersPerLine: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/\s+/).filter(Boolean);
  for (const word of words.flatMap((each) => pieces(each, charactersPerLine))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && longer.length > charactersPerLine) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}

/** A word in pieces that fit into a line; most are one piece. */
function pieces(word: string, charactersPerLine: number): string[] {
  if (word.length <= charactersPerLine) return [word];
  const found: string[] = [];
  let piece = "";
  for (const character of charactersOf(word)) {
    if (piece && piece.length + character.length > charactersPerLine) {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...found, piece];
}
