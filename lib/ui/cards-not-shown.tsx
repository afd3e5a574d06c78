"use client";

import { useTranslations } from "next-intl";

export interface CardsNotShownProps {
  /** Came after the reveal. */
  tooLate: number;
  /** Their activity was left before its reveal: 0 where there were none, or too few to say so; else null. */
  unshown: number | null;
}

/** What became of cards of the activity just left that nobody has seen: they were destroyed. */
export function CardsNotShown(props: CardsNotShownProps) {
  const line = useLine(props);
  return line === null ? null : <p className="text-base text-ink-2">{line}</p>;
}

function useLine({ tooLate, unshown }: CardsNotShownProps): string | null {
  const t = useTranslations("common");
  if (tooLate > 0) return t("tooLate", { n: tooLate });
  if (unshown === null) return null;
  return unshown > 0 ? t("unshown", { n: unshown }) : t("unshownFew");
}
