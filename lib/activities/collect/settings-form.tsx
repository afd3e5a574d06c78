"use client";

import { useTranslations } from "next-intl";
import { collectSettings } from "@/lib/activities/collect/schema";
import {
  CheckSetting,
  NumberSetting,
  SummarySetting,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** How much one writes, what authors are asked, and what becomes of the cards. */
function CollectFields() {
  const t = useTranslations("kinds.collect.settings");
  return (
    <>
      <NumberSetting at="itemLimit" label={t("itemLimit")} />
      <NumberSetting at="characterLimit" label={t("characterLimit")} />
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <CheckSetting at="caseConsent" label={t("caseConsent")} />
      <CheckSetting at="quoteConsent" label={t("quoteConsent")} />
      <WordsSetting at="bridge" label={t("bridge")} />
      <NumberSetting at="dots" hint={t("dotsHint")} label={t("dots")} />
      <SummarySetting
        takes={[
          ["aggregate", t("aggregate")],
          ["approved", t("approved")],
        ]}
      />
    </>
  );
}

export const collectSettingsForm = defineSettingsForm({
  name: "collect",
  settings: collectSettings,
  Fields: CollectFields,
});
