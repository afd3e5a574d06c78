"use client";

import { useTranslations } from "next-intl";
import {
  type CaseSource,
  lensKeys,
  type ReframeSettings,
  reframeSettings,
} from "@/lib/activities/reframe/schema";
import {
  ActivityReference,
  keysOf,
  ListSetting,
  NumberSetting,
  newKey,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** Its cases, the ways of looking at them, and how much is written and voted. */
function ReframeFields({ settings: { source } }: { settings: ReframeSettings }) {
  const t = useTranslations("kinds.reframe.settings");
  return (
    <>
      <SourceFields source={source} />
      <ListSetting
        add={t("addLens")}
        at="lenses"
        blank={(lenses) => {
          const taken = keysOf(lenses);
          const key = lensKeys.find((each) => !taken.has(each));
          return key === undefined ? null : { key, label: {}, help: {} };
        }}
        entry={(n) => t("lens", { n })}
        label={t("lenses")}
      >
        {(lens) => (
          <>
            <WordsSetting at={`${lens}.label`} label={t("lensLabel")} rows={1} />
            <WordsSetting at={`${lens}.help`} label={t("lensHelp")} />
          </>
        )}
      </ListSetting>
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <NumberSetting at="readingLimit" label={t("readingLimit")} />
      <NumberSetting at="characterLimit" label={t("characterLimit")} />
      <WordsSetting at="bridge" label={t("bridge")} />
      <NumberSetting at="votes" label={t("votes")} />
      <NumberSetting at="ballotLimit" label={t("ballotLimit")} />
      <WordsSetting at="criterion" label={t("criterion")} rows={1} />
    </>
  );
}

/** Where its cases are from is for the whole plan to say; here stands what goes with it. */
function SourceFields({ source }: { source: CaseSource }) {
  const t = useTranslations("kinds.reframe.settings");
  if (source.from === "own") {
    return (
      <>
        <WordsSetting at="source.task" label={t("task")} />
        <WordsSetting at="source.answer" label={t("answer")} optional rows={1} />
        <WordsSetting at="source.keep" label={t("keep")} optional rows={1} />
      </>
    );
  }
  return (
    <>
      {source.from === "earlier" ? (
        <ActivityReference activity={source.activity} label={t("earlier")} />
      ) : null}
      <NumberSetting at="source.caseLimit" label={t("caseLimit")} />
      <ListSetting
        add={t("addGivenCase")}
        at="source.givenCases"
        blank={(cases) => ({ key: newKey("case", cases), text: {} })}
        entry={(n) => t("givenCase", { n })}
        label={t("givenCases")}
      >
        {(each) => <WordsSetting at={`${each}.text`} label={t("givenCaseText")} rows={3} />}
      </ListSetting>
    </>
  );
}

export const reframeSettingsForm = defineSettingsForm({
  name: "reframe",
  settings: reframeSettings,
  Fields: ReframeFields,
});
