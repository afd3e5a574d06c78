import type { CommitSettings } from "@/lib/activities/commit/schema";
import { type CommitRecord, commitRecord } from "@/lib/activities/commit/view";
import type { SessionState } from "@/lib/session/state";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

/** Plans finished and the steps that were shared. Null: this workshop plans nothing. */
export function practiceSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  const { t } = wording;
  const blocks: SummaryBlock[] = [];
  let isPlanned = false;
  for (const { template, instance, status } of state.activities) {
    if (template.kind !== "commit") continue;
    isPlanned = true;
    if (status !== "closed") continue;
    const { finished, steps } = commitRecord.parse(
      instance.view("closed", "facilitator", []).record,
    );
    if (finished === null) {
      blocks.push({ type: "note", text: t("suppressedPeople", { k: state.k.scores }) });
      continue;
    }
    blocks.push({ type: "paragraph", text: t("plansFinished", { n: finished }) });
    if (template.settings.genericSteps.length > 0) {
      blocks.push(stepsBlock(state, template.settings, steps, wording));
    }
  }
  if (!isPlanned) return null;
  if (blocks.length === 0) blocks.push({ type: "note", text: t("nothing") });
  return [...blocks, { type: "note", text: t("plansPrivate") }];
}

function stepsBlock(
  state: SessionState,
  { genericSteps }: CommitSettings,
  steps: CommitRecord["steps"],
  { t, words }: Wording,
): SummaryBlock {
  if (steps === null) return { type: "note", text: t("stepsSuppressed", { k: state.k.scores }) };
  if (steps.shown.length === 0) return { type: "note", text: t("stepsScattered") };
  const named = steps.shown.flatMap(({ key, count }) => {
    const step = genericSteps.find((each) => each.key === key);
    return step ? [{ label: words(step.label), count }] : [];
  });
  const rows = steps.other > 0 ? [...named, { label: t("other"), count: steps.other }] : named;
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
