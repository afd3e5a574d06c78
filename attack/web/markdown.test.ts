import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { payloads } from "@/attack/web/payloads";
import type { SummaryBlock, SummaryBlocks } from "@/lib/summary/blocks";
import { toMarkdown } from "@/lib/summary/markdown";

/** As eager as a viewer can be: HTML passes through, and addresses become links by themselves. */
const parser = new MarkdownIt({ html: true, linkify: true, typographer: false });

/** A file in which every kind of block holds this text wherever people's words can stand. */
const fileOf = (text: string): string => {
  const blocks: SummaryBlock[] = [
    { type: "heading", text },
    { type: "paragraph", text },
    { type: "note", text },
    { type: "facts", facts: [{ label: text, value: text }] },
    { type: "quotes", quotes: [text, text] },
    { type: "bars", caption: text, bars: [{ label: text, value: 1, of: 2, reading: text }] },
    { type: "table", head: [text, text], rows: [[text, text]] },
    { type: "list", items: [text, text] },
  ];
  const summary: SummaryBlocks = {
    language: "de",
    title: text,
    fileName: "x",
    sections: [{ key: "quotes", title: text, blocks }],
  };
  return toMarkdown(summary);
};

/** What the parser makes of a file, without the text itself: how it is built. */
function structureOf(markdown: string): string[] {
  return parser
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => !["text", "text_special", "softbreak", "inline"].includes(type))
    .map(({ type, tag }) => `${type} ${tag}`);
}

const LINES = /\r\n|[\r\n]/;
const plain = structureOf(fileOf("x"));

/** Several lines make several paragraphs inside one quote; nothing else may come of them. */
const withoutParagraphs = (structure: string[]) =>
  structure.filter((each) => !each.startsWith("paragraph"));

test("the plain file has the structure that the others are compared with", () => {
  expect(plain).toContain("heading_open h3");
  expect(plain).toContain("table_open table");
  expect(plain).toContain("blockquote_open blockquote");
});

/** Found by random texts. */
const found = ["//4.9`x"];

test.each([...payloads, ...found])("what people write makes no structure: %j", (payload) => {
  expect(withoutParagraphs(structureOf(fileOf(payload)))).toEqual(withoutParagraphs(plain));
});

test("nothing that people could write makes structure", () => {
  const bit = fc.constantFrom(
    ..."`*_[]()<>|~#$^@{}&;:/\\!-+=.'\"0123456789 \nabchtpw".split(""),
    "http://",
    "www.",
    "&#60;",
    "a@b.de",
    "\t",
    "\u2028",
    "ü",
  );
  fc.assert(
    fc.property(
      fc.array(bit, { minLength: 1, maxLength: 24 }).map((bits) => `${bits.join("")}x`),
      (text) => {
        expect(withoutParagraphs(structureOf(fileOf(text)))).toEqual(withoutParagraphs(plain));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a file that escapes nothing is caught", () => {
  const raw = fileOf("x").replaceAll("x", "<b>x</b> [x](y)");
  expect(structureOf(raw)).not.toEqual(plain);
});

test("a takeaway stays paragraphs, and a reader sees what was written", () => {
  for (const payload of payloads) {
    const markdown = toMarkdown({
      language: "de",
      title: "x",
      fileName: "x",
      sections: [{ key: "takeaway", title: null, blocks: [{ type: "takeaway", text: payload }] }],
    });
    const tokens = parser
      .parse(markdown, {})
      .filter(({ type }) => !/^(heading|paragraph|inline)/.test(type));
    expect(tokens.map(({ type }) => type)).toEqual([]);
    const shown = parser.render(markdown).replace(/<[^>]*>/g, "");
    const word = payload.split(LINES)[0]?.match(/\p{L}{4,}/u)?.[0];
    if (word) expect(shown).toContain(word);
  }
});
