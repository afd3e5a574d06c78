import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IBorderOptions,
  ImageRun,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { coloursOfPaper } from "@/exports/colours";
import { type Drawings, drawingsIn } from "@/exports/drawings";
import { type Pixels, pixelsOf } from "@/exports/png";
import { settled } from "@/exports/settled";
import { linesOf } from "@/lib/one-line";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { runsRightToLeft } from "@/lib/summary/direction";
import type { TellStep } from "@/lib/summary/document-steps";
import {
  foldedPiece,
  type Line,
  type Picture,
  type Piece,
  type PieceFold,
  type SheetBars,
  sheetOf,
} from "@/lib/summary/pieces";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** Fonts that every office has or replaces by one of equal widths: those of the look are hardly ever installed. */
const SANS = "Calibri";
const SERIF = "Georgia";

/** Half points. */
const SIZE = 21;
const SMALL = 18;

/** Twentieths of a point: an A4 page, its margins, and what is left between them. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_000 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Pixels of a picture that is as wide as half of the text. */
const PICTURE_WIDTH = 330;

interface Tools {
  colours: Readonly<Record<string, string>>;
  draw: Drawings;
  pixels(svg: string): Pixels | null;
}

/** The summary as a document to go on working with: headings, tables and lists are real ones. Equal bytes for equal summaries. */
export async function toDocx(
  summary: SummaryBlocks,
  root: string,
  tell: TellStep = () => {},
): Promise<Buffer> {
  const t = wordsOfFiles(summary.language);
  const colours = coloursOfPaper(root);
  const draw = drawingsIn(colours);
  const { sections, title } = sheetOf(summary);
  const fold = foldWith({ colours, draw, pixels: await pixelsOf(root) });
  const ink = hex(colours.ink);
  const ink2 = hex(colours["ink-2"]);
  const heading = { font: SERIF, color: ink, bold: false };
  const document = new Document({
    creator: t("common.appName"),
    lastModifiedBy: t("common.appName"),
    title: oneLineOf(title),
    description: t("summary.title"),
    styles: {
      default: {
        document: {
          run: {
            ...{ font: SANS, size: SIZE, color: ink },
            language: { value: summary.language === "de" ? "de-DE" : "en-GB" },
          },
          paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { ...heading, size: 44 }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { ...heading, size: 28 },
          paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
        },
        heading2: {
          run: { font: SANS, size: SIZE, color: ink, bold: true },
          paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: { config: [{ reference: DOTS, levels: [dots] }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              ...{ top: PAGE.margin, bottom: PAGE.margin },
              ...{ left: PAGE.margin, right: PAGE.margin },
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
                children: [
                  ...runsOf(`${title} · ${t("summary.foot")}`, { size: SMALL, color: ink2 }),
                  new TextRun({
                    ...{ size: SMALL, color: ink2 },
                    children: [
                      new Tab(),
                      `${t("exports.page")} `,
                      PageNumber.CURRENT,
                      " / ",
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            children: runsOf(`${t("common.appName")} · ${t("summary.title")}`, { color: ink2 }),
          }),
          written(title, { heading: HeadingLevel.TITLE }),
          ...sections.flatMap(({ key, title: name, number, pieces }, at) => {
            tell({ step: "section", at: at + 1, of: sections.length });
            return [
              ...(name === null || key === "takeaway"
                ? []
                : [
                    written(number === null ? name : `${number}  ${name}`, {
                      heading: HeadingLevel.HEADING_1,
                    }),
                  ]),
              ...pieces.flatMap((piece) => foldedPiece(fold, piece)),
            ];
          }),
        ],
      },
    ],
  });
  tell({ step: "together" });
  return Buffer.from(settled(await Packer.toBuffer(document), dayOf(summary)));
}

const DOTS = "dots";
const dots = {
  ...{ level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.START },
  style: { paragraph: { indent: { left: 320, hanging: 220 }, spacing: { after: 40 } } },
};

const hex = (colour: string | undefined): string => (colour ?? "#000000").slice(1);

const oneLineOf = (text: string): string => linesOf(text).join(" ");

/** Words as runs, a line below the other where there are several. */
const runsOf = (text: string, look: IRunOptions = {}): TextRun[] =>
  linesOf(text).map(
    (line, at) =>
      new TextRun({
        ...look,
        text: line,
        rightToLeft: runsRightToLeft(text),
        ...(at > 0 ? { break: 1 } : {}),
      }),
  );

/** Between words that are set apart; runs have none at their ends. */
const space = (times = 1): TextRun => new TextRun({ text: " ".repeat(times) });

type ParagraphLook = Omit<ConstructorParameters<typeof Paragraph>[0] & object, "children" | "text">;

/** A paragraph of words that somebody wrote: it runs as their first letter says. */
const written = (text: string, paragraph: ParagraphLook = {}, look: IRunOptions = {}): Paragraph =>
  new Paragraph({
    ...paragraph,
    bidirectional: runsRightToLeft(text),
    children: runsOf(text, look),
  });

function foldWith({ colours, draw, pixels }: Tools): PieceFold<FileChild[]> {
  const small = { size: SMALL, color: hex(colours["ink-2"]) };
  const hairline: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: hex(colours.line) };
  const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const noBorders = { top: none, bottom: none, left: none, right: none };
  const bordered = (colour: string | undefined) => ({
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: hex(colour) } },
    indent: { left: 200 },
  });
  const note = (text: string) => written(text, {}, small);
  const picture = (svg: string, alt: string, width: number | null = null): ImageRun[] => {
    const drawn = pixels(svg);
    if (!drawn) return [];
    const scale = width === null ? 1 : width / drawn.width;
    return [
      new ImageRun({
        type: "png",
        data: drawn.png,
        transformation: { width: drawn.width * scale, height: drawn.height * scale },
        altText: { name: oneLineOf(alt), title: "", description: oneLineOf(alt) },
      }),
    ];
  };
  const drawnOf = ({ drawn, alt }: Picture, width: number): Paragraph[] => {
    const runs = picture(draw.figure(drawn), alt, width);
    return runs.length === 0 ? [] : [new Paragraph({ keepNext: true, children: runs })];
  };
  const factsOf = (facts: readonly Line[]): Paragraph =>
    new Paragraph({
      children: facts.flatMap(({ label, value }, at) => [
        ...(at > 0 ? [space(3)] : []),
        ...runsOf(label, small),
        space(),
        ...runsOf(value, { size: SMALL, bold: true }),
      ]),
    });
  const tableOf = (widths: readonly number[], rows: TableRow[]): Table =>
    new Table({
      columnWidths: widths.map((share) => Math.round(share * TEXT_WIDTH)),
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
      rows,
    });
  const cell = (children: Paragraph[], borders: typeof noBorders = noBorders) =>
    new TableCell({
      children,
      borders,
      margins: { top: 30, bottom: 30, right: 120 },
    });
  const plain = { spacing: { after: 0 } };
  const barsOf = ({ caption, bars, isDashed }: SheetBars): FileChild[] => [
    ...(caption === null ? [] : [written(caption, { keepNext: true }, small)]),
    tableOf(
      [0.45, 0.27, 0.28],
      bars.map(
        ({ label, share, reading }) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell([written(label, plain)]),
              cell([
                new Paragraph({ ...plain, children: picture(draw.bar(share, isDashed), reading) }),
              ]),
              cell([written(reading, plain, { size: SMALL, bold: true })]),
            ],
          }),
      ),
    ),
    new Paragraph({ spacing: { after: 60 } }),
  ];
  const headingOf = (text: string) => written(text, { heading: HeadingLevel.HEADING_2 });
  const fold: PieceFold<FileChild[]> = {
    heading: ({ text }) => [headingOf(text)],
    case: ({ text }) => [
      written(text, { heading: HeadingLevel.HEADING_2, ...bordered(colours.line) }),
    ],
    paragraph: ({ text }) => [written(text)],
    note: ({ text }) => [note(text)],
    takeaway: ({ text }) => [written(text, bordered(colours.accent), { font: SERIF, size: 25 })],
    facts: ({ facts }) => [factsOf(facts)],
    quotes: ({ quotes }) => quotes.map((each) => written(each, bordered(colours.line))),
    list: ({ items }) =>
      items.map((item) => written(item, { numbering: { reference: DOTS, level: 0 } })),
    table: ({ head, rows }) => [
      tableOf(
        head.map((_, at) => (at === 0 ? 1 - 0.2 * (head.length - 1) : 0.2)),
        [head, ...rows].map(
          (cells, row) =>
            new TableRow({
              tableHeader: row === 0,
              cantSplit: true,
              children: cells.map((text, at) =>
                cell(
                  [
                    written(
                      text,
                      { ...plain, alignment: at === 0 ? AlignmentType.START : AlignmentType.END },
                      { bold: row === 0 },
                    ),
                  ],
                  { ...noBorders, bottom: hairline },
                ),
              ),
            }),
        ),
      ),
      new Paragraph({ spacing: { after: 60 } }),
    ],
    bars: barsOf,
    views: barsOf,
    counts: ({ counts }) => [
      new Paragraph({
        children: counts.flatMap(({ label, value }, at) => [
          ...(at > 0 ? [space(), ...runsOf("·"), space()] : []),
          ...runsOf(value, { bold: true }),
          space(),
          ...runsOf(label),
        ]),
      }),
    ],
    question: ({ question, drawings, ends, beside }) => [
      headingOf(question),
      written(ends.reading, { keepNext: true }, small),
      ...drawings.flatMap((each) => [
        ...(each.caption === null ? [] : [written(each.caption, { keepNext: true })]),
        ...drawnOf(each, PICTURE_WIDTH),
        ...(each.facts.length > 0 ? [factsOf(each.facts)] : []),
      ]),
      ...beside.flatMap((piece: Piece) => foldedPiece(fold, piece)),
    ],
    shares: ({ question, picture: bar, shares, notes }) => [
      headingOf(question),
      ...drawnOf(bar, 2 * PICTURE_WIDTH),
      ...shares.map(
        ({ label, reading, mark }) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [
              ...picture(draw.figure(mark), label, MARK),
              space(),
              ...runsOf(label),
              space(),
              ...runsOf(reading, { size: SMALL, bold: true }),
            ],
          }),
      ),
      ...notes.map(note),
    ],
    quarters: ({ question, across, up, quarters, notes }) => [
      headingOf(question),
      new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(up.high, small) }),
      tableOf(
        [0.5, 0.5],
        [quarters.slice(0, 2), quarters.slice(2)].map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: row.map(({ label, value, picture: drawn }) =>
                cell(
                  [
                    new Paragraph({
                      ...plain,
                      alignment: AlignmentType.CENTER,
                      children: [
                        ...(drawn ? picture(draw.figure(drawn.drawn), drawn.alt, SWARM) : []),
                        space(),
                        ...runsOf(`${label}:`, small),
                        space(),
                        ...runsOf(value, { bold: true }),
                      ],
                    }),
                  ],
                  { top: hairline, bottom: hairline, left: hairline, right: hairline },
                ),
              ),
            }),
        ),
      ),
      new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(up.low, small) }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...runsOf(across.low, small),
          new TextRun({ children: [new Tab()] }),
          ...runsOf(across.high, small),
        ],
      }),
      ...notes.map(note),
    ],
  };
  return fold;
}

/** Pixels of the mark before a share, and of the dots in a quarter. */
const MARK = 11;
const SWARM = 72;
