"use client";

import { useTranslations } from "next-intl";

export interface CardsNotShownProps {
  /** Came after the reveal. */
  tooLate: number;
  /** Their activity was left before its reveal. */
  unshown: number;
}

/** How many cards of the activity just left were destroyed without anybody having seen them. */
export function CardsNotShown({ tooLate, unshown }: CardsNotShownProps) {
  const t = useTranslations("common");
  const line =
    tooLate > 0 ? t("tooLate", { n: tooLate }) : unshown > 0 ? t("unshown", { n: unshown }) : null;
  return line === null ? null : <p className="text-base text-ink-2">{line}</p>;
}
