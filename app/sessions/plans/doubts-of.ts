import { kindOf } from "@/lib/activities/kinds";
import type { Doubt } from "@/lib/activities/settings-form-contract";
import { settingsForms } from "@/lib/activities/settings-forms-registry";
import type { OwnPlan } from "@/lib/session/own-plan";
import { placeIn } from "@/lib/session/place-in";
import type { ActivityChange, PlanInEdit } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { textsAlone } from "@/lib/workshops/parts/texts-alone";

/** What of an activity had better not stay as it stands in this plan. */
export function doubtsOf(
  { activities }: Pick<PlanInEdit, "activities">,
  activity: ActivityTemplate,
): readonly Doubt[] {
  const form = settingsForms.find(({ name }) => name === activity.kind);
  return form?.doubts(activity.settings, placeIn(activity, activities)) ?? [];
}

/** The change that does away with a doubt about an activity. */
export function mendOf(activity: ActivityTemplate, { mend }: Doubt): ActivityChange {
  return {
    ...(mend.texts ? textsAlone(activity) : {}),
    settings: { ...kindOf(activity.kind).parseSettings(mend.settings) },
  };
}

/** Whether it is the first meeting of a series, with which the last one compares, and keeps nothing for that any more. */
export function keepsNothing({
  series,
  activities,
}: Pick<OwnPlan, "series" | "activities">): boolean {
  if (series?.part !== 1) return false;
  return activities.every((activity) => {
    const { kind, settings } = activity;
    const { keepsForSeries } = kindOf(kind).instantiate(settings, placeIn(activity, activities));
    return keepsForSeries.length === 0;
  });
}
