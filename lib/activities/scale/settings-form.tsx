"use client";

import { useTranslations } from "next-intl";
import { doubtOfPair } from "@/lib/activities/scale/doubts";
import { type ScaleSettings, scaleSettings } from "@/lib/activities/scale/schema";
import {
  ActivityReference,
  ListSetting,
  newKey,
  SummarySetting,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** The questions, what stands around their result, the words for the reminder, and what the summary takes. */
function ScaleFields({ settings }: { settings: ScaleSettings }) {
  const t = useTranslations("kinds.scale.settings");
  const { pairWith, reminder, overlay, series } = settings;
  // Of what is asked twice only whole pairs count, and there is no result of one asking.
  const isMeasure = pairWith !== null || reminder !== null || series !== null;
  return (
    <>
      {pairWith === null ? null : <ActivityReference activity={pairWith} label={t("pairWith")} />}
      <ListSetting
        add={t("addItem")}
        at="items"
        blank={(items) => ({
          ...{ key: newKey("question", items), prompt: {}, low: {}, high: {} },
          none: null,
        })}
        entry={(n) => t("item", { n })}
        hint={
          series === null
            ? pairWith === null
              ? undefined
              : t("pairWithHint")
            : t(series === "keep" ? "keepHint" : "recallHint")
        }
        label={t("items")}
      >
        {(item) => (
          <>
            <WordsSetting at={`${item}.prompt`} label={t("prompt")} />
            <WordsSetting at={`${item}.low`} label={t("low")} rows={1} />
            <WordsSetting at={`${item}.high`} label={t("high")} rows={1} />
            {isMeasure ? null : (
              <WordsSetting
                at={`${item}.none`}
                hint={t("noneHint")}
                label={t("none")}
                optional
                rows={1}
              />
            )}
          </>
        )}
      </ListSetting>
      {overlay === null ? null : <OverlayFields />}
      {isMeasure ? null : (
        <>
          <WordsSetting at="note" label={t("note")} optional />
          <WordsListSetting
            add={t("addStarter")}
            at="starters"
            entry={(n) => t("starter", { n })}
            label={t("starters")}
          />
        </>
      )}
      {reminder === null ? null : <WordsSetting at="reminder" label={t("reminder")} />}
      <SummarySetting takes={[["aggregate", t("aggregate")]]} />
    </>
  );
}

/** What the first two questions are called in their picture, and what is said of a wide spread. */
function OverlayFields() {
  const t = useTranslations("kinds.scale.settings");
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-lg">{t("overlay")}</legend>
      <p className="text-base text-ink-2">{t("overlayHint")}</p>
      <WordsSetting at="overlay.captions.0" label={t("captionUpper")} rows={1} />
      <WordsSetting at="overlay.captions.1" label={t("captionLower")} rows={1} />
      <WordsSetting at="overlay.wide" hint={t("wideHint")} label={t("wide")} optional />
    </fieldset>
  );
}

const DOUBTS = "kinds.scale.settings.doubts";

export const scaleSettingsForm = defineSettingsForm({
  name: "scale",
  settings: scaleSettings,
  Fields: ScaleFields,
  doubts(settings, place) {
    const doubt = doubtOfPair(settings, place);
    if (doubt === null) return [];
    const { of, first: about, mended } = doubt;
    const isOnce = of === "once";
    return [
      {
        short: `${DOUBTS}.${isOnce ? "onceShort" : "otherShort"}`,
        says: `${DOUBTS}.${of}`,
        about,
        mend: {
          label: `${DOUBTS}.${isOnce ? "onceMend" : "otherMend"}`,
          settings: mended,
          texts: isOnce,
        },
      },
    ];
  },
});
