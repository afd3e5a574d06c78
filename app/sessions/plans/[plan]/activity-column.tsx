"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DoubtNote } from "@/app/sessions/plans/[plan]/doubt-note";
import { Duration } from "@/app/sessions/plans/[plan]/duration";
import type { FieldsOfPlan } from "@/app/sessions/plans/[plan]/fields-of-plan";
import { PresetBar, type PresetShelf } from "@/app/sessions/plans/[plan]/preset-bar";
import { LeadTexts, RoomTexts } from "@/app/sessions/plans/[plan]/texts-forms";
import { doubtsOf, mendOf } from "@/app/sessions/plans/doubts-of";
import { PartGlyph } from "@/app/sessions/plans/part-glyph";
import { useRefusalWords } from "@/app/sessions/plans/refusal-words";
import type { FilledIn } from "@/lib/activities/filled-in";
import { kindOf } from "@/lib/activities/kinds";
import type { AnySettingsForm } from "@/lib/activities/settings-form-contract";
import { settingsForms } from "@/lib/activities/settings-forms-registry";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { activityTexts } from "@/lib/session/activity-texts";
import type { OwnPlan } from "@/lib/session/own-plan";
import {
  type ActivityChange,
  changeActivity,
  type EditedPlan,
  type EditRefusal,
} from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";

export interface ActivityColumnProps {
  plan: OwnPlan;
  activity: ActivityTemplate;
  /** What stands in the fields of all activities. */
  fields: FieldsOfPlan;
  shelf: PresetShelf;
  /** Takes what an edit has made of the plan, or says why it can't be. */
  onEdit: (edited: EditedPlan<OwnPlan>) => EditRefusal | null;
  /** What takes changes back. */
  children: ReactNode;
}

/** Everything that can be changed of one activity. What doesn't fit stays in its field. */
export function ActivityColumn(props: ActivityColumnProps) {
  const { plan, activity, fields, shelf, onEdit, children } = props;
  const t = useTranslations("plans");
  const { words } = usePlanWords("du");
  const refusal = useRefusalWords(plan);
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  const { key, kind } = activity;
  const titles = Object.fromEntries(plan.activities.map((each) => [each.key, each.title]));

  /** A form for a part of the activity; `changeOf` says what it is that its settings change. */
  function shown(form: AnySettingsForm, part: string, now: unknown, changeOf: ChangeOf) {
    const name = `${key}/${part}`;
    const filledIn = fields.read(name, form, now);
    function onChange(next: FilledIn<unknown>) {
      const why = onEdit(changeActivity(plan, key, changeOf(next.settings)));
      setRefused(why);
      fields.keep(name, why === null ? next : { ...next, settings: filledIn.settings });
    }
    return <form.Form filledIn={filledIn} onChange={onChange} titles={titles} />;
  }

  const ofKind = settingsForms.find(({ name }) => name === kind);
  const texts = activityTexts.parse(activity);
  const toTexts = (settings: unknown) => activityTexts.parse(settings);
  const toSettings = (settings: unknown) => ({
    settings: { ...kindOf(kind).parseSettings(settings) },
  });
  const takeSettings = (settings: Readonly<Record<string, unknown>>) =>
    setRefused(onEdit(changeActivity(plan, key, toSettings(settings))));
  return (
    <div className="flex max-w-[42rem] flex-col gap-6 pb-10">
      {/* Where columns scroll for themselves it stays in sight what is edited, and the way back. */}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-paper lg:sticky lg:top-0 lg:z-10 lg:-mb-3 lg:py-3">
        <PartGlyph activity={activity} className="size-8! shrink-0" />
        <h2 className="min-w-40 flex-1 text-balance font-medium font-serif text-2xl">
          {words(activity.title)}
        </h2>
        <div className="flex items-center gap-2">{children}</div>
      </div>
      {doubtsOf(plan, activity).map((doubt) => (
        <DoubtNote
          doubt={doubt}
          key={doubt.says}
          onMend={() => setRefused(onEdit(changeActivity(plan, key, mendOf(activity, doubt))))}
          plan={plan}
        />
      ))}
      {shown(RoomTexts, "texts", texts, toTexts)}
      <Duration activity={activity} onEdit={onEdit} plan={plan} />
      <p className="text-base text-brick empty:hidden" role="alert">
        {refused ? refusal(refused) : null}
      </p>
      {ofKind?.presets.map((part) => (
        <PresetBar
          activity={activity}
          key={part.part}
          onTake={takeSettings}
          part={part}
          shelf={shelf}
        />
      ))}
      {ofKind ? shown(ofKind, "settings", activity.settings, toSettings) : null}
      <details className="border-line border-t pt-2">
        <summary className="cursor-pointer py-3 desk:py-2 font-semibold text-lg">
          {t("leadTexts")}
        </summary>
        <div className="pt-2">{shown(LeadTexts, "texts", texts, toTexts)}</div>
      </details>
    </div>
  );
}

type ChangeOf = (settings: unknown) => ActivityChange;
