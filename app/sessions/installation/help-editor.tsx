"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import {
  type EnteredContact,
  type SaveAnswer,
  saveHelpContacts,
} from "@/app/sessions/installation/actions";
import { randomSecret } from "@/lib/client/random";
import { dateFormat } from "@/lib/i18n/dates";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { SignedOutLine } from "@/lib/ui/signed-out-line";
import { TextField } from "@/lib/ui/text-field";

const FIELDS = ["country", "phone", "nameDe", "nameEn", "noteDe", "noteEn"] as const;

/** The numbers that phones and summaries show; saved together. */
export function HelpEditor({ contacts }: { contacts: readonly EnteredContact[] }) {
  const t = useTranslations("installation");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [list, setList] = useState(contacts);
  const [answer, setAnswer] = useState<SaveAnswer | "unsent" | null>(null);
  const [pending, start] = useTransition();

  async function save() {
    // Without a network the page stays as it is, with all that was entered.
    setAnswer(await saveHelpContacts(list).catch(() => "unsent" as const));
  }

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

  function headingOf(one: EnteredContact, index: number): string {
    const name = locale === "en" ? one.nameEn : one.nameDe;
    if (name === "") return t("contact", { n: index + 1 });
    const day = new Date(one.lastChecked);
    const checked = Number.isNaN(day.getTime())
      ? t("checkedNever")
      : t("checkedOn", {
          date: dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(day),
        });
    return [name, one.country.toUpperCase(), one.phone, checked].filter(Boolean).join(" · ");
  }

  return (
    <form
      action={() => start(save)}
      className="flex flex-col gap-4"
      data-unsaved={(list !== contacts && answer !== "saved") || undefined}
      noValidate
    >
      {list.length === 0 ? <Notice tone="attention">{t("helpEmpty")}</Notice> : null}
      <ol className="flex flex-col gap-3">
        {list.map((one, index) => (
          <li key={one.key}>
            {/* A new one is there to be filled in; the others only take a look. */}
            <Disclosure open={one.phone === ""} title={headingOf(one, index)}>
              <div className="grid gap-x-4 gap-y-3 pb-1 sm:grid-cols-2">
                {FIELDS.map((field) => (
                  <TextField
                    autoComplete="off"
                    hint={field === "country" ? t("countryHint") : undefined}
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
                  aria-label={t("removeNamed", { name: isolated(one.nameDe), phone: one.phone })}
                  className="self-end justify-self-start"
                  onClick={() => remove(one.key)}
                >
                  {t("remove")}
                </Button>
              </div>
            </Disclosure>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button busy={pending} kind="primary" type="submit">
          {t("save")}
        </Button>
        <Button onClick={add}>{t("add")}</Button>
      </div>
      <div aria-live="polite" className="empty:-mt-4">
        {answer === "saved" ? <Notice tone="done">{t("saved")}</Notice> : null}
        {answer === "problem" ? <Notice tone="problem">{t("problem")}</Notice> : null}
        {answer === "signedOut" ? (
          <div className="rounded-control bg-ochre-soft px-4 py-3 text-lg text-ochre">
            <SignedOutLine />
          </div>
        ) : null}
        {answer === "unsent" ? <Notice tone="problem">{errors("unknown")}</Notice> : null}
      </div>
    </form>
  );
}
