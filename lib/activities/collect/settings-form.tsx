"use client";

import { useTranslations } from "next-intl";
import { type CollectSettings, collectSettings } from "@/lib/activities/collect/schema";
import {
  CheckSetting,
  ListSetting,
  NumberSetting,
  newKey,
  SummarySetting,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** How much one writes, what authors are asked, and what becomes of the cards. */
function CollectFields({ settings }: { settings: CollectSettings }) {
  const t = useTranslations("kinds.collect.settings");
  const hasColumns = settings.columns.length > 0;
  return (
    <>
      {settings.caseFirst ? <CaseFields /> : null}
      {hasColumns ? <ColumnFields /> : null}
      <NumberSetting at="itemLimit" label={t("itemLimit")} />
      {hasColumns ? <NumberSetting at="columnLimit" label={t("columnLimit")} /> : null}
      <NumberSetting at="characterLimit" label={t("characterLimit")} />
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <WordsSetting at="cardLabel" label={t("cardLabel")} optional rows={1} />
      <WordsSetting at="fictional" label={t("fictional")} optional rows={3} />
      <CheckSetting at="caseConsent" label={t("caseConsent")} />
      <CheckSetting at="quoteConsent" label={t("quoteConsent")} />
      <WordsSetting at="bridge" label={t("bridge")} />
      <CheckSetting at="roomSorts" label={t("roomSorts")} />
      <NumberSetting at="dots" hint={t("dotsHint")} label={t("dots")} />
      <WordsSetting at="dotsQuestion" label={t("dotsQuestion")} optional rows={1} />
      {settings.ask ? <WordsSetting at="ask" label={t("ask")} /> : null}
      <SummarySetting
        takes={[
          ["aggregate", t("aggregate")],
          ["approved", t("approved")],
        ]}
      />
    </>
  );
}

/** What is talked about before anybody writes. */
function CaseFields() {
  const t = useTranslations("kinds.collect.settings");
  return (
    <>
      <ListSetting
        add={t("addCase")}
        at="caseFirst.cases"
        blank={(cases) => ({ key: newKey("case", cases), text: {} })}
        entry={(n) => t("case", { n })}
        label={t("cases")}
      >
        {(each) => <WordsSetting at={`${each}.text`} label={t("caseText")} rows={3} />}
      </ListSetting>
      <WordsListSetting
        add={t("addQuestion")}
        at="caseFirst.questions"
        entry={(n) => t("question", { n })}
        label={t("questions")}
      />
    </>
  );
}

/** What its cards' columns are called. Whether there are any is for the whole plan to say. */
function ColumnFields() {
  const t = useTranslations("kinds.collect.settings");
  return (
    <ListSetting
      add={t("addColumn")}
      at="columns"
      blank={(columns) => ({ key: newKey("column", columns), name: {} })}
      entry={(n) => t("column", { n })}
      label={t("columns")}
    >
      {(each) => <WordsSetting at={`${each}.name`} label={t("columnName")} rows={1} />}
    </ListSetting>
  );
}

export const collectSettingsForm = defineSettingsForm({
  name: "collect",
  settings: collectSettings,
  Fields: CollectFields,
});
