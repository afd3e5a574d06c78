// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collectSettingsForm } from "@/lib/activities/collect/settings-form";
import { commitSettingsForm } from "@/lib/activities/commit/settings-form";
import { pauseSettingsForm } from "@/lib/activities/pause/settings-form";
import { reframeSettingsForm } from "@/lib/activities/reframe/settings-form";
import { roleplaySettingsForm } from "@/lib/activities/roleplay/settings-form";
import { scaleSettingsForm } from "@/lib/activities/scale/settings-form";
import type { AnySettingsForm } from "@/lib/activities/settings-form-contract";
import { sortSettingsForm } from "@/lib/activities/sort/settings-form";

/** The form for the settings of every kind of activity. */
export const settingsForms: readonly AnySettingsForm[] = [
  collectSettingsForm,
  commitSettingsForm,
  pauseSettingsForm,
  reframeSettingsForm,
  roleplaySettingsForm,
  scaleSettingsForm,
  sortSettingsForm,
];
