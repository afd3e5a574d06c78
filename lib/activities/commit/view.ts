import * as z from "zod/mini";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import type { KindView, ViewInput } from "@/lib/activities/kit";

export const commitRecord = z.strictObject({ finished: z.nullable(z.int()) });

export type CommitRecord = z.infer<typeof commitRecord>;

/** Nothing but how many finished, once closed and from k on. */
export function commitView({ data }: ViewInput<CommitSettings, CommitData>): KindView {
  const record: CommitRecord = { finished: data.totals?.finished ?? null };
  return { record, cards: [], consents: new Map(), review: [] };
}
