"use client";

import { useTranslations } from "next-intl";
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
import { type SortSettings, sortSettings } from "@/lib/activities/sort/schema";

/** The words of places and things, how many, and what the summary takes; not the layout, which words are made for. */
function SortFields({ settings }: { settings: SortSettings }) {
  const t = useTranslations("kinds.sort.settings");
  return (
    <>
      <LayoutFields layout={settings.layout} />
      <SourceFields source={settings.source} />
      {settings.decisions === null ? null : (
        <ListSetting
          add={t("addDecision")}
          at="decisions"
          blank={(all) => ({ key: newKey("decision", all), label: {}, asksDate: false })}
          entry={(n) => t("decision", { n })}
          label={t("decisions")}
        >
          {(at) => (
            <>
              <WordsSetting at={`${at}.label`} label={t("label")} rows={1} />
              <CheckSetting at={`${at}.asksDate`} label={t("asksDate")} />
            </>
          )}
        </ListSetting>
      )}
      <WordsSetting at="note" label={t("note")} optional />
      <WordsListSetting
        add={t("addFictional")}
        at="fictional"
        entry={(n) => t("fictionalOne", { n })}
        label={t("fictional")}
      />
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <SummarySetting takes={[["aggregate", t("aggregate")]]} />
    </>
  );
}

function LayoutFields({ layout }: Pick<SortSettings, "layout">) {
  const t = useTranslations("kinds.sort.settings");
  switch (layout.type) {
    case "buckets":
      return (
        <ListSetting
          add={t("addBucket")}
          at="layout.buckets"
          blank={(all) => ({ key: newKey("bucket", all), name: {}, detail: null })}
          entry={(n) => t("bucket", { n })}
          label={t("buckets")}
        >
          {(at) => (
            <>
              <WordsSetting at={`${at}.name`} label={t("name")} rows={1} />
              <WordsSetting at={`${at}.detail`} label={t("detail")} optional />
            </>
          )}
        </ListSetting>
      );
    case "axis":
      return (
        <>
          <WordsSetting at="layout.ends.low" label={t("low")} rows={1} />
          <WordsSetting at="layout.ends.high" label={t("high")} rows={1} />
        </>
      );
    case "grid":
      return (
        <>
          <WordsSetting at="layout.across.low" label={t("left")} rows={1} />
          <WordsSetting at="layout.across.high" label={t("right")} rows={1} />
          <WordsSetting at="layout.up.high" label={t("top")} rows={1} />
          <WordsSetting at="layout.up.low" label={t("bottom")} rows={1} />
        </>
      );
  }
}

function SourceFields({ source }: Pick<SortSettings, "source">) {
  const t = useTranslations("kinds.sort.settings");
  switch (source.type) {
    case "points":
      return <NumberSetting at="source.count" label={t("points")} />;
    case "own":
      return (
        <>
          <NumberSetting at="source.least" label={t("least")} />
          <NumberSetting at="source.most" label={t("most")} />
          <WordsSetting at="source.label" label={t("line")} rows={1} />
        </>
      );
    case "given":
      return (
        <ListSetting
          add={t("addItem")}
          at="source.items"
          blank={(all) => ({ key: newKey("item", all), text: {} })}
          entry={(n) => t("item", { n })}
          label={t("items")}
        >
          {(at) => <WordsSetting at={`${at}.text`} label={t("text")} />}
        </ListSetting>
      );
  }
}

export const sortSettingsForm = defineSettingsForm({
  name: "sort",
  settings: sortSettings,
  Fields: SortFields,
});
