"use client";

import { useTranslations } from "next-intl";
import { type PauseSettings, pauseSettings } from "@/lib/activities/pause/schema";
import { CheckSetting, WordsListSetting, WordsSetting } from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** Lines of a screen of text to see at once. */
const TEXT_ROWS = 8;

/**
 * Its text and its button, or what each of its steps says. Which steps it has, and whether it opens, breaks or
 * closes the session, is for the whole plan to say.
 */
function PauseFields({ settings: { text, steps } }: { settings: PauseSettings }) {
  const t = useTranslations("kinds.pause.settings");
  const phases = useTranslations("kinds.pause.phases");
  return (
    <>
      {text === null ? null : (
        <>
          <WordsSetting at="text" hint={t("textHint")} label={t("text")} rows={TEXT_ROWS} />
          <WordsSetting
            at="acknowledge"
            hint={t("acknowledgeHint")}
            label={t("acknowledge")}
            optional
          />
        </>
      )}
      {steps.map(({ key }, at) => (
        <fieldset className="flex min-w-0 flex-col gap-3" key={key}>
          <legend className="mb-1 font-semibold text-lg">{phases(`${key}.name`)}</legend>
          <WordsSetting at={`steps.${at}.text`} label={t("text")} />
          {key === "quiet" ? null : (
            <WordsListSetting
              add={t("addStarter")}
              at={`steps.${at}.starters`}
              entry={(n) => t("starter", { n })}
              label={t("starters")}
            />
          )}
        </fieldset>
      ))}
      {steps.some(({ key }) => key === "quiet") ? (
        <CheckSetting at="breath" label={t("breath")} />
      ) : null}
    </>
  );
}

export const pauseSettingsForm = defineSettingsForm({
  name: "pause",
  settings: pauseSettings,
  Fields: PauseFields,
});
