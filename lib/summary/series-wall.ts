import type {
  SectionKey,
  ShiftFigure,
  SummaryBlock,
  SummaryBlocks,
  SummarySection,
} from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { peopleOf } from "@/lib/summary/people-of";
import { wordingOf } from "@/lib/summary/wording";

/** What hangs on the wall: what a meeting left in words, what it found in common, and how it moved. */
const HANGING: ReadonlySet<SectionKey> = new Set(["takeaway", "themes", "quotes", "shift"]);

/** What remained of one meeting. */
export interface WallSheet {
  /** Of its session. */
  id: string;
  /** Of the workshop. */
  title: string;
  /** In words. */
  day: string;
  /** How many were there, as its summary says it; null where it says nothing of that. */
  people: { label: string; value: string } | null;
  /** Blocks of its summary as they are; none where nothing of it can hang on a wall. */
  sections: SummarySection[];
}

/**
 * What remained of each meeting of a series, oldest first, out of their summaries in one language as they are handed
 * on. Whole blocks or nothing: no number is made, changed or taken from anywhere else (decision 0128). What a summary only
 * says is missing is left out; why, stands there.
 */
export const seriesWall = (
  meetings: readonly { id: string; handedOn: SummaryBlocks }[],
): WallSheet[] =>
  meetings
    .toSorted((one, other) => compareDays(dayOf(one.handedOn), dayOf(other.handedOn)))
    .map(({ id, handedOn: summary }) => {
      const people = peopleOf(summary);
      return {
        id,
        title: summary.title,
        day: wordingOf(summary.language, "du").day(dayOf(summary)),
        people: people ? { label: people.label, value: people.value } : null,
        sections: summary.sections.flatMap((section) => {
          const blocks = section.blocks.filter(isTold);
          return HANGING.has(section.key) && blocks.some(saysSomething)
            ? [{ ...section, blocks }]
            : [];
        }),
      };
    });

/** ISO dates are in their order as text; of one day, the one that was held first stays first. */
const compareDays = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Whether a block says anything, and not that it has nothing to say. */
const isTold = (block: SummaryBlock): boolean =>
  block.type === "shift" ? isShown(block) : block.type !== "takeaway" || block.text !== "";

const isShown = ({ medians, directions, bands }: ShiftFigure): boolean =>
  medians !== null || directions !== null || bands !== null;

/** A heading with nothing below it, and why something is missing, are no reason for a sheet. */
const saysSomething = ({ type }: SummaryBlock): boolean => type !== "note" && type !== "heading";
