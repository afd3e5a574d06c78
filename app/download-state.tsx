"use client";

import { useTranslations } from "next-intl";
import type { MakingStep } from "@/lib/summary/document-steps";
import { Button } from "@/lib/ui/button";

/** What is done for a file now. */
type Step = MakingStep | { step: "picture"; at: number; of: number };

export interface DownloadStateProps<Attempt> {
  attempt: Attempt | null;
  /** The sentence for how it stands. */
  say(attempt: Attempt): string;
  onGiveUp(): void;
  className?: string;
}

/** Says that a file is being made and how far it is, with the way to give it up, or why there is none. */
export function DownloadState<Attempt extends { is: string; step: Step | null }>({
  attempt,
  say,
  onGiveUp,
  className = "",
}: DownloadStateProps<Attempt>) {
  const t = useTranslations("exports");
  const isMaking = attempt?.is === "making";
  const step = attempt?.step ?? null;
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 text-base has-[>p:empty]:hidden ${className}`}
    >
      <p className={isMaking ? "text-ink-2" : "text-ochre"} role="status">
        {attempt ? say(attempt) : null}
      </p>
      {/* Not read aloud each time: it changes faster than one listens. */}
      {isMaking && step !== null ? (
        <p className="tabular text-ink-2">{t(`steps.${step.step}`, { ...step })}</p>
      ) : null}
      {isMaking ? (
        <Button kind="quiet" onClick={onGiveUp} size="console">
          {t("cancel")}
        </Button>
      ) : null}
    </div>
  );
}
