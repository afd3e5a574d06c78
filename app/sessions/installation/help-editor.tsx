"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import {
  type EnteredContact,
  type SaveAnswer,
  saveHelpContacts,
} from "@/app/sessions/installation/actions";
import { randomSecret } from "@/lib/client/random";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { TextField } from "@/lib/ui/text-field";

const FIELDS = ["country", "phone", "nameDe", "nameEn", "noteDe", "noteEn"] as const;

/** The numbers that phones and summaries show; saved together. */
export function HelpEditor({ contacts }: { contacts: readonly EnteredContact[] }) {
  const t = useTranslations("installation");
  const [list, setList] = useState(contacts);
  const [answer, setAnswer] = useState<SaveAnswer | null>(null);
  const [pending, start] = useTransition();

  function change(key: string, part: Partial<EnteredContact>) {
    setAnswer(null);
    setList(list.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }

  function add() {
    setAnswer(null);
    const empty = { nameDe: "", nameEn: "", noteDe: "", noteEn: "", phone: "", lastChecked: "" };
    setList([...list, { ...empty, key: randomSecret(), country: "" }]);
  }

  function remove(key: string) {
    setAnswer(null);
    setList(list.filter((one) => one.key !== key));
  }

  return (
    <form
      action={() => start(async () => setAnswer(await saveHelpContacts(list)))}
      className="flex flex-col gap-4"
      noValidate
    >
      {list.length === 0 ? <Notice tone="attention">{t("helpEmpty")}</Notice> : null}
      <ol className="flex flex-col gap-4">
        {list.map((one, index) => (
          <li key={one.key}>
            <fieldset className="grid gap-x-4 gap-y-3 rounded-card border border-line bg-surface p-4 sm:grid-cols-2">
              <legend className="sr-only">{t("contact", { n: index + 1 })}</legend>
              {FIELDS.map((field) => (
                <TextField
                  autoComplete="off"
                  hint={field === "country" && index === 0 ? t("countryHint") : undefined}
                  key={field}
                  label={t(field)}
                  name={field}
                  onChange={(value) => change(one.key, { [field]: value })}
                  value={one[field]}
                />
              ))}
              <TextField
                label={t("checked")}
                name="lastChecked"
                onChange={(value) => change(one.key, { lastChecked: value })}
                type="date"
                value={one.lastChecked}
              />
              <Button
                aria-label={t("removeNamed", { name: one.nameDe, phone: one.phone })}
                className="self-end justify-self-start"
                kind="quiet"
                onClick={() => remove(one.key)}
              >
                {t("remove")}
              </Button>
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button busy={pending} kind="primary" type="submit">
          {t("save")}
        </Button>
        <Button onClick={add}>{t("add")}</Button>
      </div>
      <div aria-live="polite">
        {answer === "saved" ? <Notice tone="done">{t("saved")}</Notice> : null}
        {answer === "problem" ? <Notice tone="problem">{t("problem")}</Notice> : null}
      </div>
    </form>
  );
}
