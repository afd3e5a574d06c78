import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import { endsOf, ratingBlocks, ratingOf } from "@/lib/activities/rating-blocks";
import { limitOf } from "@/lib/activities/scale/asking";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleItem, ScaleSettings, Shift, ShiftBand } from "@/lib/activities/scale/schema";
import { type ShownOverlay, shownTotals } from "@/lib/activities/scale/shown-totals";
import type { BarsBlock, ShiftFigure, SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";
import type { Words } from "@/lib/words";

/** Ratings that stand alone, and how those moved who answered both times. */
export function summariseScale(
  activities: readonly Held<ScaleSettings, ScaleData>[],
  about: SummaryAbout,
): SectionBlocks {
  const taken = activities.filter(({ settings }) => settings.summary === "aggregate");
  const alone = taken.filter(({ data }) => data.asking === "once");
  const pairs = taken.filter(({ data }) => data.asking === "second");
  return {
    ...(alone.length > 0 ? { ratings: alone.flatMap((each) => ratingsOf(each, about)) } : {}),
    ...(pairs.length > 0 ? { shift: shiftsOf(pairs, about) } : {}),
  };
}

function ratingsOf(
  { title, settings, data, isClosed }: Held<ScaleSettings, ScaleData>,
  about: SummaryAbout,
): SummaryBlock[] {
  const { wording } = about;
  const { note } = settings;
  const { overlay } = shownTotals(settings, isClosed ? data.totals : null);
  // Where neither of the two has a result, both say so as any other question does.
  const alone = overlay ? settings.items.slice(2) : settings.items;
  return [
    ...(overlay ? [pairOf(title, overlay, about)] : []),
    ...alone.flatMap((item) => {
      const counts = (isClosed ? data.totals?.[item.key]?.counts : null) ?? null;
      const question = wording.words(item.prompt);
      return ratingBlocks({ question, ends: endWords(item, wording), counts }, about);
    }),
    ...(note ? [{ type: "note" as const, text: wording.words(note) }] : []),
  ];
}

/** Two questions over each other on one scale. */
function pairOf(
  title: Words,
  { upper, lower, wide }: ShownOverlay,
  { k, wording }: SummaryAbout,
): SummaryBlock {
  const { t, words, ofKind } = wording;
  const halves = [upper, lower];
  const tooFew = halves.flatMap(({ caption, counts }) =>
    counts === null
      ? [ofKind("kinds.scale.common")("oneSuppressed", { caption: words(caption), k: k.scores })]
      : [],
  );
  return {
    type: "ratingPair",
    title: words(title),
    ends: endsOf(endWords(upper.item, wording), t),
    ratings: halves.flatMap(({ item, counts }) =>
      counts === null ? [] : [{ question: words(item.prompt), ...ratingOf(counts, t) }],
    ),
    notes: [...tooFew, ...(wide ? [words(wide)] : [])],
  };
}

/** Before and after, as the number of pairs allows (activities.md, before/after measure). */
function shiftsOf(
  pairs: readonly Held<ScaleSettings, ScaleData>[],
  { wording, joined, k }: SummaryAbout,
): SummaryBlock[] {
  return [
    ...pairs.flatMap(({ settings, data, isClosed }) =>
      settings.items.map((item): SummaryBlock => {
        const shift = (isClosed ? data.shifts?.[item.key] : null) ?? null;
        return {
          type: "shift",
          question: wording.words(item.prompt),
          ends: endsOf(endWords(item, wording), wording.t),
          people: peopleOf(shift, { joined, k: k.scores }, wording),
          ...movedOf(shift, k.scores, wording),
        };
      }),
    ),
    ...[...new Set(pairs.map(({ settings }) => limitOf(settings)))].map((limit): SummaryBlock => {
      return { type: "note", text: wording.ofKind("kinds.scale.common")(limit) };
    }),
  ];
}

function peopleOf(
  shift: Shift | null,
  { joined, k }: { joined: number; k: number },
  { t: shared, ofKind }: Wording,
): ShiftFigure["people"] {
  const t = ofKind("kinds.scale.common");
  const counted = (n: number) =>
    n < k ? { value: shared("fewerThan", { k }) } : { value: String(n), number: n };
  return [
    { label: t("joinedLabel"), ...counted(joined) },
    { label: t("pairedLabel"), ...counted(shift?.n ?? 0) },
  ];
}

type Moved = Pick<ShiftFigure, "medians" | "notes" | "directions" | "bands" | "mean">;

function movedOf(shift: Shift | null, k: number, wording: Wording): Moved {
  const { t: shared, decimal, ofKind } = wording;
  const t = ofKind("kinds.scale.common");
  const missing = (why: string): Moved => ({
    ...{ medians: null, directions: null, bands: null, mean: null },
    notes: [why],
  });
  if (shift === null) return missing(shared("suppressedPeople", { k }));
  const { n, directions, medians, bands, mean } = shift;
  if (directions === null) return missing(t("unanimous"));
  const told = directions.length >= 2;
  const valueAt = (label: string, at: number) => ({
    ...{ label, value: String(at) },
    ...{ number: at, at },
  });
  return {
    medians: medians && {
      before: valueAt(t("medianBefore"), medians.before),
      after: valueAt(t("medianAfter"), medians.after),
    },
    notes: [...(medians ? [] : [t("wouldSubtract")]), ...(told ? [] : [t("directionsMerged")])],
    directions: told ? directionBars(directions, n, wording) : null,
    bands: bands && {
      before: bandBars("before", bands, n, wording),
      after: bandBars("after", bands, n, wording),
    },
    mean:
      mean &&
      t("meanChange", {
        mean: decimal(mean.mean),
        low: decimal(mean.low),
        high: decimal(mean.high),
      }),
  };
}

function directionBars(
  cells: NonNullable<Shift["directions"]>,
  n: number,
  wording: Wording,
): BarsBlock {
  const t = wording.ofKind("kinds.scale.common");
  const names = [t("lower"), t("same"), t("higher")];
  return {
    type: "bars",
    caption: t("directions"),
    bars: cells.map(({ parts, count }) => ({
      label: parts.map((part) => names[part]).join(t("or")),
      value: count,
      of: n,
      reading: t("ofPairs", { n: count, total: n }),
    })),
  };
}

function bandBars(
  when: "before" | "after",
  bands: readonly ShiftBand[],
  n: number,
  wording: Wording,
): BarsBlock {
  const t = wording.ofKind("kinds.scale.common");
  return {
    type: "bars",
    caption: t(when),
    bars: bands.map(({ low, high, [when]: count }) => ({
      label: t("band", { low, high }),
      value: count,
      of: n,
      reading: t("ofPairs", { n: count, total: n }),
    })),
  };
}

const endWords = ({ low, high }: ScaleItem, { words }: Wording) => ({
  low: words(low),
  high: words(high),
});
