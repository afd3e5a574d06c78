"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** One revealed card; one's own says so, on this device only. */
export function RevealedCardItem({
  text,
  mine,
  children,
}: {
  text: string;
  mine: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("phone");
  return (
    <li
      className={`flex flex-col gap-1 rounded-card border px-4 py-3 ${
        mine ? "border-accent bg-accent-soft" : "border-line bg-surface"
      }`}
    >
      <p className="whitespace-pre-wrap">{text}</p>
      {mine ? <p className="font-semibold text-accent text-base">{t("mine")}</p> : null}
      {children}
    </li>
  );
}
