"use client";

import { useTranslations } from "next-intl";
import { type BoardSettings, boardSettings } from "@/lib/activities/board/schema";
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

/** What its zones are called, how much one writes, and what becomes of the notes. */
function BoardFields({ settings }: { settings: BoardSettings }) {
  const t = useTranslations("kinds.board.settings");
  return (
    <>
      <ListSetting
        add={t("addZone")}
        at="zones"
        blank={(zones) => ({ key: newKey("zone", zones), name: {} })}
        entry={(n) => t("zone", { n })}
        label={t("zones")}
      >
        {(each) => <WordsSetting at={`${each}.name`} label={t("zoneName")} rows={1} />}
      </ListSetting>
      <NumberSetting at="itemLimit" label={t("itemLimit")} />
      <NumberSetting at="zoneLimit" label={t("zoneLimit")} />
      <NumberSetting at="characterLimit" label={t("characterLimit")} />
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <CheckSetting at="quoteConsent" label={t("quoteConsent")} />
      <WordsSetting at="bridge" label={t("bridge")} />
      <CheckSetting at="roomSorts" label={t("roomSorts")} />
      <NumberSetting at="dots" hint={t("dotsHint")} label={t("dots")} />
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

export const boardSettingsForm = defineSettingsForm({
  name: "board",
  settings: boardSettings,
  Fields: BoardFields,
});
