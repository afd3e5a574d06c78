import type { ReactNode } from "react";

/** A box to tick on the console, for a hand on a mouse; a phone's is `CheckRow`. */
export function CheckLine({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-target cursor-pointer items-center gap-3 text-base">
      <input
        checked={checked}
        className="size-4 accent-accent"
        onChange={(event) => onChange(event.currentTarget.checked)}
        type="checkbox"
      />
      {children}
    </label>
  );
}
