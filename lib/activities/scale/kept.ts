import * as z from "zod/mini";
import { contentOf, type Kept, type KeptEntry } from "@/lib/activities/kept";
import type { ScaleItem, ScaleSettings } from "@/lib/activities/scale/schema";
import { score } from "@/lib/activities/score-schema";
import { words } from "@/lib/words";

const scores = z.object({ chosen: z.record(z.string(), z.nullable(score)) });

/** The scores of one asking, by item; null where one was left open. Those of a first asking stay here for the second. */
export const ownScores: Kept<z.infer<typeof scores>> = {
  kind: "scale",
  phase: "ask",
  missedAt: "result",
  content: scores,
  nothing: { chosen: {} },
  upcasts: [],
};

const word = z.object({ word: z.string() });

/** The word for one's own small setback, in this slot of the activity that asked first. */
export const reminder: Kept<z.infer<typeof word>> = {
  kind: "scale",
  phase: "ask",
  missedAt: null,
  content: word,
  nothing: { word: "" },
  upcasts: [],
};

export const REMINDER_SLOT = "reminder";

const forSeries = z.object({ scores: z.record(z.string(), score) });

/** What was answered and may be kept for a later meeting, in this slot of the activity that asked. */
export const scoresForSeries: Kept<z.infer<typeof forSeries>> = {
  kind: "scale",
  phase: "ask",
  missedAt: null,
  content: forSeries,
  nothing: { scores: {} },
  upcasts: [],
};

export const SERIES_SLOT = "series";

const recalled = z.object({
  /** Whether its owner has gone on, with words or without. */
  isPast: z.boolean(),
  scores: z.record(z.string(), score),
});

/** What was answered at an earlier meeting and got back here, in this slot of the activity that asks again. */
export const recalledScores: Kept<z.infer<typeof recalled>> = {
  kind: "scale",
  phase: "ask",
  missedAt: null,
  content: recalled,
  nothing: { isPast: false, scores: {} },
  upcasts: [],
};

export const RECALLED_SLOT = "recalled";

const move = z.object({ question: words, before: score, after: score });

/**
 * How one's own answers moved, in this slot of the activity that asked again: for what one takes along, when no view
 * says any more what was asked.
 */
export const ownShift: Kept<{ moves: z.infer<typeof move>[] }> = {
  kind: "scale",
  phase: "ask",
  missedAt: null,
  content: z.object({ moves: z.array(move) }),
  nothing: { moves: [] },
  upcasts: [],
};

export const SHIFT_SLOT = "shift";

/** What there is to keep there once both answers were handed in. */
export function movesOf(
  items: readonly ScaleItem[],
  scores: readonly { item: string; score: number | null; before: number | null }[],
): z.infer<typeof move>[] {
  return scores.flatMap(({ item, score: after, before }) => {
    const question = items.find(({ key }) => key === item)?.prompt;
    return question === undefined || before === null || after === null
      ? []
      : [{ question, before, after }];
  });
}

type KeptHere = Readonly<Record<string, KeptEntry>>;

/** What this device has of the first answer to a question that is asked again; null where that is nothing. */
export function scoreBefore(
  record: { kept: KeptHere; ways: Readonly<Record<string, string>> },
  { key, settings: { pairWith, series } }: AskedAgain,
  item: string,
): number | null {
  if (series === "recall") {
    const entry = record.kept[`${key}/${RECALLED_SLOT}`];
    return contentOf(recalledScores, entry).scores[item] ?? null;
  }
  return pairWith === null ? null : keptScore(record, { activity: pairWith, item });
}

interface AskedAgain {
  key: string;
  settings: Pick<ScaleSettings, "pairWith" | "series">;
}

/**
 * What this device keeps of a first asking, for the second: nothing of it was handed in. Whoever
 * skipped it has not answered, whatever was chosen before.
 */
export function keptScore(
  { kept, ways }: { kept: KeptHere; ways: Readonly<Record<string, string>> },
  { activity, item }: { activity: string; item: string },
): number | null {
  if (ways[`${activity}/${ownScores.phase}`] === "skipped") return null;
  return contentOf(ownScores, kept[activity]).chosen[item] ?? null;
}
