"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { DownloadState } from "@/app/download-state";
import { useDownload } from "@/app/use-download";
import { Button } from "@/lib/ui/button";
import type { Address } from "@/lib/words";

export interface PrintPackFormProps {
  /** Where the pack is made, without what is chosen here. */
  path: string;
  /** What its address says besides: the sizes of a plan. */
  query: Readonly<Record<string, string>>;
  /** As in "15:00"; empty for no time. */
  start: string;
  /** The form of address, where it can be chosen; null for a session, which has one. */
  address: Address | null;
  /** The most that it is printed for. */
  peopleMax: number;
}

/** For how many where nobody says otherwise. */
const PEOPLE = "12";

const FIELD = "min-h-target rounded-control border border-edge bg-surface px-2";

/** Chooses what the print pack is for, and fetches it; where the server can make none, the same sheets open as a page. */
export function PrintPackForm({ path, query, start, address, peopleMax }: PrintPackFormProps) {
  const t = useTranslations();
  const locale = useLocale();
  const heading = useId();
  const { attempt, make, giveUp } = useDownload<"pack">();

  async function makeFor(form: HTMLFormElement) {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") asked.set(name, value);
    }
    // Sent as it is, the form asks for the page.
    if ((await make("pack", `${path}?${asked}`)) === "unavailable") form.submit();
  }

  return (
    <section
      aria-labelledby={heading}
      className="flex flex-col gap-3 rounded-card border border-line bg-surface px-5 py-4 print:hidden"
    >
      <div>
        <h2 className="font-medium font-serif text-xl" id={heading}>
          {t("print.title")}
        </h2>
        <p className="measure text-base text-ink-2">{t("print.what")}</p>
      </div>
      <form
        action={`${path}/sheets`}
        className="flex flex-wrap items-end gap-x-5 gap-y-3 text-base"
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          void makeFor(event.currentTarget);
        }}
      >
        {Object.entries(query).map(([name, value]) => (
          <input key={name} name={name} type="hidden" value={value} />
        ))}
        <label className="flex flex-col gap-1">
          <span className="font-semibold">{t("print.downloadFor")}</span>
          <input
            className={`tabular w-24 ${FIELD}`}
            defaultValue={PEOPLE}
            max={peopleMax}
            min={1}
            name="people"
            required
            type="number"
          />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-semibold">{t("sessions.beginsAt")}</span>
          <input className={`tabular ${FIELD}`} defaultValue={start} name="start" type="time" />
        </label>
        {address === null || locale !== "de" ? null : (
          <label className="flex flex-col gap-1">
            <span className="font-semibold">{t("sessions.address")}</span>
            <select className={FIELD} defaultValue={address} name="address">
              <option value="du">{t("sessions.addressDu")}</option>
              <option value="sie">{t("sessions.addressSie")}</option>
            </select>
          </label>
        )}
        <Button busy={attempt?.is === "making"} kind="primary" size="console" type="submit">
          <Download aria-hidden size={20} strokeWidth={1.75} />
          {t("print.download")}
        </Button>
        <Button kind="quiet" onClick={(event) => event.currentTarget.form?.submit()} size="console">
          {t("print.asPage")}
        </Button>
      </form>
      <DownloadState attempt={attempt} onGiveUp={giveUp} say={({ is }) => t(`print.${is}`)} />
    </section>
  );
}
