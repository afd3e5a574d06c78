"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { CaseChoices } from "@/lib/ui/console/case-choices";

export interface CaseDeskProps {
  /** How many the room can work on. */
  limit: number;
  /** Cards whose authors allowed it; null where the plan asks the room for none. */
  offered: readonly { id: string; text: string }[] | null;
  /** Made up, and always there. */
  given: readonly { id: string; text: ReactNode }[];
  /** Ids of those chosen now. */
  chosen: readonly string[];
  toggle: (id: string, on: boolean) => void;
}

/**
 * Which cases the room works on: released cards first, fictional ones always. Nobody else sees the choice
 * before it is shown.
 */
export function CaseDesk({ limit, offered, given, chosen, toggle }: CaseDeskProps) {
  const t = useTranslations("console.cases");
  // One name for both lists: radios of one choice.
  const choice = { chosen, single: limit === 1, name: useId(), toggle };
  return (
    <div className="flex flex-col gap-4">
      <div className="measure flex flex-col gap-1 text-ink-2">
        <p>{t("unseen", { n: limit })}</p>
        {offered ? (
          <p>
            {t("who")} {offered.length === 0 ? t("noneOffered") : null}
          </p>
        ) : null}
      </div>
      {offered && offered.length > 0 ? (
        <CaseChoices {...choice} cases={offered} legend={t("offered")} />
      ) : null}
      <CaseChoices {...choice} cases={given} legend={t("given")} />
    </div>
  );
}
