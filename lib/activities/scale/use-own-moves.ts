import { contentOf } from "@/lib/activities/kept";
import { ownScores, ownShift, SHIFT_SLOT } from "@/lib/activities/scale/kept";
import type { TakeHomeWords } from "@/lib/activities/screens-contract";
import { activityOf, type DeviceRecord, keptKey } from "@/lib/client/device-record";
import type { OwnMove } from "@/lib/ui/phone/keepsake";

/** How one's own answers moved, of all measures of this device; not of one whose second asking was skipped. */
export function ownMoves(
  { kept, ways }: Pick<DeviceRecord, "kept" | "ways">,
  { textOf }: Pick<TakeHomeWords, "textOf">,
): OwnMove[] {
  return Object.entries(kept).flatMap(([key, entry]) => {
    const activity = activityOf(key);
    const isShift = entry.kind === ownShift.kind && key === keptKey(activity, SHIFT_SLOT);
    if (!isShift || ways[keptKey(activity, ownScores.phase)] === "skipped") return [];
    return contentOf(ownShift, entry).moves.map(({ question, before, after }) => ({
      question: textOf(question),
      ...{ before, after },
    }));
  });
}
