"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { SavingState } from "@/app/sessions/plans/saving";
import { clockTime, minutesOfDay } from "@/lib/clock-times";
import { usePlanWords } from "@/lib/i18n/plan-words";
import {
  isPlanName,
  minutesOf,
  type OwnPlan,
  PLAN_NAME_CHARACTERS_MAX,
} from "@/lib/session/own-plan";
import { setBuffer } from "@/lib/session/plan-edits";
import { buttonClass } from "@/lib/ui/button";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";

/** Minutes that can be kept free: a quarter of an hour is what the longest of ours leave. */
const BUFFERS = [0, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30] as const;

const FIELD = "tabular min-h-target rounded-control border border-edge bg-surface px-2 text-base";

export interface PlanBarProps {
  id: string;
  plan: OwnPlan;
  /** When it would begin, as a field for a time has it: to look at, and kept nowhere. */
  start: string;
  onStart: (start: string) => void;
  onChange: (plan: OwnPlan) => void;
  state: SavingState;
}

/** Above the columns: what the plan is called, how long it takes, whether it is saved, and the way to opening it. */
export function PlanBar({ id, plan, start, onStart, onChange, state }: PlanBarProps) {
  const t = useTranslations();
  const minutes = minutesOf(plan);
  const from = minutesOfDay(start);
  const buffer = plan.buffer ?? 0;
  const isOdd = !BUFFERS.some((each) => each === buffer);
  return (
    <header className="border-line border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 lg:px-6">
        <a
          aria-label={t("plans.toPlans")}
          className="inline-flex size-12 items-center justify-center rounded-control text-accent max-lg:-ms-3"
          href="/sessions#plans"
        >
          <UpdraftGlyph />
        </a>
        <PlanName onChange={onChange} plan={plan} />
        <p className="tabular flex flex-wrap items-center gap-x-2 gap-y-1 text-base text-ink-2">
          <span className="whitespace-nowrap">{t("sessions.minutesShort", { n: minutes })}</span>
          <span aria-hidden>·</span>
          <input
            aria-label={t("sessions.beginsAt")}
            className={FIELD}
            onChange={(event) => onStart(event.target.value)}
            type="time"
            value={start}
          />
          {from === null ? null : (
            <span className="whitespace-nowrap">
              {t("sessions.endsAt", { time: clockTime(from, minutes) })}
            </span>
          )}
        </p>
        <label
          className={`flex items-center gap-2 rounded-control text-base ${buffer === 0 ? "bg-ochre-soft px-2 font-semibold text-ochre" : "text-ink-2"}`}
        >
          {t("plans.buffer")}
          <select
            className={`${FIELD} font-normal text-ink`}
            onChange={(event) => onChange(setBuffer(plan, Number(event.target.value)))}
            value={buffer}
          >
            {[...BUFFERS, ...(isOdd ? [buffer] : [])].map((each) => (
              <option key={each} value={each}>
                {each === 0 ? t("plans.noBuffer") : t("sessions.minutesShort", { n: each })}
              </option>
            ))}
          </select>
        </label>
        <div className="ms-auto flex flex-wrap items-center gap-x-4 gap-y-2">
          <p
            className={`text-base ${state === "saved" || state === "saving" ? "text-ink-2" : "text-ochre"}`}
            role="status"
          >
            {t(`plans.state.${state}`)}
          </p>
          <a
            className={buttonClass("secondary", "console")}
            href={`/sessions/new/${id}/guide?start=${start}`}
          >
            {t("plans.guide")}
          </a>
          <a className={buttonClass("primary", "console")} href={`/sessions/new/${id}`}>
            {t("sessions.open")}
          </a>
        </div>
      </div>
    </header>
  );
}

/** The name, in the place where it stands. One that is none is kept in the field alone. */
function PlanName({ plan, onChange }: Pick<PlanBarProps, "plan" | "onChange">) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const { wordingOf } = usePlanWords("du");
  const [entered, setEntered] = useState(wordingOf(plan.title).text);
  const isFit = isPlanName(entered);
  return (
    <div className="flex min-w-48 max-w-full flex-1 flex-col lg:max-w-96">
      <h1 className="sr-only">{entered}</h1>
      <input
        aria-describedby={isFit ? undefined : "plan-name-problem"}
        aria-invalid={isFit ? undefined : true}
        aria-label={t("name")}
        className="min-h-12 w-full rounded-control border border-transparent bg-transparent px-2 font-medium font-serif text-xl hover:border-edge focus:border-edge aria-invalid:border-brick"
        dir="auto"
        maxLength={PLAN_NAME_CHARACTERS_MAX}
        onChange={({ target: { value } }) => {
          setEntered(value);
          // A name in one language: what it was called in others says something else.
          const language = locale === "en" ? "en" : "de";
          if (isPlanName(value)) onChange({ ...plan, title: { [language]: value } });
        }}
        spellCheck={false}
        value={entered}
      />
      {isFit ? null : (
        <p className="px-2 text-base text-brick" id="plan-name-problem">
          {t("nameMissing")}
        </p>
      )}
    </div>
  );
}
