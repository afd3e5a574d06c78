import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { toDocx } from "@/exports/docx";
import { toPdf } from "@/exports/pdf";
import { toPptx } from "@/exports/pptx";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { K_SCORES } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { toCsv } from "@/lib/summary/csv";
import { measuresOf } from "@/lib/summary/measures";
import { textFormats } from "@/lib/summary/text-formats";
import { LARGE_PEOPLE, largeSummaryOf } from "@/lib/testing/large-summary";
import { hasPoppler, unbroken, wordsOfPdf } from "@/lib/testing/poppler";
import { heldAndCounted } from "@/lib/testing/submitted";
import { workshops } from "@/lib/workshops/registry";

const root = fileURLToPath(new URL("..", import.meta.url));

const bare = (text: string): string => text.replace(/\s+/g, "");

/** All words of an Office file. */
const wordsIn = (file: Buffer): string =>
  bare(
    Object.entries(unzipSync(file))
      .filter(([name]) => /(document|slide\d+)\.xml$/.test(name))
      .map(([, part]) => strFromU8(part).replace(/<[^>]*>/g, ""))
      .join("")
      .replace(/&(lt|gt|amp|quot|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity),
  );

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
};

/** In a room of so many people something that they chose is told of each workshop. */
const MANY = 30;

const rooms = [
  ...workshops.map((plan) => ({ name: `${plan.id}, nobody`, plan, count: 0 })),
  ...workshops.map((plan) => ({ name: `${plan.id}, a small group`, plan, count: 3 })),
  ...workshops.map((plan) => ({ name: `${plan.id}, 30 people`, plan, count: MANY })),
  ...workshops.map((plan) => ({ name: `${plan.id}, 1000 people`, plan, count: LARGE_PEOPLE })),
];

/** A thousand people are played one after the other, on a machine with other work. */
const TIMEOUT_MS = 5 * 60_000;

it.each(rooms)(
  "files of $name say what its page says",
  async ({ plan, count }) => {
    const { session, submitted, chosen } = heldAndCounted(plan, count, {
      smallGroup: count === 3,
    });
    // Of fewer than k nothing is told.
    expect(submitted.length > 0).toBe(count >= K_SCORES);
    for (const language of ["de", "en"] as const) {
      const summary = summarise(session.state, {
        ...{ language, day: "2026-11-26", joined: count, takeaway: "" },
        contacts: seedHelpContacts,
      });
      const { data } = Papa.parse<string[]>(toCsv(summary), {
        newline: "\r\n",
        skipEmptyLines: true,
      });
      const measures = measuresOf(summary);
      // What people sent is what a reader of tables finds: the words in which it stands are German.
      for (const { question, label, count: sent } of language === "de" ? submitted : []) {
        expect(
          data.filter(
            ([, asked, group, what, value]) =>
              (question === null || asked === question || group === question) &&
              (label === null ? what === "" : what === label) &&
              value === String(sent),
          ),
        ).not.toEqual([]);
      }
      // Views and buckets, where a number stands beside them, have the one that was sent.
      const told = data.flatMap(([, asked, , what, value]) => {
        const counts = chosen
          .filter(({ question, label }) => label === what && (question ?? asked) === asked)
          .map((each) => String(each.count));
        return counts.length === 0 || value === "" ? [] : [{ what, value, counts }];
      });
      for (const { what, value, counts } of told) {
        expect([what, counts]).toEqual([what, expect.arrayContaining([value])]);
      }
      if (language === "de") expect(told.length > 0).toBe(count >= MANY);
      expect(data.slice(1).map((row) => row[4])).toEqual(
        measures.map(({ value }) => (value === null ? "" : String(value))),
      );
      const files = [wordsIn(await toDocx(summary, root)), wordsIn(await toPptx(summary, root))];
      for (const { label, reading } of measures) {
        for (const words of files) {
          expect(words).toContain(bare(label));
          expect(words).toContain(bare(reading));
        }
      }
      const pdf = await toPdf(summary, root);
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      if (!hasPoppler) continue;
      const words = wordsOfPdf(pdf);
      for (const { label, reading } of measures) {
        // A quarter is called by both of its axes, which stand at its edges.
        for (const part of label.split(", ")) expect(words).toContain(unbroken(part));
        expect(words).toContain(unbroken(reading));
      }
    }
  },
  TIMEOUT_MS,
);

it.each(workshops.map((plan) => ({ name: plan.id, plan })))(
  "files of $name hold all of 2,000 cards of 1,000 people",
  async ({ plan }) => {
    const summary = largeSummaryOf(plan);
    const quotes = summary.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "quotes" ? block.quotes : [])),
    );
    expect(quotes).toHaveLength(2_000);
    const texts = Object.values(textFormats).map(({ render }) => bare(render(summary)));
    const files = [wordsIn(await toDocx(summary, root)), wordsIn(await toPptx(summary, root))];
    // A table of numbers has no quotes.
    const withQuotes = [...files, ...texts.filter((text) => text.includes(bare(quotes[0] ?? "")))];
    expect(withQuotes.length).toBeGreaterThan(files.length);
    for (const words of withQuotes) {
      expect(quotes.filter((quote) => !words.includes(bare(quote)))).toEqual([]);
    }
    expect((await toPdf(summary, root)).subarray(0, 5).toString()).toBe("%PDF-");
  },
  TIMEOUT_MS,
);
