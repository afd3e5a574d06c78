import { contentOf } from "@/lib/activities/kept";
import type { TakeHomeWords } from "@/lib/activities/screens-contract";
import { type OwnPlacing, ownPlacing } from "@/lib/activities/sort/kept";
import type { DeviceRecord } from "@/lib/client/device-record";
import { isolated } from "@/lib/i18n/isolated";
import type { OwnStep } from "@/lib/ui/phone/keepsake";

/** What somebody has decided about things of their own, of all sorts of this device. */
export function ownGoals(
  { kept }: Pick<DeviceRecord, "kept">,
  words: Pick<TakeHomeWords, "textOf">,
): OwnStep[] {
  return Object.values(kept).flatMap((entry) =>
    entry.kind === ownPlacing.kind ? goalsIn(contentOf(ownPlacing, entry), words) : [],
  );
}

function goalsIn(
  { texts, decisions, until }: OwnPlacing,
  { textOf }: Pick<TakeHomeWords, "textOf">,
): OwnStep[] {
  return Object.entries(texts).flatMap(([line, text]) => {
    const taken = decisions[line];
    if (!taken || text.trim() === "") return [];
    const day = until[line] ?? "";
    return [
      {
        sentence: [
          { text: isolated(text.trim()), isHinge: false },
          { text: ` · ${textOf(taken.label)}`, isHinge: true },
        ],
        days: day === "" ? [] : [day],
      },
    ];
  });
}
