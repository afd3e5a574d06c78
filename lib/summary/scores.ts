import { pauseRecord } from "@/lib/activities/pause/view";
import type { ScaleItem, ScaleSettings, Shift } from "@/lib/activities/scale/schema";
import { roundedMedian, roundedQuartiles, valuesOf } from "@/lib/activities/scale/statistics";
import { type ScaleRecord, scaleRecord } from "@/lib/activities/scale/view";
import { isClosing, type SessionState } from "@/lib/session/state";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

interface Rated {
  settings: ScaleSettings;
  /** Null where it was not held, or skipped. */
  record: ScaleRecord | null;
}

/** The scales of a plan that the summary takes, asked once or a second time, with their result. */
function rated(state: SessionState, asking: ScaleRecord["asking"]): Rated[] {
  return state.activities.flatMap(({ template, instance, status }) => {
    if (template.kind !== "scale" || template.settings.summary !== "aggregate") return [];
    const record = scaleRecord.parse(instance.view("closed", "facilitator", []).record);
    if (record.asking !== asking) return [];
    return [{ settings: template.settings, record: status === "closed" ? record : null }];
  });
}

/** Ratings that stand alone: n, median and spread. */
export function ratingsSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  const alone = rated(state, "once");
  if (alone.length === 0) return null;
  const { words } = wording;
  return alone.flatMap(({ settings, record }) =>
    settings.items.flatMap((item): SummaryBlock[] => {
      const counts = record?.totals?.[item.key]?.counts ?? null;
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
  const pairs = rated(state, "second");
  if (pairs.length === 0) return null;
  const people = { joined, k: state.k.scores };
  return [
    ...pairs.flatMap(({ settings, record }) =>
      settings.items.flatMap((item) => [
        { type: "heading" as const, text: wording.words(item.prompt) },
        { type: "note" as const, text: ends(item, wording) },
        ...shiftBlocks(record?.shifts?.[item.key] ?? null, people, wording),
      ]),
    ),
    { type: "note", text: wording.t("selfReport") },
  ];
}

function shiftBlocks(
  shift: Shift | null,
  { joined, k }: { joined: number; k: number },
  wording: Wording,
): SummaryBlock[] {
  const { t, decimal } = wording;
  const number = (n: number) => (n < k ? t("fewerThan", { k }) : String(n));
  const blocks: SummaryBlock[] = [
    {
      type: "facts",
      facts: [
        { label: t("joinedLabel"), value: number(joined) },
        { label: t("pairedLabel"), value: number(shift?.n ?? 0) },
      ],
    },
  ];
  if (shift === null) return [...blocks, { type: "note", text: t("suppressedPeople", { k }) }];
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
  { t }: Wording,
): SummaryBlock {
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
  { t }: Wording,
): SummaryBlock {
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

function tooFew(state: SessionState, { t }: Wording): SummaryBlock {
  return { type: "note", text: t("suppressedPeople", { k: state.k.scores }) };
}
