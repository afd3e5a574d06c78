import * as z from "zod/mini";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { CommitSettings } from "@/lib/plans/plan-template";

export const commitRecord = z.strictObject({ finished: z.nullable(z.int()) });

export type CommitRecord = z.infer<typeof commitRecord>;

/** Nothing but how many finished, once closed and from k on. */
export function commitView({ data }: ViewInput<CommitSettings, CommitData>): KindView {
  const record: CommitRecord = { finished: data.totals?.finished ?? null };
  return { record, cards: [], consents: new Map(), review: [] };
}
