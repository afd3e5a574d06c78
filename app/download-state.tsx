"use client";

import { useTranslations } from "next-intl";
import type { DownloadAttempt } from "@/app/use-download";
import { Button } from "@/lib/ui/button";

export interface DownloadStateProps<What> {
  attempt: DownloadAttempt<What> | null;
  /** The sentence for how it stands. */
  say(attempt: DownloadAttempt<What>): string;
  onGiveUp(): void;
  className?: string;
}

/** Says that a file is being made, with the way to give it up, or why there is none. */
export function DownloadState<What>({
  attempt,
  say,
  onGiveUp,
  className = "",
}: DownloadStateProps<What>) {
  const t = useTranslations("exports");
  const isMaking = attempt?.is === "making";
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 text-base empty:hidden ${className}`}
      role="status"
    >
      {attempt ? <p className={isMaking ? "text-ink-2" : "text-ochre"}>{say(attempt)}</p> : null}
      {isMaking ? (
        <Button kind="quiet" onClick={onGiveUp} size="console">
          {t("cancel")}
        </Button>
      ) : null}
    </div>
  );
}
