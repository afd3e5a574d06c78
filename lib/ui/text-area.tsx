"use client";

import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import { charactersOver, countCharacters } from "@/lib/text";
import { SavingState, type SavingStateName } from "@/lib/ui/saving-state";

export interface TextAreaProps {
  label: string;
  /** The prompt above usually says enough to see; the label is then only heard. */
  labelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** Characters as `countCharacters` counts them. Longer texts stay editable but can't be handed in. */
  maxLength: number;
  /** Where the text is; `tooLong` is found out here. */
  state?: SavingStateName;
  /** Id of a receipt or hint that describes the editor. */
  describedBy?: string;
  /**
   * By default it grows with the text, from seven lines on, to what leaves the rest of the screen in sight;
   * browsers that can't let it scroll and be dragged.
   */
  rows?: number;
  placeholder?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  onBlur?: () => void;
  ref?: Ref<HTMLTextAreaElement>;
}

/** An editor with label, counter and saving state. It never cuts what somebody types or pastes. */
export function TextArea({
  label,
  labelHidden = false,
  value,
  onChange,
  maxLength,
  state,
  describedBy,
  rows,
  placeholder,
  readOnly,
  autoFocus,
  onBlur,
  ref,
}: TextAreaProps) {
  const t = useTranslations("phone");
  const id = useId();
  const excess = charactersOver(value, maxLength);
  const count = countCharacters(value);
  const shown = excess > 0 ? "tooLong" : state;
  const describing = [`${id}-state`, `${id}-count`, describedBy].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label className={labelHidden ? "sr-only" : "font-semibold text-base"} htmlFor={id}>
        {label}
      </label>
      <textarea
        aria-describedby={describing}
        aria-invalid={excess > 0 || undefined}
        // biome-ignore lint/a11y/noAutofocus: where it is set, writing is the one thing to do
        autoFocus={autoFocus}
        // Whatever script somebody writes in.
        dir="auto"
        className={`w-full resize-y rounded-card border border-edge bg-surface px-4 py-3 text-lg read-only:bg-paper aria-invalid:border-brick ${rows === undefined ? "field-sizing-content max-h-[40dvh] min-h-[190px]" : ""}`}
        id={id}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
        placeholder={placeholder}
        readOnly={readOnly}
        ref={ref}
        rows={rows}
        value={value}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-base">
        {shown === undefined ? (
          <span id={`${id}-state`} />
        ) : (
          <SavingState excess={excess} id={`${id}-state`} state={shown} />
        )}
        <span
          className={`tabular ms-auto ${excess > 0 ? "font-semibold text-brick" : "text-ink-2"}`}
          id={`${id}-count`}
        >
          <span aria-hidden>{t("counter", { n: count, max: maxLength })}</span>
          <span className="sr-only">{t("counterSpoken", { n: count, max: maxLength })}</span>
        </span>
      </div>
    </div>
  );
}
