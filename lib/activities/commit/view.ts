import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { mergedSteps } from "@/lib/activities/commit/steps";
import type { KindView, ViewInput } from "@/lib/activities/contract";

/** How many finished and what they shared, once counted and from k on. Nobody gets a small cell. */
export const commitView = ({
  settings,
  data,
}: ViewInput<CommitSettings, CommitData>): KindView => ({ record: commitRecordOf(settings, data) });

/** The same, as the summary takes it. */
export function commitRecordOf(settings: CommitSettings, { totals }: CommitData): CommitRecord {
  const { finished = null, steps = null, other = 0 } = totals ?? {};
  return {
    isCounted: totals !== null,
    finished,
    steps: steps && mergedSteps(settings, steps, other),
  };
}
