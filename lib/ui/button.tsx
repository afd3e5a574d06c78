import type { ButtonHTMLAttributes, KeyboardEvent, ReactNode } from "react";

/** `unready`: in the place of the primary button, which says what is missing and leads there. */
export type ButtonKind = "primary" | "unready" | "secondary" | "quiet";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One filled button per screen at most. */
  kind?: ButtonKind;
  /** 48 px for fingers; `console`: 40 for a pointer, and 48 in a window as small as a phone's. */
  size?: "phone" | "console";
  /** Keeps its place and its focus, but does nothing; say why in the text. */
  busy?: boolean;
  /** As wide as its column. */
  wide?: boolean;
  children: ReactNode;
}

const KINDS: Record<ButtonKind, string> = {
  primary:
    "bg-accent text-on-accent border-accent font-semibold disabled:opacity-60 aria-busy:opacity-80",
  unready: "bg-sunken text-ink-2 border-edge font-semibold",
  secondary:
    "bg-surface text-ink border-edge font-semibold disabled:text-ink-2 disabled:border-line",
  quiet:
    "bg-transparent text-accent border-transparent font-semibold disabled:text-ink-2 disabled:opacity-80",
};

const SIZES = {
  phone: "min-h-12 text-lg",
  console: "min-h-target text-base",
};

/** The look of a button, for links that act like one. */
export function buttonClass(kind: ButtonKind, size: "phone" | "console", wide = false): string {
  const width = wide ? "w-full" : "";
  const inset = kind === "quiet" ? "px-3" : "px-4";
  return `inline-flex items-center justify-center gap-2 rounded-control border py-2 text-center ${inset} ${SIZES[size]} ${KINDS[kind]} ${width} active:translate-y-px transition-transform`;
}

/**
 * A held Enter clicks over and over, also what took the focus meanwhile: the button of a dialog that
 * the first of these clicks has opened.
 */
export function ignoreHeldKey(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}

/** A plain button of the kit. A busy one stays focusable, so that the keyboard keeps its place. */
export function Button({
  kind = "secondary",
  size = "phone",
  busy = false,
  wide = false,
  type = "button",
  className = "",
  onClick,
  onKeyDown,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      className={`${buttonClass(kind, size, wide)} ${className}`}
      onClick={(event) => {
        // Also keeps a busy submit button from submitting its form again.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      onKeyDown={(event) => {
        ignoreHeldKey(event);
        onKeyDown?.(event);
      }}
      type={type}
    >
      {children}
    </button>
  );
}
