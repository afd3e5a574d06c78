import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitRecordOf } from "@/lib/activities/commit/view";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

/** Plans finished and the steps that were shared. */
export function summariseCommit(
  activities: readonly Held<CommitSettings, CommitData>[],
  { k: { scores: k }, wording }: SummaryAbout,
): SectionBlocks {
  if (activities.length === 0) return {};
  const t = wording.ofKind("kinds.commit.summary");
  const blocks: SummaryBlock[] = [];
  for (const { settings, data, isClosed } of activities) {
    if (!isClosed) continue;
    const { finished, steps } = commitRecordOf(settings, data);
    if (finished === null) {
      blocks.push({ type: "note", text: wording.t("suppressedPeople", { k }) });
      continue;
    }
    blocks.push({ type: "paragraph", text: t("plansFinished", { n: finished }) });
    if (settings.genericSteps.length > 0) blocks.push(stepsBlock(k, settings, steps, wording));
  }
  if (blocks.length === 0) blocks.push({ type: "note", text: wording.t("nothing") });
  return { practice: [...blocks, { type: "note", text: t("plansPrivate") }] };
}

function stepsBlock(
  k: number,
  { genericSteps }: CommitSettings,
  steps: CommitRecord["steps"],
  { t: shared, ofKind, words }: Wording,
): SummaryBlock {
  const t = ofKind("kinds.commit.summary");
  if (steps === null) return { type: "note", text: t("stepsSuppressed", { k }) };
  if (steps.shown.length === 0) return { type: "note", text: t("stepsScattered") };
  const named = steps.shown.flatMap(({ key, count }) => {
    const step = genericSteps.find((each) => each.key === key);
    return step ? [{ label: words(step.label), count }] : [];
  });
  const rows = steps.other > 0 ? [...named, { label: shared("other"), count: steps.other }] : named;
  const of = Math.max(...rows.map(({ count }) => count));
  return {
    type: "bars",
    caption: t("stepsShared"),
    bars: rows.map(({ label, count }) => ({
      label,
      value: count,
      of,
      reading: t("times", { n: count }),
    })),
  };
}
