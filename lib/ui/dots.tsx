"use client";

import { useTranslations } from "next-intl";

/** As many as one sees at a glance. */
const DRAWN_MAX = 5;

/** Dots as they are drawn, for eyes alone: the number stands beside them. */
export function DrawnDots({ n, size = "size-3.5" }: { n: number; size?: string }) {
  return (
    <span aria-hidden className="flex shrink-0 gap-[0.25em]">
      {Array.from({ length: n }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
        <span className={`${size} rounded-full bg-accent`} data-dot key={place} />
      ))}
    </span>
  );
}

/** How many dots lie on a card, in words, and a few of them drawn; nothing where none do. */
export function CardDots({ n, className = "" }: { n: number; className?: string }) {
  const t = useTranslations("common");
  if (n === 0) return null;
  return (
    <span
      className={`flex flex-wrap items-center gap-x-[0.5em] whitespace-nowrap text-ink-2 ${className}`}
    >
      <DrawnDots n={Math.min(n, DRAWN_MAX)} size="size-[0.7em]" />
      {t("dots", { n })}
    </span>
  );
}
