"use client";

import { useTranslations } from "next-intl";
import * as z from "zod/mini";
import { WordsSetting } from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import { type ActivityTexts, activityTexts } from "@/lib/session/activity-texts";
import { ownPlan } from "@/lib/session/own-plan";

/** What everybody reads of an activity, of whatever kind. */
function RoomFields() {
  const t = useTranslations("plans");
  return (
    <>
      <WordsSetting at="title" label={t("activityTitle")} rows={1} />
      <WordsSetting at="prompt" label={t("prompt")} />
      <WordsSetting at="hint" label={t("hint")} optional />
    </>
  );
}

export const RoomTexts = defineSettingsForm({
  name: "room",
  settings: activityTexts,
  Fields: RoomFields,
});

/** What is said around it, and what whoever leads it has at hand. */
function LeadFields({ settings: { kind, script } }: { settings: ActivityTexts }) {
  const t = useTranslations("plans");
  const catalogue = useTranslations("catalogue");
  const common = useTranslations("common");
  const { whole: nameOf } = usePhaseNames()(kind);
  return (
    <>
      <WordsSetting at="contentNote" label={common("contentNote")} optional />
      <WordsSetting at="optOut" label={common("optOut")} optional />
      {Object.keys(script.phases).map((phase) => (
        <fieldset
          className="flex min-w-0 flex-col gap-3 rounded-card border border-line p-4"
          key={phase}
        >
          <legend className="px-1 font-semibold text-base">{nameOf(phase)}</legend>
          <WordsSetting at={`script.phases.${phase}.say`} label={t("say")} rows={4} />
          <WordsSetting at={`script.phases.${phase}.watchFor`} label={t("watchFor")} />
        </fieldset>
      ))}
      <WordsSetting at="script.ifItStalls" label={catalogue("ifItStalls")} />
      {script.debrief.map((_, at) => (
        <WordsSetting
          at={`script.debrief.${at}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: there are three, in their places
          key={at}
          label={t("debrief", { n: at + 1 })}
        />
      ))}
      <WordsSetting at="script.talkInstead" label={catalogue("talkInstead")} rows={3} />
    </>
  );
}

export const LeadTexts = defineSettingsForm({
  name: "lead",
  settings: activityTexts,
  Fields: LeadFields,
});

/** What the whole plan is for: read on paper, and by whoever opens a session from it. */
export const planPurpose = z.pick(ownPlan, { purpose: true });

function PurposeFields() {
  const t = useTranslations("plans");
  return <WordsSetting at="purpose" label={t("purpose")} rows={3} />;
}

export const Purpose = defineSettingsForm({
  name: "purpose",
  settings: planPurpose,
  Fields: PurposeFields,
});
