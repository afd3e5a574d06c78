import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import { ratingBlocks } from "@/lib/activities/rating-blocks";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleItem, ScaleSettings, Shift } from "@/lib/activities/scale/schema";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

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
  { settings, data, isClosed }: Held<ScaleSettings, ScaleData>,
  about: SummaryAbout,
): SummaryBlock[] {
  const { wording } = about;
  return settings.items.flatMap((item) => {
    const counts = (isClosed ? data.totals?.[item.key]?.counts : null) ?? null;
    const question = wording.words(item.prompt);
    return ratingBlocks({ question, scale: ends(item, wording), counts }, about);
  });
}

/** Before and after, as the number of pairs allows (activities.md, before/after measure). */
function shiftsOf(
  pairs: readonly Held<ScaleSettings, ScaleData>[],
  { wording, joined, k }: SummaryAbout,
): SummaryBlock[] {
  return [
    ...pairs.flatMap(({ settings, data, isClosed }) =>
      settings.items.flatMap((item) => {
        const shift = (isClosed ? data.shifts?.[item.key] : null) ?? null;
        return [
          { type: "heading" as const, text: wording.words(item.prompt) },
          { type: "note" as const, text: ends(item, wording) },
          ...shiftBlocks(shift, { joined, k: k.scores }, wording),
        ];
      }),
    ),
    { type: "note", text: wording.ofKind("kinds.scale.summary")("selfReport") },
  ];
}

function shiftBlocks(
  shift: Shift | null,
  { joined, k }: { joined: number; k: number },
  wording: Wording,
): SummaryBlock[] {
  const { t: shared, decimal } = wording;
  const t = wording.ofKind("kinds.scale.summary");
  const number = (n: number) => (n < k ? shared("fewerThan", { k }) : String(n));
  const blocks: SummaryBlock[] = [
    {
      type: "facts",
      facts: [
        { label: t("joinedLabel"), value: number(joined) },
        { label: t("pairedLabel"), value: number(shift?.n ?? 0) },
      ],
    },
  ];
  if (shift === null) return [...blocks, { type: "note", text: shared("suppressedPeople", { k }) }];
  const { n, directions, medians, bands, mean } = shift;
  if (directions === null) return [...blocks, { type: "note", text: t("unanimous") }];
  if (medians) {
    blocks.push({
      type: "facts",
      facts: [
        { label: t("medianBefore"), value: String(medians.before) },
        { label: t("medianAfter"), value: String(medians.after) },
      ],
    });
  } else blocks.push({ type: "note", text: t("wouldSubtract") });
  blocks.push(directionBlock(directions, n, wording));
  if (bands) {
    blocks.push(
      bandBlock(t("before"), bands.before, n, wording),
      bandBlock(t("after"), bands.after, n, wording),
    );
  }
  if (mean) {
    const [low, high] = [decimal(mean.low), decimal(mean.high)];
    blocks.push({
      type: "paragraph",
      text: t("meanChange", { mean: decimal(mean.mean), low, high }),
    });
  }
  return blocks;
}

function directionBlock(
  cells: NonNullable<Shift["directions"]>,
  n: number,
  wording: Wording,
): SummaryBlock {
  const t = wording.ofKind("kinds.scale.summary");
  const names = [t("lower"), t("same"), t("higher")];
  if (cells.length < 2) return { type: "note", text: t("directionsMerged") };
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

function bandBlock(
  caption: string,
  bands: readonly number[],
  n: number,
  wording: Wording,
): SummaryBlock {
  const t = wording.ofKind("kinds.scale.summary");
  const labels = [t("bandLow"), t("bandMiddle"), t("bandHigh")];
  return {
    type: "bars",
    caption,
    bars: bands.map((count, index) => ({
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
