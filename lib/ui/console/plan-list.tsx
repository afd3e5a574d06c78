import type { ReactNode } from "react";

/**
 * What the plan says in several lines, such as rules and questions: between hairlines, so that it doesn't look like
 * cards that somebody has written.
 */
export function PlanList({ lang, children }: { lang?: string; children: ReactNode }) {
  return (
    <ul
      className="measure divide-y divide-line border-line border-y *:py-2.5"
      // Where it is another one than the page's.
      lang={lang}
    >
      {children}
    </ul>
  );
}
