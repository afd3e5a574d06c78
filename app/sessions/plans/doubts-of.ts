import type { Doubt } from "@/lib/activities/settings-form-contract";
import { settingsForms } from "@/lib/activities/settings-forms-registry";
import type { PlanInEdit } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** What of an activity had better not stay as it stands in this plan. */
export function doubtsOf(
  { activities }: Pick<PlanInEdit, "activities">,
  { key, kind, settings }: ActivityTemplate,
): readonly Doubt[] {
  const form = settingsForms.find(({ name }) => name === kind);
  const ofItsKind = activities.filter((each) => each.kind === kind);
  return form?.doubts(settings, { key, ofItsKind }) ?? [];
}
