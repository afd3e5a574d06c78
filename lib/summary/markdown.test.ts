import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SummaryBlock } from "@/lib/summary/blocks";
import { escapeMarkdown, toMarkdown } from "@/lib/summary/markdown";

const fileOf = (...blocks: SummaryBlock[]) =>
  toMarkdown({
    language: "de",
    title: "Titel",
    fileName: "titel",
    sections: [{ key: "quotes", title: "Zitate", blocks }],
  });

describe("escapeMarkdown", () => {
  it.each([
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["[hier](https://x.example)", "\\[hier\\](https\\:\\//x.example)"],
    ["//x.example", "\\//x.example"],
    ["# Titel", "\\# Titel"],
    ["- Punkt", "\\- Punkt"],
    ["1. Punkt", "1\\. Punkt"],
    ["*fett* und _schräg_", "\\*fett\\* und \\_schräg\\_"],
    ["a|b", "a\\|b"],
    ["www.x.example", "www\\.x.example"],
    ["wer@x.example", "wer\\@x.example"],
    ["![Bild](x)", "\\!\\[Bild\\](x)"],
    ["&lt;b&gt; Müller & Söhne", "\\&lt;b\\&gt; Müller & Söhne"],
    ["zwei\nZeilen", "zwei Zeilen"],
    ["„Wir melden uns.“ Das war im August.", "„Wir melden uns.“ Das war im August."],
  ])("%s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it("leaves no markup, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const bare = escapeMarkdown(text).replace(/\\[^\p{L}\p{N}\s]/gu, "");
        expect(bare).not.toMatch(/[`*_[\]<>|~#]|&#?\w+;/);
        expect(escapeMarkdown(text)).not.toMatch(/\n/);
      }),
    );
  });
});

describe("toMarkdown", () => {
  it("keeps a quote with several lines one quote", () => {
    expect(fileOf({ type: "quotes", quotes: ["eins\n# zwei", "drei"] })).toBe(
      "# Titel\n\n## Zitate\n\n> eins\n> \\# zwei\n\n> drei\n",
    );
  });

  it("writes bars with their words and tables with their columns", () => {
    expect(
      fileOf(
        {
          type: "bars",
          caption: "Themen",
          bars: [{ label: "A", value: 3, of: 5, reading: "3 Karten" }],
        },
        { type: "table", head: ["a", "b"], rows: [["1", "2|3"]] },
      ),
    ).toBe(
      "# Titel\n\n## Zitate\n\nThemen\n\n- A (3 Karten)\n\n| a | b |\n| --- | --- |\n| 1 | 2\\|3 |\n",
    );
  });

  it("leaves no heading behind where nothing was written", () => {
    expect(fileOf({ type: "takeaway", text: "" })).toBe("# Titel\n");
  });
});
