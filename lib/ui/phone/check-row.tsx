"use client";

import { type ReactNode, useId } from "react";

/** A box to tick, as high as a finger. */
export function CheckRow({
  checked,
  onChange,
  disabled = false,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex min-h-12 items-center gap-3">
      <input
        checked={checked}
        className="size-6 shrink-0 accent-accent"
        disabled={disabled}
        id={id}
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      <label className="flex min-h-12 flex-1 items-center py-1 text-base" htmlFor={id}>
        {children}
      </label>
    </div>
  );
}
