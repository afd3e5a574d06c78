import type { ReactNode } from "react";

/**
 * A circle that grows while one breathes in, four seconds, and shrinks while one breathes out, six. Drawn by
 * style sheets alone and heard by nobody; whoever wants no motion sees `still` instead.
 */
export function BreathPacer({
  className,
  still,
  children,
}: {
  className: string;
  still: ReactNode;
  /** What it is for, in words; hidden with it. */
  children: ReactNode;
}) {
  return (
    <>
      <div className="hidden motion-reduce:block">{still}</div>
      <div className="flex flex-col items-center gap-[1em] motion-reduce:hidden">
        <div aria-hidden className={`relative aspect-square ${className}`}>
          <span className="absolute inset-0 rounded-full border border-line" />
          <span className="breathing absolute inset-0 rounded-full border-2 border-accent bg-accent-soft" />
        </div>
        <p className="text-center text-ink-2">{children}</p>
      </div>
    </>
  );
}
