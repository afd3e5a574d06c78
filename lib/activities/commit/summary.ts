import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import { commitRecordOf } from "@/lib/activities/commit/view";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

/** How many finished and the steps that were shared, under the title of each where there are several. */
export function summariseCommit(
  activities: readonly Held<CommitSettings, CommitData>[],
  { k: { scores: k }, wording }: SummaryAbout,
): SectionBlocks {
  if (activities.length === 0) return {};
  const t = wording.ofKind("kinds.commit.summary");
  const blocks: SummaryBlock[] = [];
  const held = activities.filter(({ isClosed }) => isClosed);
  for (const { title, settings, data } of held) {
    if (held.length > 1) blocks.push({ type: "heading", text: wording.words(title) });
    const { finished, steps } = commitRecordOf(settings, data);
    if (finished === null) {
      blocks.push({ type: "note", text: wording.t("suppressedPeople", { k }) });
      continue;
    }
    const label = settings.finishedLabel ? wording.words(settings.finishedLabel) : null;
    blocks.push({
      type: "paragraph",
      text: label === null ? t("plansFinished", { n: finished }) : `${label}: ${finished}`,
      number: finished,
    });
    if (stepsOf(settings).length > 0) blocks.push(stepsBlock(k, settings, steps, wording));
  }
  if (blocks.length === 0) blocks.push({ type: "note", text: wording.t("nothing") });
  return { practice: [...blocks, { type: "note", text: t("plansPrivate") }] };
}

function stepsBlock(
  k: number,
  settings: CommitSettings,
  steps: CommitRecord["steps"],
  { ofKind, words }: Wording,
): SummaryBlock {
  const t = ofKind("kinds.commit.summary");
  const common = ofKind("kinds.commit.common");
  const isOne = ticksMaxOf(settings) === 1;
  if (steps === null) return { type: "note", text: t("stepsSuppressed", { k }) };
  if (steps.shown.length === 0) return { type: "note", text: t("stepsScattered") };
  const named = steps.shown.flatMap(({ key, count }) => {
    const step = stepsOf(settings).find((each) => each.key === key);
    return step ? [{ label: words(step.label), count }] : [];
  });
  const other = { label: common(isOne ? "otherOrNone" : "other"), count: steps.other };
  const rows = steps.other > 0 ? [...named, other] : named;
  const of = Math.max(...rows.map(({ count }) => count));
  const caption = settings.stageCaption ? words(settings.stageCaption) : common("stepsShared");
  return {
    type: "bars",
    caption: isOne ? caption : t("severalPossible", { caption }),
    bars: rows.map(({ label, count }) => ({
      label,
      value: count,
      of,
      reading: common("times", { n: count }),
    })),
  };
}
