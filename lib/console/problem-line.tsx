"use client";

import { useTranslations } from "next-intl";
import type { Notice } from "@/lib/console/use-notice";
import type { RefusalCode } from "@/lib/errors";

export interface ProblemLineProps {
  online: boolean;
  problem: RefusalCode | null;
  /** Why what was pressed last did nothing. */
  notice?: Notice | null;
}

/** The one line above the bar: what didn't work, or that the network is away. */
export function ProblemLine({ online, problem, notice = null }: ProblemLineProps) {
  const t = useTranslations();
  const refused = problem === null ? null : t(`errors.refusal.${problem}`);
  // Without a network there is one answer to everything.
  const said = notice === null || notice === "offline" ? null : t(`console.notice.${notice}`);
  const text = online ? (said ?? refused) : t("console.offline");
  return (
    <div className="min-w-0 flex-1 empty:hidden max-sm:basis-full" role="status">
      {text === null ? null : <p className="text-ochre">{text}</p>}
    </div>
  );
}
