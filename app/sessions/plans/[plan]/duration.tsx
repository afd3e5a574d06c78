"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusalWords } from "@/app/sessions/plans/refusal-words";
import { phaseWords } from "@/lib/activities/screens";
import type { OwnPlan } from "@/lib/session/own-plan";
import { phasesOf } from "@/lib/session/phases-of";
import {
  type EditedPlan,
  type EditRefusal,
  setMinutes,
  setPhaseMinutes,
} from "@/lib/session/plan-edits";
import { type ActivityTemplate, MINUTES_MAX } from "@/lib/session/plan-template";

export interface DurationProps {
  plan: OwnPlan;
  activity: ActivityTemplate;
  /** Takes what an edit has made of the plan, or says why it can't be. */
  onEdit: (edited: EditedPlan<OwnPlan>) => EditRefusal | null;
}

/** How long an activity takes: in a size that it comes in, or in other minutes, phase by phase where it has some. */
export function Duration({ plan, activity, onEdit }: DurationProps) {
  const t = useTranslations("plans");
  const minutesShort = useTranslations("sessions");
  const all = useTranslations();
  const refusal = useRefusalWords(plan);
  const { key, kind, minutes, sizes, phaseMinutes, settings } = activity;
  const phases = phaseMinutes
    ? phasesOf(activity, plan.activities).filter((name) => phaseMinutes[name] !== undefined)
    : [];
  const nameOf = (phase: string) => all(`${phaseWords(kind, phase, settings)}.name`);
  const ready = sizes
    .filter(({ own }) => own === undefined)
    .map((size) => size.minutes)
    .sort((one, other) => one - other);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-base">{t("duration")}</legend>
      {phaseMinutes && phases.length > 0 ? (
        <ol aria-hidden className="flex gap-0.5">
          {phases.map((phase) => (
            <li
              className="@container min-h-9 min-w-1 rounded-chip bg-accent-soft py-2 text-center text-sm"
              key={phase}
              style={{ flexGrow: phaseMinutes[phase], flexBasis: 0 }}
              title={nameOf(phase)}
            >
              {/* A name of which one letter is left says nothing; all of them stand below. */}
              <span className="hidden truncate px-1.5 @min-[3.5rem]:block">{nameOf(phase)}</span>
            </li>
          ))}
        </ol>
      ) : null}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <MinutesField
          label={t("minutes")}
          minutes={minutes}
          onEnter={(entered) => onEdit(setMinutes(plan, key, entered))}
          wordsOf={refusal}
        />
        {ready.length < 2 ? null : (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-base text-ink-2">{t("suggested")}</span>
            {ready.map((each) => (
              <button
                aria-pressed={each === minutes}
                className="tabular min-h-12 desk:min-h-10 rounded-control border border-edge bg-surface px-3.5 text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
                key={each}
                onClick={() => onEdit(setMinutes(plan, key, each))}
                type="button"
              >
                {minutesShort("minutesShort", { n: each })}
              </button>
            ))}
          </div>
        )}
      </div>
      {phaseMinutes && phases.length > 1 ? (
        <details>
          <summary className="cursor-pointer py-3 desk:py-1 text-base text-ink-2">
            {t("phaseMinutes")}
          </summary>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-3">
            {phases.map((phase) => (
              <MinutesField
                key={phase}
                label={nameOf(phase)}
                minutes={phaseMinutes[phase] ?? 0}
                onEnter={(entered) =>
                  onEdit(setPhaseMinutes(plan, key, { ...phaseMinutes, [phase]: entered }))
                }
                wordsOf={refusal}
              />
            ))}
          </div>
        </details>
      ) : null}
    </fieldset>
  );
}

/** Minutes that are taken over once they are entered: half of a number is another one. */
function MinutesField({
  label,
  minutes,
  onEnter,
  wordsOf,
}: {
  label: string;
  minutes: number;
  /** Says why they can't be; null where they can. */
  onEnter: (minutes: number) => EditRefusal | null;
  wordsOf: (why: EditRefusal) => string;
}) {
  const t = useTranslations("plans");
  const id = useId();
  const [entered, setEntered] = useState(String(minutes));
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(minutes);
  if (shown !== minutes) {
    // Changed by something else: a size, or another phase.
    setShown(minutes);
    setEntered(String(minutes));
    setProblem(null);
  }
  function enter() {
    const wanted = Number(entered.replace(",", "."));
    if (!(wanted > 0 && wanted <= MINUTES_MAX)) {
      setProblem(t("minutesRefused", { n: minutes }));
      return;
    }
    const why = wanted === minutes ? null : onEnter(wanted);
    setProblem(why && wordsOf(why));
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="text-base" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== null || undefined}
        className="tabular min-h-12 desk:min-h-10 w-24 rounded-control border border-edge bg-surface px-3 text-base aria-invalid:border-brick"
        id={id}
        inputMode="decimal"
        onBlur={enter}
        onChange={(event) => setEntered(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") enter();
        }}
        value={entered}
      />
      {problem ? (
        <p className="text-base text-brick" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
