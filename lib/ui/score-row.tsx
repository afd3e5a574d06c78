"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

/** 0 to 10: what "on a scale of ten" means to people. */
const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export interface ScoreRowProps {
  /** The question. */
  label: ReactNode;
  /** What 0 and 10 mean, in words. */
  anchors: { low: string; high: string };
  /** Null: nothing chosen yet, which a range input couldn't show. */
  value: number | null;
  onChange: (value: number) => void;
  disabled?: boolean;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Eleven buttons, none chosen at first. One stop for Tab; arrows, Home and End move and choose. */
export function ScoreRow({ label, anchors, value, onChange, disabled = false }: ScoreRowProps) {
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const stop = value ?? 0;

  function choose(score: number) {
    onChange(score);
    group.current?.querySelectorAll<HTMLElement>("[role=radio]")[score]?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const last = SCORES.length - 1;
    let next: number | undefined;
    if (step !== undefined)
      next = Math.min(last, Math.max(0, (value ?? (step > 0 ? -1 : 1)) + step));
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = last;
    if (next === undefined || disabled) return;
    event.preventDefault();
    choose(next);
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-lg" id={`${id}-label`}>
        {label}
      </p>
      <div
        aria-describedby={`${id}-anchors`}
        aria-disabled={disabled || undefined}
        aria-labelledby={`${id}-label`}
        className="grid grid-cols-6 gap-2 min-[540px]:grid-cols-11 min-[540px]:gap-1"
        onKeyDown={onKeyDown}
        ref={group}
        role="radiogroup"
      >
        {SCORES.map((score) => {
          const chosen = score === value;
          return (
            // biome-ignore lint/a11y/useSemanticElements: native radios show no way to choose none first by arrow keys
            <button
              aria-checked={chosen}
              aria-label={describeScore(score, anchors)}
              className={`tabular min-h-12 rounded-control border text-lg disabled:opacity-60 ${
                chosen
                  ? "border-accent bg-accent font-semibold text-on-accent"
                  : "border-edge bg-surface text-ink"
              }`}
              disabled={disabled}
              key={score}
              onClick={() => choose(score)}
              role="radio"
              tabIndex={score === stop ? 0 : -1}
              type="button"
            >
              {score}
            </button>
          );
        })}
      </div>
      <p className="flex justify-between gap-6 text-base text-ink-2" id={`${id}-anchors`}>
        <span>0: {anchors.low}</span>
        <span className="text-end">10: {anchors.high}</span>
      </p>
    </div>
  );
}

function describeScore(score: number, anchors: { low: string; high: string }): string {
  if (score === SCORES[0]) return `${score}, ${anchors.low}`;
  if (score === SCORES.at(-1)) return `${score}, ${anchors.high}`;
  return String(score);
}
