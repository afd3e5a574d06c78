import type { ReactNode } from "react";

/** The way back to where a page is opened from, above its heading. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      className="inline-flex min-h-target items-center self-start font-semibold text-accent text-base"
      href={href}
    >
      ‹ {children}
    </a>
  );
}
