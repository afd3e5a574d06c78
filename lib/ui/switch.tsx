export interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A checkbox with a finger's room, for consents and the like. Off unless somebody says so. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 text-lg">
      <input
        checked={checked}
        className="size-6 shrink-0 accent-accent"
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      <span className="flex flex-col">
        {label}
        {hint ? <span className="text-base text-ink-2">{hint}</span> : null}
      </span>
    </label>
  );
}
