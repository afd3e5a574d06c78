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

/** So many columns stand beside each other where there are as many; how many more do, `inRows` says. */
const COLUMNS_IN_A_ROW_MIN = 4;

/** As wide as most screens are for their height, and a sheet of paper nearly. */
const ASPECT = 1.6;

/**
 * How wide characters are, as a share of their size: nothing is measured here, so that the same board is the same picture
 * everywhere. A little more than in Source Sans, since other fonts stand in where that is not installed. What is wider is cut
 * nowhere; it only reaches nearer to the edge.
 */
const CHARACTER_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI|'’.,:;!]/, 0.28],
  [/[ftr()[\]/\\ "„“”\-–]/, 0.36],
  [/[mwMW@%—…]/, 0.92],
  [/\p{Extended_Pictographic}|[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uff00-\uff60]/u, 1.1],
  [/\p{Lu}/u, 0.7],
];
const OTHER_CHARACTERS = 0.56;

/** A board as an SVG image that needs nothing from elsewhere: groups, their names and their cards. */
export function boardPicture(title: string, columns: readonly PicturedColumn[]): string {
  const parts: string[] = [];
  const rows = inRows(columns.map(laidOut));
  const { width } = sizeOf(rows);
  const heading = wrapped(title, width - 2 * MARGIN, HEADING.size * BOLD);
  let top = MARGIN + heading.length * HEADING.line;
  for (const row of rows) {
    const height = heightOf(row);
    for (const [n, column] of row.entries()) {
      const left = MARGIN + n * (COLUMN_WIDTH + GAP);
      parts.push(`<g transform="translate(${left} ${top + GAP})">${column.draw(height)}</g>`);
    }
    top += height + GAP;
  }
  const height = top + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Source Sans 3', system-ui, sans-serif" fill="${PICTURE_COLOURS.ink}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PICTURE_COLOURS.paper}"/>`,
    text(heading, { x: MARGIN, y: MARGIN, ...HEADING, bold: true }),
    ...parts,
    "</svg>",
  ].join("\n");
}

interface LaidOut {
  height: number;
  /** As high as the highest of its row. */
  draw(height: number): string;
}

const heightOf = (row: readonly LaidOut[]): number =>
  Math.max(...row.map((column) => column.height));

/** How large a picture with these rows is below a title of one line. */
function sizeOf(rows: readonly (readonly LaidOut[])[]): { width: number; height: number } {
  const across = Math.max(1, ...rows.map((row) => row.length));
  const high = rows.reduce((sum, row) => sum + heightOf(row) + GAP, 0);
  return {
    width: 2 * MARGIN + across * COLUMN_WIDTH + (across - 1) * GAP,
    height: 2 * MARGIN + HEADING.line + high,
  };
}

/** Columns in rows as even as can be, as many beside each other as bring the picture nearest to `ASPECT`. */
function inRows(columns: readonly LaidOut[]): LaidOut[][] {
  const least = Math.min(COLUMNS_IN_A_ROW_MIN, columns.length);
  const ways = Array.from({ length: columns.length - least + 1 }, (_, more) => {
    const rows = Math.ceil(columns.length / Math.max(1, least + more));
    const across = Math.ceil(columns.length / rows) || 1;
    return Array.from({ length: rows }, (__, row) =>
      columns.slice(row * across, (row + 1) * across),
    );
  });
  const awayFromAspect = (rows: readonly (readonly LaidOut[])[]): number => {
    const { width, height } = sizeOf(rows);
    return Math.abs(Math.log(width / height / ASPECT));
  };
  const [best = []] = ways.toSorted((one, other) => awayFromAspect(one) - awayFromAspect(other));
  return best;
}

function laidOut(column: PicturedColumn): LaidOut {
  const { name, colour, cards, count = `${cards.length}` } = column;
  const inner = COLUMN_WIDTH - 2 * INSET;
  const mark = colour === null ? 0 : MARK_WIDTH;
  const beside = COUNT_GAP + widthOf(count) * HEADING.size * BOLD;
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

/** How wide a text is, as a share of its size. */
const widthOf = (content: string): number =>
  Array.from(
    content,
    (character) => CHARACTER_WIDTHS.find(([like]) => like.test(character))?.[1] ?? OTHER_CHARACTERS,
  ).reduce((sum, each) => sum + each, 0);

/** Lines of a text in this width: broken between words, and within what is longer than a line. */
function wrapped(content: string, width: number, size: number): string[] {
  const most = width / size;
  return content.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ").flatMap((each) => pieces(each, most))) {
      const last = lines.at(-1) ?? "";
      if (last === "") lines[lines.length - 1] = word;
      else if (widthOf(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** A word in parts that each fit on a line, with a hyphen between two letters; but an address has none of ours. */
function pieces(word: string, most: number): string[] {
  if (widthOf(word) <= most) return [word];
  const characters = [...word];
  let fitting = 1;
  while (widthOf(`${characters.slice(0, fitting + 1).join("")}-`) <= most) fitting += 1;
  const end = ADDRESS.test(word)
    ? breakBehindSign(characters, fitting)
    : breakBeforeSyllable(characters, fitting);
  const [last = "", next = ""] = characters.slice(end - 1, end + 1);
  const isWithin = !ADDRESS.test(word) && LETTER.test(last) && LETTER.test(next);
  const first = characters.slice(0, end).join("");
  return [isWithin ? `${first}-` : first, ...pieces(characters.slice(end).join(""), most)];
}

const ADDRESS = /[/@_=]|\p{L}\.\p{L}/u;
const LETTER = /\p{L}/u;
const VOWEL = /[aeiouyäöü]/i;
/** One sound, written with two letters. */
const DIGRAPH = /^(?:[cspt]h|ck)$/i;

/** So far back a better place to break is looked for. */
const LOOK_BACK = 8;

/** Places at which a word could go on in the next line, from where the line is full back to the nearest other. */
const placesBack = (fitting: number): number[] =>
  Array.from({ length: LOOK_BACK }, (_, back) => fitting - back).filter((at) => at > 1);

function breakBehindSign(characters: readonly string[], fitting: number): number {
  const isSign = (at: number) => /[-/?&=_.]/.test(characters[at - 1] ?? "");
  return placesBack(fitting).find(isSign) ?? fitting;
}

function breakBeforeSyllable(characters: readonly string[], fitting: number): number {
  const begins = (at: number): boolean => {
    const [before = "", here = "", after = ""] = characters.slice(at - 1, at + 2);
    if (before === "-") return true;
    const isConsonant = LETTER.test(here) && !VOWEL.test(here);
    return LETTER.test(before) && isConsonant && VOWEL.test(after) && !DIGRAPH.test(before + here);
  };
  return placesBack(fitting).find(begins) ?? fitting;
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

const escaped = (content: string): string =>
  knownToXml(content).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
