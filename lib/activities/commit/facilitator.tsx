"use client";

import { useTranslations } from "next-intl";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { useStepBars } from "@/lib/activities/commit/shared-steps";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { BarChart } from "@/lib/ui/bar-chart";
import { CONSOLE_CHART_WIDTH, ConsoleChart } from "@/lib/ui/console/console-chart";
import { PlanList } from "@/lib/ui/console/plan-list";
import { textKey } from "@/lib/words";

/** What is written never leaves the phones: how many are done, and once counted how many were, and what was shared. */
export function CommitFacilitator({ planned, phase, record }: Shown<CommitSettings, CommitRecord>) {
  const t = useTranslations("kinds.commit.console");
  const words = useWords();
  const { checks, pairTask, finishedLabel } = planned.settings;
  const { finished } = record;
  return (
    <div className="flex flex-col gap-4">
      <div className="measure flex flex-col gap-2">
        {phase === "check" && pairTask ? <p>{words(pairTask)}</p> : null}
        {phase === "check" && checks.length > 0 ? (
          <PlanList>
            {checks.map((check) => (
              <li key={textKey(check)}>{words(check)}</li>
            ))}
          </PlanList>
        ) : null}
        <p className="text-ink-2">{t("planPrivate")}</p>
        {finished === null ? null : (
          <p>
            {finishedLabel ? (
              <>
                {words(finishedLabel)}: <span className="tabular">{finished}</span>
              </>
            ) : (
              t("finished", { n: finished })
            )}
          </p>
        )}
      </div>
      <Shared planned={planned} record={record} />
    </div>
  );
}

function Shared({
  planned: { settings },
  record,
}: Pick<Shown<CommitSettings, CommitRecord>, "planned" | "record">) {
  const common = useTranslations("kinds.commit.common");
  const textOf = useWordsText();
  const bars = useStepBars(settings, record, textOf);
  if (bars.length === 0) return null;
  const title = settings.stageCaption ? textOf(settings.stageCaption) : common("stepsShared");
  return (
    <ConsoleChart title={title}>
      <BarChart bars={bars} title={title} width={CONSOLE_CHART_WIDTH} />
    </ConsoleChart>
  );
}

export const commitOnConsole = defineOnConsole(commitScreens, CommitFacilitator);
