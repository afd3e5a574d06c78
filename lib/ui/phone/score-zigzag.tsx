"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef } from "react";

/** 0 to 10, what "on a scale of ten" means to people, and the column in which each target begins. */
const SCORES = [
  "col-start-1",
  "col-start-2",
  "col-start-3",
  "col-start-4",
  "col-start-5",
  "col-start-6",
  "col-start-7",
  "col-start-8",
  "col-start-9",
  "col-start-10",
  "col-start-11",
] as const;
const LAST = SCORES.length - 1;

/** Leads from one score's centre to the next, up and down. */
const LINE = SCORES.map((_, score) => `${score},${score % 2}`).join(" ");

/** How the chosen value is said again. */
const VALUE = "tabular font-medium font-serif text-ink leading-none";

/** Leads there who presses on without having chosen. */
export interface ScoreTarget {
  focus(): void;
}

interface Anchors {
  low: string;
  high: string;
}

export interface ScoreZigzagProps {
  /** Id of the question. */
  labelledBy: string;
  /** What 0 and 10 mean, in words; null where the question says it. */
  anchors: Anchors | null;
  /** Null: nothing chosen yet, which a range input couldn't show. */
  value: number | null;
  onChange: (value: number) => void;
  ref?: Ref<ScoreTarget>;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/**
 * Eleven targets on a line that goes up and down, so that fingers hit them on 320 px: even numbers above, odd
 * ones below, in true order from left to right. None is chosen at first. One stop for Tab; arrows, Home and
 * End move and choose.
 */
export function ScoreZigzag({ labelledBy, anchors, value, onChange, ref }: ScoreZigzagProps) {
  const t = useTranslations("phone");
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const stop = value ?? 0;

  function focus(score: number) {
    group.current?.querySelectorAll<HTMLElement>("[role=radio]")[score]?.focus();
  }
  useImperativeHandle(ref, () => ({ focus: () => focus(stop) }));

  function choose(score: number) {
    onChange(score);
    focus(score);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    let next: number | undefined;
    if (step !== undefined)
      next = Math.min(LAST, Math.max(0, (value ?? (step > 0 ? -1 : 1)) + step));
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = LAST;
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  }

  return (
    <div className="flex max-w-[440px] flex-col gap-3 [--target:44px] min-[360px]:[--target:48px]">
      <div
        aria-describedby={anchors ? `${id}-anchors` : undefined}
        aria-labelledby={labelledBy}
        // The last column holds the last target, the others what lies between two centres.
        className="relative grid h-[calc(52px+var(--target))] grid-cols-[repeat(10,minmax(0,1fr))_var(--target)] grid-rows-[52px_var(--target)]"
        onKeyDown={onKeyDown}
        ref={group}
        role="radiogroup"
      >
        <svg
          aria-hidden
          className="absolute inset-x-[calc(var(--target)/2)] top-[calc(var(--target)/2)] h-[52px] w-[calc(100%-var(--target))] overflow-visible stroke-line"
          fill="none"
          preserveAspectRatio="none"
          viewBox="0 0 10 1"
        >
          <polyline points={LINE} strokeWidth={1.75} vectorEffect="non-scaling-stroke" />
        </svg>
        {SCORES.map((column, score) => {
          const chosen = score === value;
          const place = `${column} ${score % 2 === 0 ? "row-start-1" : "row-start-2"}`;
          return (
            // biome-ignore lint/a11y/useSemanticElements: native radios show no way to choose none first by arrow keys
            <button
              aria-checked={chosen}
              aria-label={describeScore(score, anchors)}
              className={`tabular relative size-(--target) rounded-full border text-lg ${place} ${
                chosen
                  ? "border-accent bg-accent font-semibold text-on-accent"
                  : "border-edge bg-surface font-semibold text-ink"
              }`}
              key={column}
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
      <p
        className="flex justify-between gap-3 text-base text-ink-2 short:min-h-8"
        id={`${id}-anchors`}
      >
        <span className="max-w-[40%] flex-1">{anchors?.low}</span>
        {/* The radio says itself that it is chosen. Where the dock would cover the box below, it stands here. */}
        <span aria-hidden className={`${VALUE} hidden text-[2rem] short:block`}>
          {value}
        </span>
        <span className="max-w-[40%] flex-1 text-end">{anchors?.high}</span>
      </p>
      <div
        aria-hidden
        className={`mt-1 flex min-h-[78px] items-center short:hidden gap-4 rounded-card border px-4 text-base text-ink-2 ${
          value === null ? "border-edge border-dashed" : "border-line bg-surface"
        }`}
      >
        {value === null ? null : <span className={`${VALUE} text-[2.75rem]`}>{value}</span>}
        {t(value === null ? "notChosen" : "chosen")}
      </div>
    </div>
  );
}

function describeScore(score: number, anchors: Anchors | null): string {
  if (anchors === null) return String(score);
  if (score === 0) return `${score}, ${anchors?.low}`;
  if (score === LAST) return `${score}, ${anchors?.high}`;
  return String(score);
}
