"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { NameDialog } from "@/app/sessions/name-dialog";
import { deletePreset, keepPreset } from "@/app/sessions/plans/actions";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { kindOf } from "@/lib/activities/kinds";
import type { AnySettingsForm } from "@/lib/activities/settings-form-contract";
import { isolated } from "@/lib/i18n/isolated";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { PRESET_NAME_CHARACTERS_MAX, type Preset } from "@/lib/session/presets";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { readyPresets } from "@/lib/workshops/ready-presets";

/** All that an account keeps, and what hears of another list. */
export interface PresetShelf {
  presets: readonly Preset[];
  onChange: (presets: readonly Preset[]) => void;
}

export interface PresetBarProps {
  activity: ActivityTemplate;
  /** A part of the settings that its kind lets be kept. */
  part: AnySettingsForm["presets"][number];
  shelf: PresetShelf;
  /** Takes settings that have another such part. */
  onTake: (settings: Readonly<Record<string, unknown>>) => void;
}

/** Takes a part of the settings from elsewhere, or keeps it for other plans. */
export function PresetBar({ activity, part, shelf, onTake }: PresetBarProps) {
  const all = useTranslations();
  const [open, setOpen] = useState<"choose" | "keep" | null>(null);
  const close = () => setOpen(null);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1 font-semibold text-base">{all(`${part.words}.title`)}</legend>
      <Button onClick={() => setOpen("choose")} size="console">
        {all(`${part.words}.choose`)}
      </Button>
      <Button onClick={() => setOpen("keep")} size="console">
        {all(`${part.words}.keep`)}
      </Button>
      <ChooseDialog
        activity={activity}
        onClose={close}
        onTake={(settings) => {
          close();
          onTake(settings);
        }}
        open={open === "choose"}
        part={part}
        shelf={shelf}
      />
      <NameDialog
        button={all("plans.keep")}
        field={{
          label: all(`${part.words}.name`),
          hint: all(`${part.words}.nameHint`),
          maxLength: PRESET_NAME_CHARACTERS_MAX,
          required: true,
        }}
        initial=""
        onClose={close}
        onNamed={async (name) => {
          const kept = await keepPreset({
            ...{ kind: activity.kind, part: part.part, name },
            value: activity.settings[part.part],
          });
          if (kept) shelf.onChange(kept);
          return kept !== null;
        }}
        open={open === "keep"}
        problem={all("plans.keepFailed")}
        title={all(`${part.words}.keep`)}
      />
    </fieldset>
  );
}

/** One that can be taken, with the settings that would have it. */
interface Choice {
  key: string;
  name: string;
  /** What it is deleted by; null for a ready-made one. */
  own: string | null;
  settings: Readonly<Record<string, unknown>>;
}

function ChooseDialog({
  activity: { kind, settings },
  part,
  shelf,
  onTake,
  open,
  onClose,
}: PresetBarProps & DialogState) {
  const all = useTranslations();
  const t = useTranslations("plans");
  const locale = useLocale();
  const { textOf } = usePlanWords("du");
  const { carryOut, hasFailed } = useCarryOut();
  /** Those that make sense in this activity. */
  const fitting = (found: Omit<Choice, "settings"> & { value: unknown }): Choice[] => {
    const { value, ...rest } = found;
    const made = kindOf(kind).withPreset(settings, part.part, value);
    return made ? [{ ...rest, settings: made }] : [];
  };
  const ready = readyPresets(kind, part.part).flatMap(({ title, value }) => {
    const name = textOf(title);
    return fitting({ key: name, name, own: null, value });
  });
  const own = shelf.presets
    .filter((each) => each.kind === kind && each.part === part.part)
    .flatMap(({ id, name, value }) => fitting({ key: id, name, own: id, value }));
  const contents = new Intl.ListFormat(locale, { type: "unit", style: "short" });

  async function remove(id: string): Promise<boolean> {
    const left = await deletePreset(id);
    if (left) shelf.onChange(left);
    return left !== null;
  }

  const list = (choices: readonly Choice[]) => (
    <ul className="divide-y divide-line border-line border-y">
      {choices.map(({ key, name, own: id, settings: made }) => (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2" key={key}>
          <div className="min-w-0 flex-1 basis-60">
            <p className="break-words font-semibold" dir="auto">
              {name}
            </p>
            <p className="text-base text-ink-2">
              {contents.format(part.contents(made).map(textOf))}
            </p>
          </div>
          <div className="flex gap-2">
            {id === null ? null : (
              <Button
                aria-label={t("deleteOf", { name: isolated(name) })}
                kind="quiet"
                onClick={() => void carryOut(() => remove(id))}
                size="console"
              >
                {t("deletePreset")}
              </Button>
            )}
            <Button
              aria-label={t("takeOf", { name: isolated(name) })}
              onClick={() => onTake(made)}
              size="console"
            >
              {t("take")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
  return (
    <NativeDialog onClose={onClose} open={open} title={all(`${part.words}.choose`)}>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold text-base">{t("readyPresets")}</h3>
        {list(ready)}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold text-base">{t("ownPresets")}</h3>
        {own.length === 0 ? (
          <p className="text-base text-ink-2">{all(`${part.words}.none`)}</p>
        ) : (
          list(own)
        )}
      </section>
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("deleteFailed") : null}
      </p>
    </NativeDialog>
  );
}
