"use client";

import type { ReactNode } from "react";

export interface ChipsProps {
  label: string;
  options: readonly { key: string; label: ReactNode }[];
  value: string | null;
  /** Null: the chosen one was tapped again. */
  onChoose: (key: string | null) => void;
}

/** A few short choices, none of which has to be taken. */
export function Chips({ label, options, value, onChoose }: ChipsProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="mb-1 text-base text-ink-2">{label}</legend>
      {options.map((option) => {
        const chosen = option.key === value;
        return (
          <button
            aria-pressed={chosen}
            className="min-h-12 min-w-12 rounded-control border border-edge bg-surface px-2.5 text-base aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
            key={option.key}
            onClick={() => onChoose(chosen ? null : option.key)}
            type="button"
          >
            {option.label}
          </button>
        );
      })}
    </fieldset>
  );
}
