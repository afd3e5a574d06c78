"use client";

import { useTranslations } from "next-intl";
import { pauseSettings } from "@/lib/activities/pause/schema";
import { WordsSetting } from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** Lines of a screen of text to see at once. */
const TEXT_ROWS = 8;

/** Its text and its button. Whether it opens, breaks or closes the session is for the whole plan to say. */
function PauseFields() {
  const t = useTranslations("kinds.pause.settings");
  return (
    <>
      <WordsSetting at="text" hint={t("textHint")} label={t("text")} rows={TEXT_ROWS} />
      <WordsSetting
        at="acknowledge"
        hint={t("acknowledgeHint")}
        label={t("acknowledge")}
        optional
      />
    </>
  );
}

export const pauseSettingsForm = defineSettingsForm({
  name: "pause",
  settings: pauseSettings,
  Fields: PauseFields,
});
