import { dateFormat } from "@/lib/i18n/dates";
import type { SectionKey, SummaryBlock, SummaryBlocks, SummarySection } from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { type Measure, measuresOf } from "@/lib/summary/measures";
import { peopleOf } from "@/lib/summary/people-of";
import { type Wording, wordingOf } from "@/lib/summary/wording";
import type { Language } from "@/lib/words";

/** A series has four meetings, and more columns fit neither a sheet of paper nor a phone. */
export const SIDE_BY_SIDE_MAX = 4;

/** One alone lies beside nothing. */
export const SIDE_BY_SIDE_MIN = 2;

/** Sections with numbers, in which the same question may have been asked several times. */
const COMPARED = [
  "ratings",
  "shares",
  "shift",
  "practice",
  "process",
] as const satisfies SectionKey[];

/** Sections that stay a wall of what each meeting left, one below the other. */
const WALL = ["takeaway", "themes", "quotes"] as const satisfies SectionKey[];

/** A cell in which nothing is told. */
const NOTHING = "–";

/** The summary of one meeting as it is handed on, in every language. */
export type Meeting = Readonly<Record<Language, SummaryBlocks>>;

/**
 * Several meetings as one document: what at least two of them asked, in one table each, and what each left in words.
 * All of it stands in the summaries as they are handed on: nothing is added up, subtracted or paired, since people of
 * two meetings are not the same ones (decision 0080).
 *
 * Takes from `SIDE_BY_SIDE_MIN` to `SIDE_BY_SIDE_MAX` summaries, each in every language; they lie in the order of their
 * days. A question is the same one where its English words are: German says it with du and with Sie.
 */
export function sideBySide(held: readonly Meeting[], language: Language): SummaryBlocks {
  const inOrder = held.toSorted((one, other) =>
    compareDays(dayOf(one[language]), dayOf(other[language])),
  );
  const meetings = inOrder.map((meeting) => meeting[language]);
  const wording = wordingOf(language, "du");
  const { t } = wording;
  const columns = columnsOf(meetings, language);
  const sections: SummarySection[] = [
    { key: "head", title: null, blocks: headBlocks(meetings, columns, wording) },
  ];
  for (const key of WALL) addSection(sections, key, meetings, wall(key, meetings, columns));
  for (const key of COMPARED) {
    addSection(sections, key, meetings, compared(toldIn(key, inOrder, language), columns));
  }
  sections.push({
    key: "method",
    title: t("method"),
    blocks: [{ type: "paragraph", text: t("sideBySideMethod") }],
  });
  return {
    language,
    title: t("sideBySide"),
    fileName: `aufwind-${t("sideBySideFile")}-${meetings.map(dayOf).at(-1)}`,
    sections,
  };
}

/** ISO dates are in their order as text. */
const compareDays = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** What heads each meeting's column: its day, and which of several on one day. */
function columnsOf(meetings: readonly SummaryBlocks[], language: Language): string[] {
  const format = dateFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const days = meetings.map((each) => format.format(new Date(`${dayOf(each)}T00:00:00Z`)));
  return days.map((day, at) => {
    const sameDay = days.flatMap((other, index) => (other === day ? [index] : []));
    return sameDay.length === 1 ? day : `${day} (${sameDay.indexOf(at) + 1})`;
  });
}

/** Which workshops these are, and how many were in each. */
function headBlocks(
  meetings: readonly SummaryBlocks[],
  columns: readonly string[],
  { t }: Wording,
): SummaryBlock[] {
  const people = meetings.map(peopleOf);
  return [
    {
      type: "table",
      head: [t("sideBySideWorkshop"), t("sideBySideDay"), t("people")],
      rows: meetings.map(({ title }, at) => [
        title,
        columns[at] ?? "",
        people[at]?.value ?? NOTHING,
      ]),
      numbers: people.map((each) => [null, null, each?.number ?? null]),
    },
  ];
}

function addSection(
  sections: SummarySection[],
  key: SectionKey,
  meetings: readonly SummaryBlocks[],
  blocks: SummaryBlock[],
): void {
  const found = meetings.flatMap((summary) => only(key, summary).sections)[0];
  if (found && blocks.length > 0) sections.push({ key, title: found.title, blocks });
}

