"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useId, useState } from "react";
import { type OpenState, openSession } from "@/app/sessions/open-session";
import { sizeField } from "@/app/sessions/size-field";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import type { ChosenSizes } from "@/lib/session/sizes";
import { ActivityNotes, type ActivityNotesProps } from "@/lib/ui/activity-notes";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import type { Words } from "@/lib/words";

interface AgendaEntry extends Omit<ActivityNotesProps, "words"> {
  key: string;
  title: Words;
  minutes: number;
  /** Minutes that it can be held in; empty where it has only its own. */
  sizes: readonly number[];
}

export interface TemplateCardProps {
  template: {
    id: string;
    title: Words;
    purpose: Words;
    minutes: number;
    agenda: readonly AgendaEntry[];
  };
}

const untouched: OpenState = { failed: false };

/** A ready-made workshop with the two choices that its words need, and the way in. */
export function TemplateCard({ template }: TemplateCardProps) {
  const t = useTranslations();
  const locale = useLocale();
  const [state, open, pending] = useActionState(openSession, untouched);
  const id = useId();
  const { words } = usePlanWords("du");
  const [chosen, setChosen] = useState<ChosenSizes>({});
  const minutesOf = ({ key, minutes }: AgendaEntry) => chosen[key] ?? minutes;
  const longer = template.agenda.reduce((sum, each) => sum + minutesOf(each) - each.minutes, 0);
  return (
    <form
      action={open}
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5"
      // React empties a form after its action, also after one that was refused: what was chosen stays.
      onReset={(event) => event.preventDefault()}
    >
      <input name="templateId" type="hidden" value={template.id} />
      <div className="flex flex-col gap-1">
        <h3 className="font-medium font-serif text-xl" id={id}>
          {words(template.title)}
          <span className="text-ink-2">
            {" · "}
            {t("sessions.minutesShort", { n: template.minutes + longer })}
          </span>
        </h3>
        <p className="measure">{words(template.purpose)}</p>
      </div>
      <details>
        <summary className="inline-flex min-h-10 items-center font-semibold text-accent underline underline-offset-4">
          {t("sessions.agendaShow", { n: template.agenda.length })}
        </summary>
        <ol className="max-w-[480px] divide-y divide-line border-line border-y">
          {template.agenda.map((each) => (
            <li className="py-1.5" key={each.key}>
              <div className="flex items-center justify-between gap-4">
                <span className="min-w-0">{words(each.title)}</span>
                <Minutes
                  chosen={minutesOf(each)}
                  entry={each}
                  onChoose={(minutes) => setChosen({ ...chosen, [each.key]: minutes })}
                />
              </div>
              <ActivityNotes {...each} words={words} />
            </li>
          ))}
        </ol>
      </details>
      <div className="max-w-[480px]">
        <TextField
          hint={t("sessions.nameHint")}
          label={t("sessions.nameNew")}
          maxLength={SESSION_NAME_CHARACTERS_MAX}
          name="name"
        />
      </div>
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <Choice
          initial={locale === "en" ? "en" : "de"}
          legend={t("sessions.contentLanguage")}
          name="language"
          options={[
            { value: "de", label: "Deutsch", lang: "de" },
            { value: "en", label: "English", lang: "en" },
          ]}
        />
        <Choice
          initial="du"
          legend={t("sessions.address")}
          name="address"
          options={[
            { value: "du", label: t("sessions.addressDu") },
            { value: "sie", label: t("sessions.addressSie") },
          ]}
        />
      </div>
      {state.failed ? (
        <p className="text-brick" role="alert">
          {state.noHelp ? t("installation.openRefused") : t("sessions.openFailed")}
        </p>
      ) : null}
      <Button busy={pending} className="self-start" kind="primary" size="phone" type="submit">
        {pending ? t("sessions.opening") : t("sessions.open")}
      </Button>
    </form>
  );
}

interface MinutesProps {
  entry: AgendaEntry;
  chosen: number;
  onChoose: (minutes: number) => void;
}

/** How long an activity takes, and a choice where it comes in several sizes. */
function Minutes({ entry, chosen, onChoose }: MinutesProps) {
  const t = useTranslations("sessions");
  const { textOf } = usePlanWords("du");
  if (entry.sizes.length < 2) {
    return (
      <span className="tabular shrink-0 text-ink-2">{t("minutesShort", { n: entry.minutes })}</span>
    );
  }
  return (
    <select
      aria-label={t("sizeOf", { title: textOf(entry.title) })}
      className="tabular min-h-10 shrink-0 rounded-control border border-edge bg-surface px-2"
      name={sizeField(entry.key)}
      onChange={(event) => onChoose(Number(event.target.value))}
      value={chosen}
    >
      {entry.sizes.map((minutes) => (
        <option key={minutes} value={minutes}>
          {t("minutesShort", { n: minutes })}
        </option>
      ))}
    </select>
  );
}

interface ChoiceProps {
  legend: string;
  name: string;
  initial: string;
  options: readonly { value: string; label: string; lang?: string }[];
}

function Choice({ legend, name, initial, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="text-ink-2 text-sm">{legend}</legend>
      <div className="flex gap-5">
        {options.map(({ value, label, lang }) => (
          <label
            className="flex min-h-10 cursor-pointer items-center gap-2"
            key={value}
            lang={lang}
          >
            <input
              className="size-4 accent-accent"
              defaultChecked={value === initial}
              name={name}
              type="radio"
              value={value}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
