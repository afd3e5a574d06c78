"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/**
 * One revealed card, the same on its author's phone as on every other: neighbours look. Which one is one's
 * own stands under "my card".
 */
export function RevealedCardItem({
  card: { text, notForStage },
  children,
}: {
  card: RevealedCard;
  children?: ReactNode;
}) {
  const t = useTranslations("phone");
  return (
    <li className="flex flex-col gap-1 rounded-card border border-line bg-surface px-4 py-3">
      <PeoplesWords as="p" className="whitespace-pre-wrap">
        {text}
      </PeoplesWords>
      {notForStage ? <p className="text-base text-ink-2">{t("isNotForStage")}</p> : null}
      {children}
    </li>
  );
}
