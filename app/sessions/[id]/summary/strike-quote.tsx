"use client";

import { useTranslations } from "next-intl";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";

/** Takes one quote out before the summary is handed on. */
export function StrikeQuote({ at, quote }: { at: VersionAt; quote: string }) {
  const t = useTranslations("exports");
  const { change, isSaving, hasFailed } = useReview(at);
  return (
    <div className="flex shrink-0 flex-col items-end max-sm:-ms-3 max-sm:items-start sm:-my-2 sm:-me-3 print:hidden">
      <Button
        aria-label={t("strikeQuote")}
        busy={isSaving}
        kind="quiet"
        onClick={() => void change({ change: "strike", text: quote })}
        size="console"
      >
        {t("strike")}
      </Button>
      <p className="max-w-48 text-base text-ochre empty:hidden" role="status">
        {hasFailed ? t("reviewFailed") : null}
      </p>
    </div>
  );
}
