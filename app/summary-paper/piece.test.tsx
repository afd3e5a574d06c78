import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PieceView } from "@/app/summary-paper/piece";
import {
  asPlainBlocks,
  type BarsBlock,
  type QuartersFigure,
  type RatingFigure,
  type RatingPairFigure,
  type SectionKey,
  type SharesFigure,
  type ShiftFigure,
  type SummaryBlock,
} from "@/lib/summary/blocks";
import { piecesOf } from "@/lib/summary/pieces";

/** A block as the page shows it in a section. */
const shown = (block: SummaryBlock, section: SectionKey = "shift"): string =>
  renderToStaticMarkup(
    piecesOf(section, block).map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <PieceView key={at} piece={piece} section={section} />
    )),
  );

const ends = { low: "gar nicht", high: "sehr", reading: "0 = gar nicht, 10 = sehr" };

const bars = (caption: string, ...values: number[]): BarsBlock => ({
  type: "bars",
  caption,
  bars: values.map((value, at) => ({
    label: `${caption} ${at}`,
    value,
    of: 12,
    reading: `${value} von 12`,
  })),
});

const shift: ShiftFigure = {
  type: "shift",
  question: "Wie persönlich nimmst du es?",
  ends,
  people: [
    { label: "Dabei", value: "14" },
    { label: "Beides geantwortet", value: "12" },
  ],
  medians: {
    before: { label: "Mittlerer Wert vorher", value: "7", at: 7 },
    after: { label: "Mittlerer Wert nachher", value: "5", at: 5 },
  },
  notes: [],
  directions: bars("Richtung", 7, 5),
  bands: { before: bars("Vorher", 3, 4, 5), after: bars("Nachher", 5, 4, 3) },
  mean: null,
};

const rating: RatingFigure = {
  type: "rating",
  question: "War es sicher genug?",
  ends,
  answers: { label: "Antworten", value: "6" },
  median: { label: "Mittlerer Wert", value: "9", at: 9 },
  middleHalf: { label: "Mittlere Hälfte", value: "7 bis 9", from: 7, to: 9 },
};

const { type: _, ends: __, ...guessed } = rating;
const pair: RatingPairFigure = {
  type: "ratingPair",
  title: "Zehn Anfragen",
  ends,
  ratings: [guessed, { ...guessed, question: "War es nützlich?" }],
  notes: ["Weit gestreut."],
};

type Figure = ShiftFigure | RatingFigure | RatingPairFigure;

describe("a question's chart", () => {
  it.each<[string, Figure]>([
    ["before and after", shift],
    [
      "nothing moved",
      {
        ...shift,
        medians: shift.medians && { ...shift.medians, after: { ...shift.medians.before } },
      },
    ],
    ["too few", { ...shift, medians: null, directions: null, bands: null, notes: ["Zu wenige."] }],
    ["a rating", rating],
    ["two questions on one scale", pair],
    [
      "one of which too few answered",
      { ...pair, ratings: [guessed], notes: ["Erlebt: Unter 5 Personen, wird nicht gezeigt."] },
    ],
    ["all of one mind", { ...rating, middleHalf: { ...rating.middleHalf, from: 9, to: 9 } }],
  ])("says what the file says: %s", (_, figure) => {
    const page = shown(figure);
    expect(page).not.toMatch(/NaN|undefined/);
    const said = page.replace(/<[^>]*>/g, "");
    for (const block of asPlainBlocks(figure)) {
      if (block.type === "heading" || block.type === "paragraph")
        expect(said).toContain(block.text);
      if (block.type === "facts") {
        for (const { label, value } of block.facts) expect(said).toContain(label + value);
      }
      if (block.type === "bars")
        for (const { value } of block.bars) expect(said).toContain(`${value}`);
      if (block.type === "note" && block.text !== ends.reading) expect(said).toContain(block.text);
    }
  });
});

const shares: SharesFigure = {
  type: "shares",
  question: "Wessen Anteil?",
  shares: ["Umstände", "Unfair", "Anderes"].map((label, at) => ({
    ...{ label, value: 10 + at, of: 33, reading: `${10 + at} Punkte` },
    isOther: at === 2,
  })),
  notes: ["Vermutungen, keine Urteile."],
};

const quarters: QuartersFigure = {
  type: "quarters",
  question: "Passt das Ziel noch?",
  across: { low: "kaum bei mir", high: "bei mir" },
  up: { low: "weniger wichtig", high: "sehr wichtig" },
  quarters: [7, null, 4, null].map((dots, at) => ({
    ...{ label: `Ecke ${at}`, value: dots === null ? "Anderes" : String(dots), dots },
  })),
  notes: ["In den anderen Ecken zusammen: 5."],
};

describe("what the room shared out or placed", () => {
  it.each<[string, SharesFigure | QuartersFigure]>([
    ["shares", shares],
    ["nothing but what is left over", { ...shares, shares: shares.shares.slice(2) }],
    ["quarters", quarters],
    [
      "on how many maps",
      { ...quarters, quarters: quarters.quarters.map((each) => ({ ...each, dots: null })) },
    ],
  ])("says what the file says: %s", (_, figure) => {
    const page = shown(figure);
    expect(page).not.toMatch(/NaN|undefined/);
    const said = page.replace(/<[^>]*>/g, "").replaceAll(": ", "");
    for (const block of asPlainBlocks(figure)) {
      if (block.type === "heading" || block.type === "note") {
        expect(said).toContain(block.text.replaceAll(": ", ""));
      }
      if (block.type === "facts") {
        for (const { label, value } of block.facts) expect(said).toContain(label + value);
      }
      if (block.type === "bars") {
        for (const { label, reading } of block.bars) expect(said).toContain(`${label} ${reading}`);
      }
    }
  });

  it("draws a dot for each thing in a quarter, and outlines what is left over", () => {
    const drawn = shown(quarters);
    expect(drawn.match(/<circle/g)).toHaveLength(11);
    const bar = shown(shares);
    // In the bar, and beside its words.
    expect(bar.match(/stroke-dasharray/g)).toHaveLength(2);
  });
});

describe("views", () => {
  it("stand beside their votes, in their own direction", () => {
    const page = shown(bars("Sicht", 9, 0), "cases");
    expect(page).toMatch(/dir="auto">Sicht 0<\/p>.*75%.*9 von 12.*Sicht 1.*0%.*0 von 12/);
  });
});
