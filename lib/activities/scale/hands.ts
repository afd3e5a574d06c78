import type { HandsQuestion } from "@/lib/activities/contract";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { SCORE_MAX } from "@/lib/activities/score-schema";

/** Hands for each score of each item. Of what is asked twice only pairs are told, which hands don't make. */
export function handsOnScale(
  { items, summary }: ScaleSettings,
  { asking }: ScaleData,
): readonly HandsQuestion[] {
  if (asking !== "once") return [];
  const options = Array.from({ length: SCORE_MAX + 1 }, (_, score) => ({
    key: String(score),
    label: String(score),
  }));
  const section = summary === "none" ? null : "ratings";
  return items.map(({ key, prompt }) => ({ key, prompt, options, section }));
}
