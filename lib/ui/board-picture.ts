import type { ThemeColour } from "@/lib/activities/theme-colour";
import { knownToXml } from "@/lib/ui/known-to-xml";

/** A column as it stands on the picture, with its cards. */
export interface PicturedColumn {
  name: string;
  colour: ThemeColour | null;
  /** How many there are; left out where that is as many as stand here. */
  count?: string;
  cards: readonly PicturedCard[];
}

/** A card with the dots that lie on it, in words; null for none. */
export interface PicturedCard {
  text: string;
  dots: string | null;
}

/** The tokens that the picture is drawn with: it looks the same wherever it is opened, always on paper. */
export const PICTURE_COLOURS = {
  ...{ paper: "#faf7f1", surface: "#ffffff", sunken: "#f0eae0", line: "#ded5c7", ink: "#23201b" },
  ...{ green: "#1c5f5a", ochre: "#7f5200", brick: "#9c3426" },
} as const;

/** The shape of each colour, 16 pixels square, as `ThemeMark` draws it. */
const MARKS: Readonly<Record<ThemeColour, string>> = {
  green: '<circle cx="8" cy="8" r="6.5"/>',
  ochre: '<path d="M8 1.5 15 14.5H1z"/>',
  brick: '<rect x="1.5" y="1.5" width="13" height="13"/>',
};
/** With the gap before the name. */
const MARK_WIDTH = 22;

/** In pixels. */
const MARGIN = 32;
const GAP = 16;
const COLUMN_WIDTH = 260;
const INSET = 12;
const HEADING = { size: 18, line: 24 };
const TEXT = { size: 16, line: 22 };
/** Between a heading and the number beside it, and how much wider their bold characters are. */
const COUNT_GAP = 18;
const BOLD = 1.12;

/** As many columns stand beside each other; more begin another row. */
const COLUMNS_IN_A_ROW = 5;

/**
 * How wide a character is at most in most texts, as a share of its size: nothing is measured here, so that the same
 * board is the same picture everywhere. What is wider is cut nowhere; it only reaches nearer to the edge.
 */
const CHARACTER_WIDTH = 0.56;

/** A board as an SVG image that needs nothing from elsewhere: groups, their names and their cards. */
export function boardPicture(title: string, columns: readonly PicturedColumn[]): string {
  const parts: string[] = [];
  let top = MARGIN + HEADING.line;
  for (let at = 0; at < columns.length; at += COLUMNS_IN_A_ROW) {
    const row = columns.slice(at, at + COLUMNS_IN_A_ROW).map(laidOut);
    const height = Math.max(...row.map((column) => column.height));
    for (const [n, column] of row.entries()) {
      const left = MARGIN + n * (COLUMN_WIDTH + GAP);
      parts.push(`<g transform="translate(${left} ${top + GAP})">${column.draw(height)}</g>`);
    }
    top += height + GAP;
  }
  const across = Math.min(Math.max(columns.length, 1), COLUMNS_IN_A_ROW);
  const width = 2 * MARGIN + across * COLUMN_WIDTH + (across - 1) * GAP;
  const height = top + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3', system-ui, sans-serif" fill="${PICTURE_COLOURS.ink}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PICTURE_COLOURS.paper}"/>`,
    text([title], { x: MARGIN, y: MARGIN, ...HEADING, bold: true }),
    ...parts,
    "</svg>",
  ].join("\n");
}

interface LaidOut {
  height: number;
  /** As high as the highest of its row. */
  draw(height: number): string;
}

function laidOut(column: PicturedColumn): LaidOut {
  const { name, colour, cards, count = `${cards.length}` } = column;
  const inner = COLUMN_WIDTH - 2 * INSET;
  const mark = colour === null ? 0 : MARK_WIDTH;
  const beside = COUNT_GAP + count.length * HEADING.size * BOLD * CHARACTER_WIDTH;
  const heading = wrapped(name, inner - beside - mark, HEADING.size * BOLD);
  const drawn: string[] = [];
  let y = INSET + heading.length * HEADING.line;
  for (const card of cards) {
    const lines = wrapped(card.text, inner - 2 * INSET, TEXT.size);
    const all = card.dots === null ? lines.length : lines.length + 1;
    const height = all * TEXT.line + 2 * INSET;
    drawn.push(
      `<rect x="${INSET}" y="${y + INSET}" width="${inner}" height="${height}" rx="14" fill="${PICTURE_COLOURS.surface}" stroke="${PICTURE_COLOURS.line}"/>`,
      text(lines, { x: 2 * INSET, y: y + 2 * INSET, ...TEXT }),
      ...(card.dots === null
        ? []
        : [dotsLine(card.dots, y + 2 * INSET + lines.length * TEXT.line)]),
    );
    y += height + INSET;
  }
  return {
    height: y + INSET,
    draw: (height) =>
      [
        `<rect width="${COLUMN_WIDTH}" height="${height}" rx="14" fill="${PICTURE_COLOURS.sunken}"/>`,
        ...(colour === null
          ? []
          : [
              `<rect x="14" width="${COLUMN_WIDTH - 28}" height="4" fill="${PICTURE_COLOURS[colour]}"/>`,
              `<g fill="none" stroke="${PICTURE_COLOURS[colour]}" stroke-width="2" transform="translate(${INSET} ${INSET + 3})">${MARKS[colour]}</g>`,
            ]),
        text(heading, { x: INSET + mark, y: INSET, ...HEADING, bold: true }),
        `<text x="${COLUMN_WIDTH - INSET}" y="${INSET + HEADING.size}" font-size="${HEADING.size}" font-weight="600" text-anchor="end">${escaped(count)}</text>`,
        ...drawn,
      ].join(""),
  };
}

/** A dot, and how many there are: below a card's text. */
const dotsLine = (dots: string, y: number): string =>
  `<circle cx="${2 * INSET + 5}" cy="${y + TEXT.line / 2 + 1}" r="5" fill="${PICTURE_COLOURS.green}"/>${text([dots], { x: 2 * INSET + 16, y, ...TEXT, bold: true })}`;

interface TextAt {
  x: number;
  y: number;
  size: number;
  line: number;
  bold?: boolean;
}

function text(lines: readonly string[], { x, y, size, line, bold = false }: TextAt): string {
  const spans = lines.map(
    (each, n) => `<tspan x="${x}" y="${y + n * line + size}">${escaped(each)}</tspan>`,
  );
  const weight = bold ? ' font-weight="600"' : "";
  return `<text font-size="${size}"${weight} xml:space="preserve">${spans.join("")}</text>`;
}

/** Lines of a text in this width: broken between words, and within what is longer than a line. */
function wrapped(content: string, width: number, size: number): string[] {
  const most = Math.max(1, Math.floor(width / (size * CHARACTER_WIDTH)));
  return content.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ").flatMap((each) => pieces(each, most))) {
      const last = lines.at(-1) ?? "";
      if (last === "") lines[lines.length - 1] = word;
      else if ([...last].length + 1 + [...word].length <= most) {
        lines[lines.length - 1] = `${last} ${word}`;
      } else lines.push(word);
    }
    return lines;
  });
}

function pieces(word: string, most: number): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += most) {
    parts.push(characters.slice(at, at + most).join(""));
  }
  return parts.length === 0 ? [""] : parts;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

const escaped = (content: string): string =>
  knownToXml(content).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
