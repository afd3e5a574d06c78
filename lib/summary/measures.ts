import {
  type BarsBlock,
  type Fold,
  folded,
  type RatingFigure,
  type SummaryBlock,
  type SummaryBlocks,
} from "@/lib/summary/blocks";

/** One thing that a summary tells: the number, and the words that say it. */
export interface Measure {
  /** Title of the section; null in the document's head. */
  section: string | null;
  /** What was asked, or the heading that it stands below. */
  question: string | null;
  /** Which of several like it: the caption of its bars, the column of its table. */
  group: string | null;
  label: string;
  /** Null where there are words alone: where nothing is told, they say why. */
  value: number | null;
  reading: string;
}

type Told = Omit<Measure, "section">;
type Fact = RatingFigure["answers"];

/** All numbers of a summary in its order, and what it says where one is missing. No quotes and no prose. */
export function measuresOf({ sections }: SummaryBlocks): Measure[] {
  return sections.flatMap(({ title, blocks }) => {
    let heading: string | null = null;
    return blocks.flatMap((block) => {
      if (block.type === "heading") heading = block.text;
      return toldBy(block).map((told) => ({
        section: title,
        ...told,
        question: told.question ?? heading,
      }));
    });
  });
}

const toldBy = (block: SummaryBlock): Told[] => folded(told, block);

const told: Fold<Told[]> = {
  heading: () => [],
  paragraph: ({ text, number }) => (number === undefined ? [] : [said(text, number)]),
  note: ({ text }) => [said(text)],
  takeaway: () => [],
  quotes: () => [],
  facts: ({ facts }) => facts.map(factOf),
  bars: (block) => ofBars(block),
  table: ({ head, rows, numbers }) =>
    rows.flatMap(([name = "", ...cells], row) =>
      cells.map((cell, at) => ({
        question: null,
        group: head[at + 1] ?? null,
        label: name,
        value: numbers?.[row]?.[at + 1] ?? null,
        reading: cell,
      })),
    ),
  list: ({ items, numbers }) =>
    numbers === undefined ? [] : items.map((item, at) => said(item, numbers[at])),
  rating: ({ question, ...rating }) => of(question, ofRating(rating)),
  ratingPair: ({ title, ratings, notes }) =>
    of(title, [
      ...ratings.flatMap((rating) =>
        ofRating(rating).map((each) => ({ ...each, group: rating.question })),
      ),
      ...notes.map((note) => said(note)),
    ]),
  shift: ({ question, people, medians, notes, directions, bands, mean }) =>
    of(question, [
      ...people.map(factOf),
      ...(medians ? [factOf(medians.before), factOf(medians.after)] : []),
      ...notes.map((note) => said(note)),
      ...(directions ? ofBars(directions) : []),
      ...(bands ? [...ofBars(bands.before), ...ofBars(bands.after)] : []),
      ...(mean === null ? [] : [said(mean)]),
    ]),
  shares: ({ question, shares, notes }) =>
    of(question, [
      ...shares.map(({ label, value, reading }) => counted(label, value, reading)),
      ...notes.map((note) => said(note)),
    ]),
  quarters: ({ question, quarters, notes }) =>
    of(question, [
      ...quarters.map(({ label, value, dots }) => counted(label, dots, value)),
      ...notes.map((note) => said(note)),
    ]),
};

const of = (question: string, each: readonly Told[]): Told[] =>
  each.map((told) => ({ ...told, question }));

const counted = (label: string, value: number | null, reading: string): Told => ({
  ...{ question: null, group: null },
  ...{ label, value, reading },
});

/** A sentence, with the number in it. */
const said = (reading: string, value: number | null = null): Told => counted("", value, reading);

const factOf = ({ label, value, number }: Fact): Told => counted(label, number ?? null, value);

const ofRating = ({
  answers,
  median,
  middleHalf,
}: Pick<RatingFigure, "answers" | "median" | "middleHalf">): Told[] =>
  [answers, median, middleHalf].map(factOf);

const ofBars = ({ caption, bars }: BarsBlock): Told[] =>
  bars.map(({ label, value, reading }) => ({
    ...counted(label, value, reading),
    group: caption,
  }));
