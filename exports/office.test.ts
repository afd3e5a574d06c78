import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { payloads } from "@/attack/web/payloads";
import { toDocx } from "@/exports/docx";
import { toPptx } from "@/exports/pptx";
import { linesOf } from "@/lib/one-line";
import { measuresOf } from "@/lib/summary/measures";
import { keptSummaries, summaryFullOf } from "@/lib/testing/kept-summaries";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a strict reader finds in an Office file. */
interface Found {
  text: string;
  pictures: number;
  withoutAlt: number;
  /** Addresses that a program would open. */
  links: string[];
  elements: Set<string>;
}

/** Reads every part of an Office file; throws where one isn't XML. */
function read(file: Buffer): Found {
  const found: Found = { text: "", pictures: 0, withoutAlt: 0, links: [], elements: new Set() };
  for (const [name, content] of Object.entries(unzipSync(file))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    let inPicture = false;
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.on("opentag", ({ name: tag, attributes }) => {
      found.elements.add(tag);
      if (tag === "wp:docPr") look(attributes.descr);
      if (tag === "p:pic") inPicture = true;
      if (tag === "p:cNvPr" && inPicture) {
        look(attributes.descr);
        inPicture = false;
      }
      if (attributes.TargetMode === "External") found.links.push(attributes.Target ?? "");
    });
    parser.on("text", (text) => {
      found.text += text;
    });
    parser.write(strFromU8(content)).close();
  }
  return found;

  function look(alt: string | undefined) {
    found.pictures += 1;
    if (!alt) found.withoutAlt += 1;
  }
}

const bare = (text: string): string => text.replace(/\s+/g, "");

const wanted = ["v1/too-few, de", "v4/setback-lab, de", "v4/series-4, en"];
const kept = keptSummaries().filter(({ name }) => wanted.includes(name));
const formats = [
  ["docx", toDocx],
  ["pptx", toPptx],
] as const;

it("finds what it looks at", () => {
  expect(kept).toHaveLength(wanted.length);
});

describe.each(formats)("%s", (_, make) => {
  it.each(kept)("says what the page of $name says", async ({ summary }) => {
    const { text, withoutAlt, links } = read(await make(summary, root));
    const said = bare(text);
    for (const { label, reading } of measuresOf(summary)) {
      expect(said).toContain(bare(label));
      expect(said).toContain(bare(reading));
    }
    for (const { title, blocks } of summary.sections) {
      if (title && blocks[0]?.type !== "takeaway") expect(said).toContain(bare(title));
    }
    expect(withoutAlt).toBe(0);
    expect(links).toEqual([]);
  });

  it("takes what people write for words", async () => {
    const plain = read(await make(summaryFullOf("Wort"), root));
    for (const payload of payloads) {
      const { text, links, elements } = read(await make(summaryFullOf(payload), root));
      for (const line of linesOf(payload)) expect(bare(text)).toContain(bare(line));
      expect(links).toEqual([]);
      // Lines and directions are ours to make of it.
      const more = [...elements].filter((each) => !plain.elements.has(each));
      expect(more.filter((each) => !["w:br", "w:bidi", "w:rtl", "a:br"].includes(each))).toEqual(
        [],
      );
    }
  });

  it("has a picture in which there is one", async () => {
    expect(read(await make(summaryFullOf("Wort"), root)).pictures).toBeGreaterThan(5);
  });
});

/** How often each part of a file has this element with this attribute. */
function timesIn(file: Buffer, element: string, attribute: string, value: string): number[] {
  return Object.entries(unzipSync(file))
    .filter(([name]) => /^(word\/document|ppt\/slides\/slide\d+)\.xml$/.test(name))
    .map(([, content]) => {
      let times = 0;
      const parser = new SaxesParser();
      parser.on("opentag", ({ name, attributes }) => {
        if (name === element && attributes[attribute] === value) times += 1;
      });
      parser.write(strFromU8(content)).close();
      return times;
    });
}

describe.each(kept)("to whoever hears $name, or goes by its outline,", ({ summary }) => {
  const titled = summary.sections.filter(({ key, title }) => title && key !== "takeaway");

  it("a document has its sections as headings", async () => {
    const headings = timesIn(await toDocx(summary, root), "w:pStyle", "w:val", "Heading1");
    expect(headings).toEqual([titled.length]);
  });

  it("each slide has one title", async () => {
    const titles = timesIn(await toPptx(summary, root), "p:ph", "type", "title");
    expect(titles.length).toBeGreaterThan(titled.length);
    expect(new Set(titles)).toEqual(new Set([1]));
  });
});

it("is read strictly", () => {
  expect(() => new SaxesParser().write("<a>&</a>").close()).toThrow();
});
