"use client";

import { useTranslations } from "next-intl";
import type { RefusalCode } from "@/lib/errors";

export interface ProblemLineProps {
  online: boolean;
  problem: RefusalCode | null;
}

/** The one line above the bar: what didn't work, or that the network is away. */
export function ProblemLine({ online, problem }: ProblemLineProps) {
  const t = useTranslations();
  const refused = problem === null ? null : t(`errors.refusal.${problem}`);
  const text = online ? refused : t("console.offline");
  return (
    <div className="min-w-0 flex-1 empty:hidden max-sm:basis-full" role="status">
      {text === null ? null : <p className="text-ochre">{text}</p>}
    </div>
  );
}
