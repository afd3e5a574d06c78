"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/lib/client/use-words";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Disclosure } from "@/lib/ui/phone/disclosure";

/**
 * What somebody does instead who would rather not: on the same screen, so that no neighbour sees who chose it,
 * and closed, as on every phone.
 */
export function OptOut({ planned }: { planned: PlannedActivity }) {
  const t = useTranslations();
  const words = useWords();
  const { key, optOut } = planned;
  if (optOut === null) return null;
  return (
    <Disclosure name={`optOut/${key}`} title={t("phone.optOut")}>
      <div className="flex flex-col gap-3">
        <p>{words(optOut.task)}</p>
        {optOut.fictional ? (
          <blockquote className="rounded-card bg-sunken px-4 py-3">
            <p className="text-base text-ink-2">{t("common.aidCase")}</p>
            <p>{words(optOut.fictional)}</p>
          </blockquote>
        ) : null}
      </div>
    </Disclosure>
  );
}
