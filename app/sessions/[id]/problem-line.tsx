"use client";

import { useTranslations } from "next-intl";
import type { RefusalCode } from "@/lib/errors";

export interface ProblemLineProps {
  online: boolean;
  problem: RefusalCode | null;
}

/** The one line above the bar: what didn't work, or that the network is away. */
export function ProblemLine({ online, problem }: ProblemLineProps) {
  const t = useTranslations();
  const text = online ? problemText() : t("console.offline");
  function problemText() {
    switch (problem) {
      case null:
        return null;
      case "busy":
      case "rate-limited":
        return t("errors.busy");
      case "closed":
        return t("errors.closed");
      case "not-allowed":
        return t("errors.notAllowed");
      case "too-few":
        return t("errors.tooFew");
      case "over-budget":
        return t("errors.refusal.over-budget");
      case "too-long":
        return t("errors.tooLong");
      default:
        return t("errors.unknown");
    }
  }
  return (
    <div className="min-w-0 flex-1 empty:hidden" role="status">
      {text === null ? null : <p className="text-ochre">{text}</p>}
    </div>
  );
}
