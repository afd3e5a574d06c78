"use client";

import { useTranslations } from "next-intl";
import { type CommitSettings, commitSettings } from "@/lib/activities/commit/schema";
import {
  CheckSetting,
  ListSetting,
  newKey,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** What the plan's fields are called, what one may borrow from, and what one can share by ticking. */
function CommitFields({ settings: { fields } }: { settings: CommitSettings }) {
  const t = useTranslations("kinds.commit.settings");
  return (
    <>
      {fields.map(({ key }, n) => (
        <fieldset className="flex min-w-0 flex-col gap-3" key={key}>
          <legend className="mb-1 font-semibold text-lg">{t("field", { n: n + 1 })}</legend>
          <WordsSetting at={`fields.${n}.label`} label={t("label")} rows={1} />
          <WordsSetting at={`fields.${n}.placeholder`} label={t("placeholder")} optional />
          <CheckSetting at={`fields.${n}.required`} label={t("required")} />
        </fieldset>
      ))}
      <ListSetting
        add={t("addExample")}
        at="examples"
        blank={() => ({ trigger: {}, step: {} })}
        entry={(n) => t("example", { n })}
        label={t("examples")}
      >
        {(example) => (
          <>
            <WordsSetting at={`${example}.trigger`} label={t("trigger")} />
            <WordsSetting at={`${example}.step`} label={t("step")} />
          </>
        )}
      </ListSetting>
      <WordsListSetting
        add={t("addCheck")}
        at="checks"
        entry={(n) => t("check", { n })}
        label={t("checks")}
      />
      <ListSetting
        add={t("addGenericStep")}
        at="genericSteps"
        blank={(steps) => ({ key: newKey("step", steps), label: {} })}
        entry={(n) => t("genericStep", { n })}
        hint={t("genericStepsHint")}
        label={t("genericSteps")}
      >
        {(step) => <WordsSetting at={`${step}.label`} label={t("genericStepLabel")} />}
      </ListSetting>
    </>
  );
}

export const commitSettingsForm = defineSettingsForm({
  name: "commit",
  settings: commitSettings,
  Fields: CommitFields,
});
