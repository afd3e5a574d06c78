import { pauseRecord } from "@/lib/activities/pause/view";
import {
  type ItemTotals,
  type ScaleItem,
  type ScaleSettings,
  scaleTotals,
} from "@/lib/activities/scale/schema";
import { type ActivityRun, isClosing, type SessionState } from "@/lib/session/state";
import type { SummaryBlock } from "@/lib/summary/blocks";
import {
  isUnanimous,
  MEAN_FROM,
  meanWithInterval,
  mergedDirections,
  roundedMedian,
  roundedQuartiles,
  threeBands,
  valuesOf,
} from "@/lib/summary/statistics";
import type { Wording } from "@/lib/summary/wording";

/** From how many pairs on the three bands before and after are printed. */
export const BANDS_FROM = 10;

type ScaleRun = { run: ActivityRun; settings: ScaleSettings };

function scaleRuns(state: SessionState): ScaleRun[] {
  return state.activities.flatMap((run) =>
    run.template.kind === "scale" && run.template.settings.summary === "aggregate"
      ? [{ run, settings: run.template.settings }]
      : [],
  );
}

function totalsOf(run: ActivityRun | undefined, item: string): ItemTotals | null {
  if (run?.template.kind !== "scale" || run.status !== "closed") return null;
  return scaleTotals.parse(run.instance.totals())?.[item] ?? null;
}

/**
 * Ratings that stand alone: n, median and spread. Halves of a before/after pair are not among
 * them: everybody's numbers beside the paired ones would tell those of the few in between.
 */
export function ratingsSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  const runs = scaleRuns(state);
  const paired = new Set(runs.flatMap(({ settings }) => settings.pairWith ?? []));
  const alone = runs.filter(
    ({ run, settings }) => settings.pairWith === null && !paired.has(run.template.key),
  );
  if (alone.length === 0) return null;
  const { words } = wording;
  return alone.flatMap(({ run, settings }) =>
    settings.items.flatMap((item): SummaryBlock[] => {
      const counts = totalsOf(run, item.key)?.counts ?? null;
      return ratingBlocks(state, words(item.prompt), ends(item, wording), counts, wording);
    }),
  );
}

/** The closing's process check. Null: this workshop has no closing. */
export function processSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  const { t } = wording;
  const closing = state.activities.find(isClosing);
  if (!closing) return null;
  const { totals } = pauseRecord.parse(closing.instance.view("closed", "facilitator", []).record);
  if (totals === null) return [{ type: "note", text: t("nothing") }];
  const scale = t("ends", { low: t("checkLow"), high: t("checkHigh") });
  return [
    ...ratingBlocks(state, t("checkSafe"), scale, totals.safe, wording),
    ...ratingBlocks(state, t("checkUseful"), scale, totals.useful, wording),
  ];
}

/** One question that everybody answered for themselves: n, median and spread. */
function ratingBlocks(
  state: SessionState,
  question: string,
  scale: string,
  counts: readonly number[] | null,
  wording: Wording,
): SummaryBlock[] {
  const { t } = wording;
  const heading: SummaryBlock = { type: "heading", text: question };
  if (counts === null) return [heading, tooFew(state, wording)];
  const values = valuesOf(counts);
  const [low, high] = roundedQuartiles(values);
  return [
    heading,
    { type: "note", text: scale },
    {
      type: "facts",
      facts: [
        { label: t("answersLabel"), value: String(values.length) },
        { label: t("median"), value: String(roundedMedian(values)) },
        { label: t("middleHalf"), value: t("range", { low, high }) },
      ],
    },
  ];
}

/** Before and after, as the number of pairs allows (activities.md, before/after measure). */
export function shiftSection(
  state: SessionState,
  joined: number,
  wording: Wording,
): SummaryBlock[] | null {
  const pairs = scaleRuns(state).filter(({ settings }) => settings.pairWith !== null);
  if (pairs.length === 0) return null;
  return [
    ...pairs.flatMap(({ run, settings }) => {
      const before = state.activities.find((each) => each.template.key === settings.pairWith);
      return settings.items.flatMap((item) =>
        shiftOf(
          { state, item, before: totalsOf(before, item.key), after: totalsOf(run, item.key) },
          joined,
          wording,
        ),
      );
    }),
    { type: "note", text: wording.t("selfReport") },
  ];
}

