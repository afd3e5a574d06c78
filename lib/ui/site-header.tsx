import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";

/** The name of the product, and whatever the page puts opposite. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  const t = useTranslations("common");
  return (
    <header className="mx-auto flex w-full max-w-[1040px] items-center justify-between gap-4 px-5 pt-3">
      <a
        className="inline-flex min-h-12 items-center gap-2 font-medium font-serif text-ink text-xl"
        href="/"
      >
        <UpdraftGlyph className="text-accent" />
        {t("appName")}
      </a>
      {children}
    </header>
  );
}
