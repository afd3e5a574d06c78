import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { PauseData } from "@/lib/activities/pause/rules";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { ratingBlocks } from "@/lib/activities/rating-blocks";

/** The closing's process check. */
export function summarisePause(
  activities: readonly Held<PauseSettings, PauseData>[],
  about: SummaryAbout,
): SectionBlocks {
  const closing = activities.find(({ settings }) => settings.role === "closing");
  if (!closing) return {};
  const { t: shared, ofKind } = about.wording;
  const t = ofKind("kinds.pause.summary");
  const { totals } = closing.data;
  if (totals === null) return { process: [{ type: "note", text: shared("nothing") }] };
  const ends = { low: t("checkLow"), high: t("checkHigh") };
  return {
    process: [
      ...ratingBlocks({ question: t("checkSafe"), ends, counts: totals.safe }, about),
      ...ratingBlocks({ question: t("checkUseful"), ends, counts: totals.useful }, about),
    ],
  };
}
