import * as z from "zod/mini";
import { ifThenSentence } from "@/lib/activities/commit/if-then-sentence";
import { type CommitSettings, commitField, commitSettings } from "@/lib/activities/commit/schema";
import type { Kept } from "@/lib/activities/kept";
import type { Upcast } from "@/lib/upcast";
import { same } from "@/lib/words";

/** How it reads: for what one takes along, when no view says any more what was asked. */
const form = z.object({
  fields: z.array(z.pick(commitField, { key: true, label: true, input: true })),
  sentence: commitSettings.shape.sentence,
  weeks: commitSettings.shape.weeks,
});

const plan = z.object({
  /** By field; a date as ISO date. */
  fields: z.record(z.string(), z.string()),
  /** Which offer was chosen, by field; "" for words of one's own. */
  chosen: z.record(z.string(), z.string()),
  /** Steps to share. */
  steps: z.array(z.string()),
  /** Whether the offer that was chosen is to be shared. */
  shares: z.boolean(),
  finished: z.boolean(),
  /** Null while nothing is written. */
  form: z.nullable(form),
});

export type OwnPlan = z.infer<typeof plan>;
export type PlanForm = z.infer<typeof form>;

/** Plans had three fields, and one sentence. */
const whenThenBy: Upcast = (content) => ({
  ...content,
  ...{ chosen: {}, shares: false },
  form: {
    fields: [
      { key: "when", label: same("Wenn", "If"), input: "text" },
      { key: "then", label: same("dann", "then"), input: "text" },
      { key: "by", label: same("bis", "by"), input: "date" },
    ],
    sentence: ifThenSentence,
    weeks: 1,
  },
});

/** What somebody wrote for themselves. It is never sent: what the server answers is the report that it is finished. */
export const ownPlan: Kept<OwnPlan> = {
  kind: "commit",
  phase: "fill",
  missedAt: null,
  content: plan,
  nothing: { fields: {}, chosen: {}, steps: [], shares: false, finished: false, form: null },
  upcasts: [whenThenBy],
};

/** How an activity with these settings reads. */
export const formOf = ({ fields, sentence, weeks }: CommitSettings): PlanForm => ({
  fields: fields.map(({ key, label, input }) => ({ key, label, input })),
  sentence,
  weeks,
});

/** What is shared of it: ticks, or the offer that was chosen; words of one's own never are. */
export function sharedOf(settings: CommitSettings, { chosen, steps, shares }: OwnPlan): string[] {
  const { sharedField } = settings;
  if (sharedField === null) return steps;
  const offer = chosen[sharedField] ?? "";
  return shares && offer !== "" ? [offer] : [];
}
