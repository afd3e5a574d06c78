"use client";

import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from "react";

export interface TextFieldProps {
  label: string;
  name: string;
  type?: "text" | "email" | "password" | "date";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  defaultValue?: string;
  maxLength?: number;
  /** With `onChange`, where what is entered is more than one form's field. */
  value?: string;
  onChange?: (value: string) => void;
  hint?: string;
  /** Why it was not accepted, in a sentence. */
  problem?: string;
  readOnly?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  /** Something that belongs to the field, such as a button at its end. */
  children?: ReactNode;
}

/** One line of text in a form that works before any script has loaded. */
export function TextField({
  label,
  name,
  type = "text",
  hint,
  problem,
  children,
  onChange,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const describing = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold text-base" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          {...rest}
          aria-describedby={describing || undefined}
          aria-invalid={problem ? true : undefined}
          autoCapitalize={type === "text" ? undefined : "none"}
          className="min-h-12 w-full min-w-0 rounded-control border border-edge bg-surface px-3 text-lg read-only:bg-sunken aria-invalid:border-brick"
          dir={type === "text" ? "auto" : undefined}
          id={id}
          name={name}
          onChange={onChange && ((event) => onChange(event.target.value))}
          spellCheck={false}
          type={type}
        />
        {children}
      </div>
      {problem ? (
        <p className="text-base text-brick" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      {hint ? (
        <p className="text-base text-ink-2" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
