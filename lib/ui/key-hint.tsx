export interface KeyHintProps {
  /** As printed on the key: "N", "Esc". */
  name: string;
}

/** The key that does the same as a button. For the eyes only: screen readers have their own keys. */
export function KeyHint({ name }: KeyHintProps) {
  return (
    <kbd
      aria-hidden
      className="inline-flex min-w-5 items-center justify-center rounded-chip border border-current px-1 font-sans text-sm leading-[18px] opacity-90"
    >
      {name}
    </kbd>
  );
}
