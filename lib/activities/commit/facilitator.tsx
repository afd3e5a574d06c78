"use client";

import { useTranslations } from "next-intl";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { PlanList } from "@/lib/ui/console/plan-list";
import { textKey } from "@/lib/words";

/** Plans never leave the phones: how many are done, and once closed how many were. */
export function CommitFacilitator({ planned, phase, record }: Shown<CommitSettings, CommitRecord>) {
  const t = useTranslations("kinds.commit.console");
  const words = useWords();
  const checks = phase === "check" ? planned.settings.checks : [];
  const { finished } = record;
  return (
    <div className="measure flex flex-col gap-2">
      {checks.length > 0 ? (
        <PlanList>
          {checks.map((check) => (
            <li key={textKey(check)}>{words(check)}</li>
          ))}
        </PlanList>
      ) : null}
      <p className="text-ink-2">{t("planPrivate")}</p>
      {finished === null ? null : <p>{t("finished", { n: finished })}</p>}
    </div>
  );
}

export const commitOnConsole = defineOnConsole(commitScreens, CommitFacilitator);
