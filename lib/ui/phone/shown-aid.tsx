"use client";

import { useTranslations } from "next-intl";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";

/** What the facilitator shows where nobody writes. Sentence starters stand below the editor anyway. */
export function ShownAid() {
  const t = useTranslations("common");
  const words = useWords();
  const aid = useLiveView((view) => view.aid ?? null);
  return (
    <div className="empty:hidden" role="status">
      {aid?.name === "pairs" ? (
        <p className="rounded-card bg-sunken px-4 py-3">{t("aidPairs")}</p>
      ) : null}
      {aid?.name === "case" ? (
        <div className="flex flex-col gap-1 rounded-card bg-sunken px-4 py-3">
          <p className="text-base text-ink-2">{t("aidCase")}</p>
          <p>{words(aid.text)}</p>
          <p className="font-semibold">{t("aidCaseAsk")}</p>
        </div>
      ) : null}
    </div>
  );
}
