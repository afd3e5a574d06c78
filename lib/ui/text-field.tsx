"use client";

import {
  type ChangeEvent,
  type HTMLInputAutoCompleteAttribute,
  type ReactNode,
  useId,
} from "react";

export interface TextFieldProps {
  label: string;
  name: string;
  type?: "text" | "email" | "password" | "date";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Which keys a phone shows. */
  inputMode?: "numeric";
  /** For a text of several lines: how many are seen at once. */
  rows?: number;
  /** Of what is written there, where it isn't the page's language. */
  lang?: string;
  defaultValue?: string;
  maxLength?: number;
  /** With `onChange`, where what is entered is more than one form's field. */
  value?: string;
  onChange?: (value: string) => void;
  /** For what is no sentence: a phone neither capitalises nor corrects it. */
  autoCapitalize?: "none";
  spellCheck?: false;
  hint?: string;
  /** Why it was not accepted, in a sentence. */
  problem?: string;
  readOnly?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  /** Something that belongs to the field, such as a button at its end. */
  children?: ReactNode;
}

const LOOK =
  "w-full min-w-0 rounded-control border border-edge bg-surface px-3 text-lg read-only:bg-sunken aria-invalid:border-brick";

/** A text, one line unless it says otherwise, in a form that works before any script has loaded. */
export function TextField({
  label,
  name,
  type = "text",
  rows,
  hint,
  problem,
  children,
  onChange,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const describing = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const field = {
    ...rest,
    ...{ id, name },
    "aria-describedby": describing || undefined,
    "aria-invalid": problem ? true : undefined,
    onChange:
      onChange &&
      ((event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        onChange(event.target.value)),
  };
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold text-base" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        {rows === undefined ? (
          <input
            {...field}
            autoCapitalize={type === "text" ? undefined : "none"}
            className={`min-h-12 ${LOOK}`}
            dir={type === "text" ? "auto" : undefined}
            spellCheck={false}
            type={type}
          />
        ) : (
          <textarea
            {...field}
            className={`min-h-12 resize-y py-2 ${LOOK}`}
            dir="auto"
            rows={rows}
          />
        )}
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
