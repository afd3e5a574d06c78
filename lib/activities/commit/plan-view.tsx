"use client";

import { CalendarPlus, Copy, Printer } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type OwnPlan, ownPlan } from "@/lib/activities/commit/kept";
import { contentOf } from "@/lib/activities/kept";
import { dateFormat } from "@/lib/i18n/dates";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { calendarEntry, download } from "@/lib/ui/phone/calendar-entry";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { Disclosure } from "@/lib/ui/phone/disclosure";

/** The plan as one sentence; null while its two halves are not both there. */
export function usePlanSentence(plan: OwnPlan): string | null {
  const t = useTranslations("kinds.commit.phone");
  const locale = useLocale();
  // A full stop inside the field would double the sentence's own.
  const field = (key: string) => isolated((plan.fields[key] ?? "").trim().replace(/[.,]+$/, ""));
  const when = field("when");
  const step = field("then");
  const by = field("by");
  if (when === "" || step === "") return null;
  if (by === "") return t("planSentenceOpen", { when, step });
  const date = new Date(`${by}T12:00`);
  const spoken = Number.isNaN(date.getTime())
    ? by
    : dateFormat(locale, { dateStyle: "long" }).format(date);
  return t("planSentence", { when, step, by: spoken });
}

/** All plans of this device, in one covered place that looks the same where there is none: neighbours look. */
export function OwnPlans() {
  const t = useTranslations("kinds.commit.phone");
  const { record } = useDevice();
  const plans = Object.entries(record.kept).filter(([, { kind }]) => kind === ownPlan.kind);
  return (
    <Disclosure title={t("ownPlan")}>
      {plans.length === 0 ? (
        <p className="text-ink-2">{t("planEmpty")}</p>
      ) : (
        <div className="flex flex-col gap-6">
          {plans.map(([key, entry]) => (
            <PlanView key={key} plan={contentOf(ownPlan, entry)} />
          ))}
        </div>
      )}
    </Disclosure>
  );
}

/**
 * One's own plan, and the three ways in which it leaves the phone by one's own hand. For a covered place: a
 * plan may name people, and neighbours look, also for whether there is one.
 */
export function PlanView({ plan }: { plan: OwnPlan }) {
  const t = useTranslations("kinds.commit.phone");
  const sentence = usePlanSentence(plan);
  const [copied, setCopied] = useState<"no" | "yes" | "by-hand">("no");
  const field = useRef<HTMLTextAreaElement>(null);
  if (sentence === null) return <p className="text-ink-2">{t("planEmpty")}</p>;
  const text = sentence;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      // Over plain http there is no clipboard: the text is laid out, marked, and copied the old way.
      setCopied("by-hand");
      requestAnimationFrame(() => {
        field.current?.select();
        if (document.execCommand("copy")) setCopied("yes");
      });
    }
  }

  async function toCalendar() {
    const calendar = await calendarEntry(text, plan.fields.by ?? "");
    if (calendar) download("aufwind.ics", "text/calendar;charset=utf-8", calendar);
  }

  return (
    <div className="flex flex-col gap-3">
      <PeoplesWords as="p" className="text-xl">
        {text}
      </PeoplesWords>
      <div className="flex flex-wrap gap-2">
        {plan.fields.by ? (
          <Button onClick={toCalendar}>
            <CalendarPlus aria-hidden size={20} strokeWidth={1.75} />
            {t("planCalendar")}
          </Button>
        ) : null}
        <Button onClick={() => window.print()}>
          <Printer aria-hidden size={20} strokeWidth={1.75} />
          {t("planPrint")}
        </Button>
        <Button onClick={copy}>
          <Copy aria-hidden size={20} strokeWidth={1.75} />
          {t("planCopy")}
        </Button>
      </div>
      <p className="text-base text-ink-2" role="status">
        {copied === "yes" ? t("planCopied") : copied === "by-hand" ? t("planSelect") : null}
      </p>
      {copied === "by-hand" ? (
        <textarea
          dir="auto"
          aria-label={t("planSelect")}
          className="w-full rounded-card border border-edge bg-surface px-4 py-3"
          readOnly
          ref={field}
          rows={4}
          value={text}
        />
      ) : null}
      {createPortal(
        <div className="print-sheet">
          <h1 className="font-medium font-serif text-2xl">{t("ownPlan")}</h1>
          <p className="mt-6 text-xl">{text}</p>
          <p className="mt-6 text-base">{t("planPrintNote")}</p>
        </div>,
        document.body,
      )}
    </div>
  );
}
