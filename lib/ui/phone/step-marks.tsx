"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";
import { PrevGlyph } from "@/lib/ui/drawn/drawings";

export interface StepMarksProps {
  /** From 0. */
  at: number;
  total: number;
  /** Left out at the first question. */
  onBack?: (() => void) | undefined;
}

/** How far one is among a few questions, which the header says in words, and the way back. */
export function StepMarks({ at, total, onBack }: StepMarksProps) {
  const t = useTranslations("phone");
  if (total === 1) return null;
  return (
    <div className="grid min-h-12 grid-cols-[1fr_auto_1fr] items-center">
      <div>
        {onBack ? (
          <Button className="-ms-3" kind="quiet" onClick={onBack}>
            <PrevGlyph />
            {t("stepBack")}
          </Button>
        ) : null}
      </div>
      <div aria-hidden className="flex gap-2">
        {Array.from({ length: total }, (_, place) => (
          <span
            className={`h-1.5 rounded-full ${place === at ? "w-7 bg-accent" : "w-2.5 bg-line"}`}
            data-dot
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark has no identity but its place
            key={place}
          />
        ))}
      </div>
    </div>
  );
}
