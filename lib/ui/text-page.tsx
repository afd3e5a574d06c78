import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteFooter } from "@/lib/ui/site-footer";
import { SiteHeader } from "@/lib/ui/site-header";

/** A page to read: one column, no wider than lines should be. */
export function TextPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="site-width flex-1 py-6 md:py-10">
        <div className="measure flex flex-col gap-4 text-lg [&_h2]:pt-3 [&_h2]:font-semibold [&_h2]:text-xl">
          <h1 className="text-pretty font-medium font-serif text-3xl">{title}</h1>
          {children}
          <p className="pt-4">
            <a
              className="inline-flex min-h-12 items-center text-accent underline underline-offset-4"
              href="/"
            >
              {t("toStart")}
            </a>
          </p>
        </div>
      </main>
      <SiteFooter />
    </div>
  );
}
