"use client";

import { useTranslations } from "next-intl";
import {
  type RoleplaySettings,
  roleplayModes,
  roleplaySettings,
} from "@/lib/activities/roleplay/schema";
import {
  ActivityReference,
  CheckSetting,
  ChoiceSetting,
  ListSetting,
  NumberSetting,
  newKey,
  SummarySetting,
  WordsListSetting,
  WordsSetting,
} from "@/lib/activities/settings-fields";
import { defineSettingsForm } from "@/lib/activities/settings-form-contract";

/** What can be talked about, who one is, and how the rounds are held. */
function RoleplayFields({ settings }: { settings: RoleplaySettings }) {
  const t = useTranslations("kinds.roleplay.settings");
  const isOwn = settings.source.from === "own";
  return (
    <>
      {settings.source.from === "earlier" ? (
        <ActivityReference activity={settings.source.activity} label={t("from")} />
      ) : null}
      {isOwn ? <HelpFields /> : <CaseFields />}
      <RoleFields count={settings.roleSet.roles.length} />
      <RoundFields settings={settings} />
      {isOwn ? null : (
        <ChoiceSetting
          at="mode"
          label={t("mode")}
          options={roleplayModes.map((mode) => [mode, t(mode)] as const)}
        />
      )}
      <CheckSetting at="runs" label={t("runs")} />
      {isOwn ? null : (
        <>
          <NumberSetting at="linesEach" label={t("linesEach")} />
          <NumberSetting at="characterLimit" label={t("characterLimit")} />
        </>
      )}
      {settings.deRole ? (
        <WordsListSetting
          add={t("addDeRole")}
          at="deRole"
          entry={(n) => t("deRoleStep", { n })}
          label={t("deRole")}
        />
      ) : null}
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-1 font-semibold text-lg">{t("debrief")}</legend>
        {settings.debrief.map(({ key }, at) => (
          <WordsSetting
            at={`debrief.${at}.text`}
            key={key}
            label={t("debriefStep", { n: at + 1 })}
          />
        ))}
      </fieldset>
      <WordsSetting at="label" label={t("label")} optional rows={1} />
      <WordsListSetting
        add={t("addStarter")}
        at="starters"
        entry={(n) => t("starter", { n })}
        label={t("starters")}
      />
      <SummarySetting takes={[["approved", t("approved")]]} />
    </>
  );
}

function CaseFields() {
  const t = useTranslations("kinds.roleplay.settings");
  return (
    <ListSetting
      add={t("addCase")}
      at="source.givenCases"
      blank={(cases) => ({ key: newKey("case", cases), text: {} })}
      entry={(n) => t("case", { n })}
      label={t("cases")}
    >
      {(each) => <WordsSetting at={`${each}.text`} label={t("caseText")} rows={3} />}
    </ListSetting>
  );
}

function HelpFields() {
  const t = useTranslations("kinds.roleplay.settings");
  return (
    <ListSetting
      add={t("addHelp")}
      at="source.help"
      blank={(help) => ({ key: newKey("help", help), label: {} })}
      entry={(n) => t("helpOption", { n })}
      label={t("help")}
    >
      {(each) => <WordsSetting at={`${each}.label`} label={t("helpLabel")} rows={1} />}
    </ListSetting>
  );
}

/** What stands on each role's card: which there are, and how they are dealt, is the set's. */
function RoleFields({ count }: { count: number }) {
  const t = useTranslations("kinds.roleplay.settings");
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-lg">{t("roles")}</legend>
      <p className="text-base text-ink-2">{t("rolesHint")}</p>
      {Array.from({ length: count }, (_, at) => `roleSet.roles.${at}`).map((role, at) => (
        <fieldset
          className="flex min-w-0 flex-col gap-3 rounded-card border border-line p-4"
          key={role}
        >
          <legend className="px-1 font-semibold text-base">{t("role", { n: at + 1 })}</legend>
          <WordsSetting at={`${role}.name`} label={t("roleName")} rows={1} />
          <WordsSetting at={`${role}.stance`} label={t("stance")} />
          <WordsSetting at={`${role}.question`} label={t("question")} rows={1} />
        </fieldset>
      ))}
    </fieldset>
  );
}

function RoundFields({ settings: { rounds, steps } }: { settings: RoleplaySettings }) {
  const t = useTranslations("kinds.roleplay.settings");
  return (
    <>
      {rounds.some((name) => name !== null) ? (
        <fieldset className="flex min-w-0 flex-col gap-3">
          <legend className="mb-1 font-semibold text-lg">{t("rounds")}</legend>
          {rounds.map((_, at) => (
            <WordsSetting
              at={`rounds.${at}`}
              // biome-ignore lint/suspicious/noArrayIndexKey: rounds have no identity but their place
              key={at}
              label={t("round", { n: at + 1 })}
              optional
              rows={1}
            />
          ))}
        </fieldset>
      ) : null}
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-1 font-semibold text-lg">{t("steps")}</legend>
        {steps.map(({ key }, at) => (
          <WordsSetting
            at={`steps.${at}.text`}
            key={key}
            label={t("step", { n: at + 1 })}
            optional
          />
        ))}
      </fieldset>
    </>
  );
}

export const roleplaySettingsForm = defineSettingsForm({
  name: "roleplay",
  settings: roleplaySettings,
  Fields: RoleplayFields,
  presets: [
    {
      part: "roleSet",
      words: "kinds.roleplay.settings.presets.roleSet",
      contents: ({ roleSet }) => roleSet.roles.map(({ name }) => name),
    },
  ],
});