function shiftOf(
  input: {
    state: SessionState;
    item: ScaleItem;
    before: ItemTotals | null;
    after: ItemTotals | null;
  },
  joined: number,
  wording: Wording,
): SummaryBlock[] {
  const { state, item, before, after } = input;
  const { t, words } = wording;
  const k = state.k.scores;
  const paired = after?.paired ?? null;
  const number = (n: number) => (n < k ? t("fewerThan", { k }) : String(n));
  const blocks: SummaryBlock[] = [
    { type: "heading", text: words(item.prompt) },
    { type: "note", text: ends(item, wording) },
    {
      type: "facts",
      facts: [
        { label: t("joinedLabel"), value: number(joined) },
        { label: t("beforeLabel"), value: number(before?.n ?? 0) },
        { label: t("afterLabel"), value: number(after?.n ?? 0) },
        { label: t("pairedLabel"), value: number(paired?.n ?? 0) },
      ],
    },
  ];
  if (!paired || paired.n < k) return [...blocks, tooFew(state, wording)];
  if (isUnanimous(paired.change)) {
    return [...blocks, { type: "note", text: t("unanimous") }];
  }
  // Else the room, which saw how everybody answered, could subtract (anonymity.md, rule 6).
  const scores = paired.before && paired.after ? ([paired.before, paired.after] as const) : null;
  if (scores) {
    blocks.push({
      type: "facts",
      facts: [
        { label: t("medianBefore"), value: String(roundedMedian(valuesOf(scores[0]))) },
        { label: t("medianAfter"), value: String(roundedMedian(valuesOf(scores[1]))) },
      ],
    });
  } else blocks.push({ type: "note", text: t("wouldSubtract") });
  blocks.push(...directionBlocks(paired.change, paired.n, wording));
  if (paired.n < BANDS_FROM || !scores) return blocks;
  blocks.push(
    bandBlock(t("before"), scores[0], paired.n, wording),
    bandBlock(t("after"), scores[1], paired.n, wording),
  );
  if (paired.n >= MEAN_FROM) {
    const { mean, low, high } = meanWithInterval(valuesOf(paired.change, -10));
    blocks.push({
      type: "paragraph",
      text: t("meanChange", {
        mean: wording.decimal(mean),
        low: wording.decimal(low),
        high: wording.decimal(high),
      }),
    });
  }
  return blocks;
}

function directionBlocks(change: readonly number[], n: number, { t }: Wording): SummaryBlock[] {
  const names = [t("lower"), t("same"), t("higher")];
  const cells = mergedDirections(change).filter(({ count }) => count > 0);
  if (cells.length < 2) return [{ type: "note", text: t("directionsMerged") }];
  return [
    {
      type: "bars",
      caption: t("directions"),
      bars: cells.map(({ parts, count }) => ({
        label: parts.map((part) => names[part]).join(t("or")),
        value: count,
        of: n,
        reading: t("ofPairs", { n: count, total: n }),
      })),
    },
  ];
}

function bandBlock(
  caption: string,
  histogram: readonly number[],
  n: number,
  { t }: Wording,
): SummaryBlock {
  const labels = [t("bandLow"), t("bandMiddle"), t("bandHigh")];
  return {
    type: "bars",
    caption,
    bars: threeBands(histogram).map((count, index) => ({
      label: labels[index] ?? "",
      value: count,
      of: n,
      reading: t("ofPairs", { n: count, total: n }),
    })),
  };
}

function ends({ low, high }: ScaleItem, { t, words }: Wording): string {
  return t("ends", { low: words(low), high: words(high) });
}

function tooFew(state: SessionState, { t }: Wording): SummaryBlock {
  return { type: "note", text: t("suppressedPeople", { k: state.k.scores }) };
}
