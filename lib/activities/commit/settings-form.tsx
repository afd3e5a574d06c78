"use client";

import { useTranslations } from "next-intl";
import { type CommitSettings, commitSettings } from "@/lib/activities/commit/schema";
import type { ValuePath } from "@/lib/activities/filled-in";
import {
  CheckSetting,
  ChoiceSetting,
  ListSetting,
  NumberSetting,
  newKey,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm, useSettingsOnForm } from "@/lib/activities/settings-form-contract";
import { CheckLine } from "@/lib/ui/console/check-line";
import { isObject } from "@/lib/upcast";

/** A month: what a date begins with that is made to stand there already. */
const DAYS_AHEAD_AT_FIRST = 28;

/** What is written, how it becomes a sentence, what one may borrow from, and what one can share by ticking. */
function CommitFields({ settings }: { settings: CommitSettings }) {
  const t = useTranslations("kinds.commit.settings");
  const names = settings.fields.map(({ key }) => `{${key}}`).join(" ");
  const written = settings.fields.filter(({ input }) => input !== "date");
  const blankExample = () => written.map(({ key }) => ({ field: key, text: {} }));
  return (
    <>
      <ListSetting
        add={t("addField")}
        at="fields"
        blank={blankField}
        entry={(n) => t("field", { n })}
        hint={t("fieldsHint")}
        label={t("fields")}
      >
        {(field) => <FieldSettings at={field} />}
      </ListSetting>
      <WordsSetting
        at="sentence"
        hint={t("sentenceHint", { names })}
        label={t("sentence")}
        optional
      />
      <NumberSetting at="weeks" label={t("weeks")} />
      <ListSetting
        add={t("addExample")}
        at="examples"
        blank={blankExample}
        entry={(n) => t("example", { n })}
        label={t("examples")}
      >
        {(example) => <ExampleSettings at={example} />}
      </ListSetting>
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <WordsListSetting
        add={t("addCheck")}
        at="checks"
        entry={(n) => t("check", { n })}
        label={t("checks")}
      />
      <WordsSetting at="pairTask" label={t("pairTask")} optional />
      <SharingSettings settings={settings} />
      <WordsSetting at="button" label={t("button")} optional rows={1} />
      <WordsSetting at="stageCaption" label={t("stageCaption")} optional rows={1} />
      <WordsSetting at="finishedLabel" label={t("finishedLabel")} optional rows={1} />
    </>
  );
}

const blankField = (fields: readonly unknown[]) => ({
  key: newKey("field", fields),
  label: {},
  placeholder: null,
  input: "text",
  required: false,
  offers: [],
  daysAhead: null,
});

function ExampleSettings({ at }: { at: ValuePath }) {
  const { entered } = useSettingsOnForm();
  return keysIn(entered(at)).map((field, n) => (
    <WordsSetting at={`${at}.${n}.text`} key={field} label={`{${field}}`} />
  ));
}

/** The fields that an example fills in, in its order. */
const keysIn = (parts: unknown): string[] =>
  Array.isArray(parts) ? parts.map((part) => String(isObject(part) ? part.field : "")) : [];

function FieldSettings({ at }: { at: ValuePath }) {
  const t = useTranslations("kinds.commit.settings");
  const { entered, enter } = useSettingsOnForm();
  const input = entered(`${at}.input`);
  const daysAhead = entered(`${at}.daysAhead`) ?? null;
  return (
    <>
      <WordsSetting at={`${at}.label`} label={t("label")} rows={1} />
      <ChoiceSetting
        at={`${at}.input`}
        label={t("input")}
        options={[
          ["text", t("inputText")],
          ["long", t("inputLong")],
          ["choice", t("inputChoice")],
          ["date", t("inputDate")],
        ]}
      />
      {input === "date" ? (
        <>
          <CheckLine
            checked={daysAhead !== null}
            onChange={(isPreset) => enter(`${at}.daysAhead`, isPreset ? DAYS_AHEAD_AT_FIRST : null)}
          >
            {t("preset")}
          </CheckLine>
          {daysAhead === null ? null : (
            <NumberSetting at={`${at}.daysAhead`} label={t("daysAhead")} />
          )}
        </>
      ) : (
        <WordsSetting at={`${at}.placeholder`} label={t("placeholder")} optional />
      )}
      {input === "choice" ? (
        <ListSetting
          add={t("addOffer")}
          at={`${at}.offers`}
          blank={(offers) => ({ key: newKey("offer", offers), label: {} })}
          entry={(n) => t("offer", { n })}
          label={t("offers")}
        >
          {(offer) => <WordsSetting at={`${offer}.label`} label={t("offerLabel")} />}
        </ListSetting>
      ) : null}
      <CheckSetting at={`${at}.required`} label={t("required")} />
    </>
  );
}

/** What can be shared as a number: steps to tick, or what was chosen in a field. */
function SharingSettings({ settings: { fields, sharedField } }: { settings: CommitSettings }) {
  const t = useTranslations("kinds.commit.settings");
  const choices = fields.filter(({ input }) => input === "choice");
  return (
    <>
      <WordsSetting at="ticksLabel" label={t("ticksLabel")} optional rows={1} />
      <ChoiceSetting
        at="sharedField"
        label={t("sharedField")}
        none={t("sharedSteps")}
        options={choices.map(({ key }) => [key, t("sharedOf", { field: `{${key}}` })])}
      />
      {sharedField === null ? (
        <>
          <NumberSetting at="ticksMax" label={t("ticksMax")} />
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
      ) : null}
    </>
  );
}

export const commitSettingsForm = defineSettingsForm({
  name: "commit",
  settings: commitSettings,
  Fields: CommitFields,
});
