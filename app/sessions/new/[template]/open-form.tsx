"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { MinuteStrip } from "@/app/sessions/minute-strip";
import { Agenda, type AgendaEntry } from "@/app/sessions/new/[template]/agenda";
import { RehearseButton } from "@/app/sessions/new/[template]/rehearse-button";
import { type OpenState, openSession } from "@/app/sessions/open-session";
import { TemplateGlyph } from "@/app/sessions/template-glyph";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import type { ChosenSizes } from "@/lib/session/sizes";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { Segments } from "@/lib/ui/segments";
import { TextField } from "@/lib/ui/text-field";
import type { Words } from "@/lib/words";

export interface OpenFormProps {
  template: { id: string; title: Words; purpose: Words; agenda: readonly AgendaEntry[] };
}

const untouched: OpenState = { failed: false };

/** What this session shall be called and how it speaks, beside what it will hold. */
export function OpenForm({ template }: OpenFormProps) {
  const t = useTranslations();
  const locale = useLocale();
  const [state, open, pending] = useActionState(openSession, untouched);
  const { words } = usePlanWords("du");
  const [chosen, setChosen] = useState<ChosenSizes>({});
  const minutes = template.agenda.map((each) => chosen[each.key] ?? each.minutes);
  const sum = minutes.reduce((before, each) => before + each, 0);
  return (
    <form
      action={open}
      className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
      // React empties a form after its action, also after one that was refused: what was chosen stays.
      onReset={(event) => event.preventDefault()}
    >
      <input name="templateId" type="hidden" value={template.id} />
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <TemplateGlyph className="size-10! stroke-[1.2] text-accent" id={template.id} />
          <h1 className="text-balance font-medium font-serif text-3xl">{words(template.title)}</h1>
          <p className="measure text-ink-2 text-lg">{words(template.purpose)}</p>
        </div>
        <div className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4 md:p-6">
          <TextField
            hint={t("sessions.nameHint")}
            label={t("sessions.nameNew")}
            maxLength={SESSION_NAME_CHARACTERS_MAX}
            name="name"
          />
          <Segments
            initial={locale === "en" ? "en" : "de"}
            legend={t("sessions.contentLanguage")}
            name="language"
            options={[
              { value: "de", label: "Deutsch", lang: "de" },
              { value: "en", label: "English", lang: "en" },
            ]}
          />
          <Segments
            initial="du"
            legend={t("sessions.address")}
            name="address"
            options={[
              { value: "du", label: t("sessions.addressDu") },
              { value: "sie", label: t("sessions.addressSie") },
            ]}
          />
          {state.failed ? (
            <div role="alert">
              <Notice tone="problem">
                {state.noHelp ? t("installation.openRefused") : t("sessions.openFailed")}
              </Notice>
            </div>
          ) : null}
          <Button busy={pending} kind="primary" size="phone" type="submit" wide>
            {pending ? t("sessions.opening") : t("sessions.open")}
          </Button>
          <RehearseButton />
        </div>
      </div>
      <section aria-labelledby="agenda" className="flex flex-col gap-3 lg:pt-12">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="font-medium font-serif text-xl" id="agenda">
            {t("sessions.agenda")}
          </h2>
          <p className="tabular text-base">
            <strong className="font-semibold">{t("sessions.minutesShort", { n: sum })}</strong>
            <span className="text-ink-2"> · {t("sessions.parts", { n: minutes.length })}</span>
          </p>
        </div>
        <MinuteStrip minutes={minutes} />
        <Agenda
          chosen={chosen}
          entries={template.agenda}
          onChoose={(key, size) => setChosen({ ...chosen, [key]: size })}
        />
      </section>
    </form>
  );
}
