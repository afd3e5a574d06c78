import { isSame } from "@/lib/activities/ballots";
import type { Words } from "@/lib/words";
import { readyActivities } from "@/lib/workshops/activities/registry";

/** A part of the settings of a ready activity, called by that one's title. */
export interface ReadyPreset {
  title: Words;
  value: unknown;
}

/** What ready activities of this kind have in this part of their settings, each once. */
export function readyPresets(kind: string, part: string): ReadyPreset[] {
  const found: ReadyPreset[] = [];
  for (const { activity } of readyActivities) {
    const value = activity.kind === kind ? activity.settings[part] : undefined;
    if (value === undefined || found.some((each) => isSame(each.value, value))) continue;
    found.push({ title: activity.title, value });
  }
  return found;
}
