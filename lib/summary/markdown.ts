import { asPlainBlocks, type PlainBlock, type SummaryBlocks } from "@/lib/summary/blocks";

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

function oneLine(text: string): string {
  // Control characters and those that turn the reading direction have no business in a file.
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/).map(escapeMarkdown);

/** The summary as a Markdown file, from the same blocks as the page. */
export function toMarkdown(summary: SummaryBlocks): string {
  const parts = [`# ${escapeMarkdown(summary.title)}`];
  for (const { title, blocks } of summary.sections) {
    const written = blocks.flatMap(asPlainBlocks).flatMap(blockLines);
    // A takeaway that was never written leaves no empty heading behind.
    if (written.length === 0) continue;
    if (title !== null) parts.push(`## ${escapeMarkdown(title)}`);
    parts.push(...written);
  }
  return `${parts.join("\n\n")}\n`;
}

/** Paragraphs of one block. */
function blockLines(block: PlainBlock): string[] {
  switch (block.type) {
    case "heading":
      return [`### ${escapeMarkdown(block.text)}`];
    case "paragraph":
      return [escapeMarkdown(block.text)];
    case "note":
      return [`*${escapeMarkdown(block.text)}*`];
    case "takeaway":
      return linesOf(block.text).filter((line) => line !== "");
    case "facts":
      return [
        block.facts
          .map(({ label, value }) => `- ${escapeMarkdown(label)}: ${escapeInside(value)}`)
          .join("\n"),
      ];
    case "quotes":
      return block.quotes.map((quote) =>
        linesOf(quote)
          .map((line) => `> ${line}`.trimEnd())
          .join("\n"),
      );
    case "bars":
      return [
        ...(block.caption === null ? [] : [escapeMarkdown(block.caption)]),
        block.bars
          .map(({ label, reading }) => `- ${escapeMarkdown(label)} (${escapeInside(reading)})`)
          .join("\n"),
      ];
    case "table":
      return [
        [block.head, block.head.map(() => "---"), ...block.rows]
          .map(
            (row, index) =>
              `| ${row.map((cell) => (index === 1 ? cell : escapeInside(cell))).join(" | ")} |`,
          )
          .join("\n"),
      ];
    case "list":
      return [block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")];
  }
}
