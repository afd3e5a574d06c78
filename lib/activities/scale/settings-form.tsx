"use client";

import { useTranslations } from "next-intl";
import { type ScaleSettings, scaleSettings } from "@/lib/activities/scale/schema";
import {
  ActivityReference,
  ListSetting,
  newKey,
  SummarySetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** The questions, the words for the reminder, and what the summary takes. */
function ScaleFields({ settings: { pairWith } }: { settings: ScaleSettings }) {
  const t = useTranslations("kinds.scale.settings");
  return (
    <>
      {pairWith === null ? null : <ActivityReference activity={pairWith} label={t("pairWith")} />}
      <ListSetting
        add={t("addItem")}
        at="items"
        blank={(items) => ({ key: newKey("question", items), prompt: {}, low: {}, high: {} })}
        entry={(n) => t("item", { n })}
        hint={pairWith === null ? undefined : t("pairWithHint")}
        label={t("items")}
      >
        {(item) => (
          <>
            <WordsSetting at={`${item}.prompt`} label={t("prompt")} />
            <WordsSetting at={`${item}.low`} label={t("low")} rows={1} />
            <WordsSetting at={`${item}.high`} label={t("high")} rows={1} />
          </>
        )}
      </ListSetting>
      <WordsSetting at="reminder" label={t("reminder")} />
      <SummarySetting takes={[["aggregate", t("aggregate")]]} />
    </>
  );
}

export const scaleSettingsForm = defineSettingsForm({
  name: "scale",
  settings: scaleSettings,
  Fields: ScaleFields,
});