/** A summary of one section. */
const only = (key: SectionKey, summary: SummaryBlocks): SummaryBlocks => ({
  ...summary,
  sections: summary.sections.filter((section) => section.key === key),
});

/** What each meeting left in one section, below its day; headings within are lines there, and no note is kept. */
function wall(
  key: SectionKey,
  meetings: readonly SummaryBlocks[],
  columns: readonly string[],
): SummaryBlock[] {
  return meetings.flatMap((summary, at): SummaryBlock[] => {
    const blocks = only(key, summary)
      .sections.flatMap((section) => section.blocks)
      .flatMap(asLeft);
    return blocks.length === 0 ? [] : [{ type: "heading", text: columns[at] ?? "" }, ...blocks];
  });
}

function asLeft(block: SummaryBlock): SummaryBlock[] {
  switch (block.type) {
    case "takeaway":
      return block.text === "" ? [] : [{ type: "paragraph", text: block.text }];
    case "heading":
      return [{ type: "paragraph", text: block.text }];
    case "note":
      return [];
    default:
      return [block];
  }
}

const questionOf = ({ question, group }: Measure) =>
  [question, group].filter((part) => part !== null).join(" · ");

/** A measure in the words that are shown, and what tells whether another meeting has the same: question and label. */
interface Told {
  measure: Measure;
  asked: string;
  label: string;
}

/** What each meeting tells in one section. */
function toldIn(key: SectionKey, meetings: readonly Meeting[], language: Language): Told[][] {
  const all = meetings.map((meeting) => ({
    shown: measuresOf(only(key, meeting[language])),
    english: measuresOf(only(key, meeting.en)),
  }));
  // Where a language has other parts, or another order, only the words that are shown can tell.
  const isParallel = all.every(
    ({ shown, english }) =>
      shown.length === english.length &&
      shown.every(({ value }, at) => value === english[at]?.value),
  );
  return all.map(({ shown, english }) =>
    shown.map((measure, at) => {
      const same = (isParallel ? english[at] : undefined) ?? measure;
      return { measure, asked: questionOf(same), label: same.label };
    }),
  );
}

/** What is the same in several meetings, where the first one that has it has it, and in its words. */
function inFirstWords(same: readonly (readonly [key: string, words: string])[]) {
  const first = new Map<string, string>();
  for (const [key, words] of same) if (!first.has(key)) first.set(key, words);
  return first;
}

/** One table for each question that at least two meetings asked, and below it why something is missing. */
function compared(
  meetings: readonly (readonly Told[])[],
  columns: readonly string[],
): SummaryBlock[] {
  const all = meetings.flat();
  const questions = inFirstWords(all.map(({ asked, measure }) => [asked, questionOf(measure)]));
  return [...questions].flatMap(([key, question]): SummaryBlock[] => {
    const asked = meetings.map((told) => told.filter((each) => each.asked === key));
    if (asked.filter((each) => each.length > 0).length < SIDE_BY_SIDE_MIN) return [];
    const isRow = ({ measure }: Told) => measure.label !== "" || measure.value !== null;
    const labels = inFirstWords(
      asked
        .flat()
        .filter(isRow)
        .map(({ label, measure }) => [label, measure.label]),
    );
    const rows = [...labels].map(([label, words]) => ({
      words,
      cells: asked.map((each) => each.find((told) => isRow(told) && told.label === label)?.measure),
    }));
    const table: SummaryBlock = {
      type: "table",
      head: ["", ...columns],
      rows: rows.map(({ words, cells }) => [
        words,
        ...cells.map((cell) => cell?.reading ?? NOTHING),
      ]),
      numbers: rows.map(({ cells }) => [null, ...cells.map((cell) => cell?.value ?? null)]),
    };
    const notes = asked.flatMap((each, at) =>
      each.flatMap((told): SummaryBlock[] =>
        isRow(told) ? [] : [{ type: "note", text: `${columns[at]}: ${told.measure.reading}` }],
      ),
    );
    const heading: SummaryBlock[] = question === "" ? [] : [{ type: "heading", text: question }];
    return [...heading, ...(labels.size === 0 ? [] : [table]), ...notes];
  });
}
