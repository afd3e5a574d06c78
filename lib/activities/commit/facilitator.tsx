"use client";

import { useTranslations } from "next-intl";
import { commitRecord } from "@/lib/activities/commit/view";
import type { FacilitatorScreenProps } from "@/lib/console/facilitator-screen";

/** Plans never leave the phones: how many are done, and once closed how many were. */
export function CommitFacilitator({ view }: FacilitatorScreenProps) {
  const t = useTranslations("console");
  const record = commitRecord.safeParse(view.activity?.record);
  const finished = record.success ? record.data.finished : null;
  return (
    <div className="measure flex flex-col gap-2">
      <p className="text-ink-2">{t("planPrivate")}</p>
      {finished === null ? null : <p>{t("finished", { n: finished })}</p>}
    </div>
  );
}
