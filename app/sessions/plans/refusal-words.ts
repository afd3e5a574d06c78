"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { type EditRefusal, keyItCameWith, type PlanInEdit } from "@/lib/session/plan-edits";
import { readyActivities } from "@/lib/workshops/activities/registry";

/** What an activity is called, in quotation marks; one that isn't in the plan by its title in the catalogue. */
function useTitles({ activities }: Pick<PlanInEdit, "activities">): (key: string) => string {
  const t = useTranslations("agenda");
  const { textOf } = usePlanWords("du");
  return (key) => {
    const found =
      activities.find((each) => each.key === key) ??
      readyActivities.find(({ activity }) => activity.key === keyItCameWith(key))?.activity;
    return t("quoted", { title: found ? textOf(found.title) : key });
  };
}

/** Says in words why a plan can't be changed like this. */
export function useRefusalWords(
  plan: Pick<PlanInEdit, "activities">,
): (why: EditRefusal) => string {
  const t = useTranslations("agenda.refused");
  const locale = useLocale();
  const titleOf = useTitles(plan);
  return (why) => {
    switch (why.reason) {
      case "order":
        return t("order", { title: titleOf(why.activity), on: titleOf(why.on) });
      case "missing":
        return t("missing", { title: titleOf(why.activity), on: titleOf(why.on) });
      case "needed":
        return t("needed", {
          title: titleOf(why.activity),
          n: why.by.length,
          by: new Intl.ListFormat(locale).format(why.by.map(titleOf)),
        });
      case "full":
        return t("full", { most: why.most });
      case "tooShort":
        return t("tooShort", { least: why.least });
      case "tooLong":
        return t("tooLong", { most: why.most });
      case "opening":
      case "closing":
        return t(why.reason);
      case "gone":
      case "unfit":
        return t("unfit");
    }
  };
}
