import { contentOf } from "@/lib/activities/kept";
import { ownScores, SERIES_SLOT, scoresForSeries } from "@/lib/activities/scale/kept";
import { activityOf, type DeviceRecord, keptKey } from "@/lib/client/device-record";
import type { SeriesScores } from "@/lib/series/series-schema";

/** What this device answered to questions that a series keeps; nothing of what was skipped afterwards. */
export function ownScoresForSeries({
  kept,
  ways,
}: Pick<DeviceRecord, "kept" | "ways">): SeriesScores {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, entry]) => {
      const activity = activityOf(key);
      const isForSeries =
        entry.kind === scoresForSeries.kind && key === keptKey(activity, SERIES_SLOT);
      if (!isForSeries || ways[keptKey(activity, ownScores.phase)] === "skipped") return [];
      return Object.entries(contentOf(scoresForSeries, entry).scores);
    }),
  );
}
