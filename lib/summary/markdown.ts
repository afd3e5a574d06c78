import { linesOf, oneLine } from "@/lib/one-line";
import {
  asPlainBlocks,
  type Fold,
  folded,
  type SummaryBlock,
  type SummaryBlocks,
} from "@/lib/summary/blocks";

/** Characters that could start markup anywhere in a line, HTML and its entities included. */
const MARKUP = /[\\`*_[\]<>|~#$^@{}]|&(?=#?\w+;)/g;

/**
 * Text as Markdown that shows exactly this text: no markup, no HTML, no link that a viewer would
 * make out of an address, no line that begins a list.
 */
export function escapeMarkdown(text: string): string {
  return escapeInside(text)
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+=]/, "\\$&");
}

/** The same for text that does not begin a line. */
function escapeInside(text: string): string {
  return (
    oneLine(text)
      .replace(MARKUP, "\\$&")
      .replace(/:(?=\/\/)/g, "\\:")
      // An address without its scheme is one, too.
      .replace(/\/(?=\/)/g, "\\/")
      .replace(/\bwww\./gi, (match) => match.replace(".", "\\."))
      .replace(/!(?=\\\[)/g, "\\!")
  );
}

/** The summary as a Markdown file, from the same blocks as the page. */
export function toMarkdown(summary: SummaryBlocks): string {
  const parts = [`# ${escapeMarkdown(summary.title)}`];
  for (const { title, blocks } of summary.sections) {
    const written = blocks.flatMap(paragraphsOf);
    // A takeaway that was never written leaves no empty heading behind.
    if (written.length === 0) continue;
    if (title !== null) parts.push(`## ${escapeMarkdown(title)}`);
    parts.push(...written);
  }
  return `${parts.join("\n\n")}\n`;
}

/** A chart in words. */
const inWords = (figure: SummaryBlock): string[] => asPlainBlocks(figure).flatMap(paragraphsOf);

/** Paragraphs of each block. */
const paragraphs: Fold<string[]> = {
  heading: ({ text }) => [`### ${escapeMarkdown(text)}`],
  paragraph: ({ text }) => [escapeMarkdown(text)],
  note: ({ text }) => [`*${escapeMarkdown(text)}*`],
  takeaway: ({ text }) =>
    linesOf(text)
      .filter((line) => line !== "")
      .map(escapeMarkdown),
  facts: ({ facts }) => [
    facts
      .map(({ label, value }) => `- ${escapeMarkdown(label)}: ${escapeInside(value)}`)
      .join("\n"),
  ],
  quotes: ({ quotes }) =>
    quotes.map((quote) =>
      linesOf(quote)
        .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
        .join("\n"),
    ),
  bars: ({ caption, bars }) => [
    ...(caption === null ? [] : [escapeMarkdown(caption)]),
    bars
      .map(({ label, reading }) => `- ${escapeMarkdown(label)} (${escapeInside(reading)})`)
      .join("\n"),
  ],
  table: ({ head, rows }) => {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const escaped = (cells: readonly string[]) => line(cells.map(escapeInside));
    return [[escaped(head), line(head.map(() => "---")), ...rows.map(escaped)].join("\n")];
  },
  list: ({ items }) => [items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")],
  rating: inWords,
  ratingPair: inWords,
  shift: inWords,
  shares: inWords,
  quarters: inWords,
};

const paragraphsOf = (block: SummaryBlock): string[] => folded(paragraphs, block);
