"use client";

import { useTranslations } from "next-intl";
import { commitRecord } from "@/lib/activities/commit/view";
import type { FacilitatorScreenProps } from "@/lib/console/facilitator-screen";
import { useWords } from "@/lib/i18n/use-words";

/** Plans never leave the phones: how many are done, and once closed how many were. */
export function CommitFacilitator({ view }: FacilitatorScreenProps) {
  const t = useTranslations("console");
  const words = useWords();
  const { planned, activity } = view;
  const isChecking = planned?.kind === "commit" && activity?.phase === "check";
  const checks = isChecking ? planned.settings.checks : [];
  const record = commitRecord.safeParse(activity?.record);
  const finished = record.success ? record.data.finished : null;
  return (
    <div className="measure flex flex-col gap-2">
      {checks.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-ink-2">
          {checks.map((check) => (
            <li key={check.en}>{words(check)}</li>
          ))}
        </ul>
      ) : null}
      <p className="text-ink-2">{t("planPrivate")}</p>
      {finished === null ? null : <p>{t("finished", { n: finished })}</p>}
    </div>
  );
}
