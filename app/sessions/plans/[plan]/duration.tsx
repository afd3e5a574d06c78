"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusalWords } from "@/app/sessions/plans/refusal-words";
import { type PhaseNames, usePhaseNames } from "@/lib/activities/use-phase-names";
import type { OwnPlan } from "@/lib/session/own-plan";
import { type PhaseMinutes, sumOf } from "@/lib/session/phase-minutes";
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

/** As many fields for minutes beside each other as there is room for. */
const FIELDS = "grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-3";

/** Phases that are shown as one part: the steps of a round, or one that is in none. */
interface Part {
  round: number | null;
  phases: [string, ...string[]];
}

/** The phases in their order, those of a round together. */
function partsOf(phases: readonly string[], roundOf: PhaseNames["roundOf"]): Part[] {
  const parts: Part[] = [];
  for (const phase of phases) {
    const round = roundOf(phase);
    const last = parts.at(-1);
    if (round !== null && last?.round === round) last.phases.push(phase);
    else parts.push({ round, phases: [phase] });
  }
  return parts;
}

/** How long an activity takes: in a size that it comes in, or in other minutes, phase by phase where it has some. */
export function Duration({ plan, activity, onEdit }: DurationProps) {
  const t = useTranslations("plans");
  const agenda = useTranslations("agenda");
  const minutesShort = useTranslations("sessions");
  const refusal = useRefusalWords(plan);
  const { key, kind, minutes, sizes, phaseMinutes, settings } = activity;
  const names = usePhaseNames()(kind, settings);
  const phases = phaseMinutes
    ? phasesOf(activity, plan.activities).filter((name) => phaseMinutes[name] !== undefined)
    : [];
  const parts = partsOf(phases, names.roundOf);
  const ready = sizes
    .filter(({ own }) => own === undefined)
    .map((size) => size.minutes)
    .sort((one, other) => one - other);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-base">{t("duration")}</legend>
      {phaseMinutes && parts.length > 1 ? (
        <Course minutes={phaseMinutes} names={names} parts={parts} />
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
                className="tabular min-h-target rounded-control border border-edge bg-surface px-3.5 text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
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
          <div className={FIELDS}>
            {parts.map(({ round, phases: steps }) => {
              const fields = steps.map((phase) => (
                <MinutesField
                  key={phase}
                  label={names.inItsRound(phase)}
                  minutes={phaseMinutes[phase] ?? 0}
                  onEnter={(entered) =>
                    onEdit(setPhaseMinutes(plan, key, { ...phaseMinutes, [phase]: entered }))
                  }
                  wordsOf={refusal}
                />
              ));
              return round === null ? (
                fields
              ) : (
                <fieldset className="col-span-full min-w-0" key={round}>
                  <legend className="pb-1 font-semibold text-base">
                    {agenda("round", { n: round })}
                  </legend>
                  <div className={FIELDS}>{fields}</div>
                </fieldset>
              );
            })}
          </div>
        </details>
      ) : null}
    </fieldset>
  );
}

/** How an activity's minutes are shared: drawn, and below it each part by its number, in words. */
function Course({
  parts,
  minutes,
  names,
}: {
  parts: readonly Part[];
  minutes: PhaseMinutes;
  names: PhaseNames;
}) {
  const t = useTranslations("agenda");
  const list = useTranslations("sessions");
  const lengthOf = (phases: readonly string[]) => sumOf(phases.map((phase) => minutes[phase] ?? 0));
  const shown = parts.map(({ round, phases }) => ({
    key: phases[0],
    name: round === null ? names.inItsRound(phases[0]) : t("round", { n: round }),
    minutes: lengthOf(phases),
    steps: round === null || phases.length === 1 ? [] : phases,
  }));
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex gap-0.5">
        {shown.map((part, at) => (
          <span
            className="tabular @container min-h-9 min-w-1 overflow-hidden rounded-chip bg-accent-soft py-2 text-center text-sm"
            key={part.key}
            style={{ flexGrow: part.minutes, flexBasis: 0 }}
          >
            <span className="hidden @min-[1rem]:inline">{at + 1}</span>
          </span>
        ))}
      </div>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-1 text-base">
        {shown.map((part, at) => (
          <li className="flex gap-2" key={part.key}>
            <span aria-hidden className="tabular min-w-5 text-end text-ink-2">
              {at + 1}
            </span>
            <span className="min-w-0 flex-1">
              {part.name}{" "}
              <span className="tabular whitespace-nowrap text-ink-2">
                {list("minutesShort", { n: part.minutes })}
              </span>
              {part.steps.length === 0 ? null : (
                <span className="block text-ink-2 text-sm">
                  {part.steps
                    .map((step) => `${names.inItsRound(step)}\u00a0${minutes[step] ?? 0}`)
                    .join(" · ")}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
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
        className="tabular min-h-target w-24 rounded-control border border-edge bg-surface px-3 text-base aria-invalid:border-brick"
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
