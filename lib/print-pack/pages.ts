import * as z from "zod/mini";
import { signShapes } from "@/lib/sign-shapes";

/**
 * The print pack as data: what a room needs on paper, in final words of one language. Kinds of activity say which pages
 * theirs need; how a page is drawn, `exports/print-pack.typ` knows.
 */

const text = z.string();
const ends = z.object({ low: text, high: text });

/** So many role cards are cut out of one sheet: each as large as a postcard. */
export const CARDS_PER_SHEET = 4;

const layout = z.discriminatedUnion("is", [
  /** Printed cards to cut out, `CARDS_PER_SHEET` on a sheet. */
  z.object({
    is: z.literal("cards"),
    cards: z.array(
      z.object({ label: text, name: text, lead: z.nullable(text), question: z.nullable(text) }),
    ),
  }),
  /** A group's sign, one on a sheet, to stand on a table. */
  z.object({ is: z.literal("sign"), letter: text, shape: z.enum(signShapes), called: text }),
  /** Places to put something into, beside or below each other. */
  z.object({
    is: z.literal("places"),
    prompt: text,
    places: z.array(z.object({ name: text, detail: z.nullable(text) })),
    note: z.nullable(text),
  }),
  /** Two axes with four quarters; or one line from end to end, where `up` is null. */
  z.object({
    is: z.literal("axes"),
    prompt: text,
    across: ends,
    up: z.nullable(ends),
    note: z.nullable(text),
  }),
  /** Questions from 0 to 10 to circle a number, each as often as it is asked. */
  z.object({
    is: z.literal("slips"),
    perSheet: z.int(),
    /** "Before" and "after"; empty where it is asked once. */
    times: z.array(text),
    questions: z.array(z.object({ prompt: text, ends })),
    /** What one writes down to remember what it was about; null where nothing is. */
    reminder: z.nullable(text),
    note: text,
  }),
  /** Cards to write on. `places` are ticked. */
  z.object({
    is: z.literal("blanks"),
    perSheet: z.int(),
    prompt: text,
    places: z.array(text),
    note: z.nullable(text),
  }),
  /** Dots to cut out or to stick, `each` for one person. */
  z.object({ is: z.literal("dots"), each: z.int(), note: text }),
  /** Lines to fill in for oneself. */
  z.object({
    is: z.literal("form"),
    perSheet: z.int(),
    prompt: text,
    fields: z.array(
      z.object({ label: text, hint: z.nullable(text), choices: z.array(text), lines: z.int() }),
    ),
    note: text,
  }),
]);

/** One sheet: what it is, how often it is needed, and what stands on it. */
export const printPage = z.object({
  name: text,
  copies: z.int(),
  layout,
});

const part = z.object({
  time: text,
  title: text,
  minutes: text,
  prompt: text,
  /** What to know before: the note on content, the way out. */
  notes: z.array(z.object({ label: text, text })),
  phases: z.array(z.object({ name: text, minutes: z.nullable(text), say: text, watchFor: text })),
  ifItStalls: text,
  debrief: z.array(text),
  talkInstead: text,
});

export const printPack = z.object({
  language: z.enum(["de", "en"]),
  /** Without an extension: lower case, ASCII. */
  fileName: text,
  title: text,
  purpose: text,
  /** How long it takes, from when to when, for how many. */
  facts: z.array(text),
  /** How people join, while they can; null for a plan that is no session yet. */
  join: z.nullable(z.object({ address: text, code: text, url: text })),
  agenda: z.array(z.object({ time: text, title: text, minutes: text })),
  parts: z.array(part),
  /** Sheets by the activity that needs them, in the plan's order. */
  sheets: z.array(z.object({ activity: text, ...printPage.shape })),
});

export type PrintLayout = z.infer<typeof layout>;
export type PrintPage = z.infer<typeof printPage>;
export type PrintPack = z.infer<typeof printPack>;

/** A dot's width on paper with the room around it, and what a sheet has, in millimetres. */
const DOT_MM = 17;
const SHEET_MM = { width: 190, height: 255 };

/** How dots for one person lie on a sheet: people beside each other, and rows. */
export function dotsOnSheet(each: number): { across: number; down: number } {
  return {
    across: Math.max(1, Math.floor(SHEET_MM.width / (each * DOT_MM + DOT_MM / 2))),
    down: Math.floor(SHEET_MM.height / (DOT_MM + 3)),
  };
}

/** How often a sheet is needed for so many. */
export const copiesFor = (count: number, perSheet: number): number =>
  Math.max(1, Math.ceil(count / perSheet));

/** The sheet of dots for a room in which each person has so many. */
export function dotsPage(
  { each, people }: { each: number; people: number },
  words: { name: string; note: string },
): PrintPage {
  const { across, down } = dotsOnSheet(each);
  return {
    name: words.name,
    copies: copiesFor(people, across * down),
    layout: { is: "dots", each, note: words.note },
  };
}
