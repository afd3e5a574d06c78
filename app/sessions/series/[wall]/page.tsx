import "@/app/summary-paper/print.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadWall } from "@/app/sessions/series/[wall]/load";
import { WallPaper } from "@/app/sessions/series/[wall]/wall-paper";
import { sideBySideQuery } from "@/app/sessions/side-by-side/load";
import { LanguageLinks } from "@/app/summary-paper/language-links";
import { PrintButton } from "@/app/summary-paper/print-button";
import { SIDE_BY_SIDE_MAX, SIDE_BY_SIDE_MIN } from "@/lib/summary/side-by-side";
import { buttonClass } from "@/lib/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("wall") };
}

interface WallPageProps {
  params: Promise<{ wall: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What remained of each meeting of an own series, oldest first; it grows by itself with each that ends. */
export default async function WallPage({ params, searchParams }: WallPageProps) {
  const { wall } = await params;
  const [{ language, sheets, lost }, t] = await Promise.all([
    loadWall(wall, await searchParams),
    getTranslations("sessions"),
  ]);
  const isEmpty = sheets.length === 0;
  const newest = sheets.slice(-SIDE_BY_SIDE_MAX).map(({ id }) => id);
  return (
    <main
      className="mx-auto flex w-full max-w-[794px] flex-col gap-6 px-5 py-6 print:max-w-none print:p-0"
      data-document
    >
      <header className="flex flex-col gap-1">
        <h1 className="text-balance font-medium font-serif text-3xl">{t("wall")}</h1>
        <p className="measure text-ink-2 text-lg print:text-base">
          {t(isEmpty ? "wallNone" : "wallLead")}
        </p>
      </header>
      {isEmpty ? null : (
        <div className="flex flex-wrap items-center gap-3 max-sm:[&_:is(a,button)]:min-h-12 print:hidden">
          <a
            className={buttonClass("primary", "console")}
            href={`/sessions/series/${wall}/stage?language=${language}`}
          >
            {t("wallOnStage")}
          </a>
          <PrintButton />
          {newest.length < SIDE_BY_SIDE_MIN ? null : (
            <a
              className={buttonClass("secondary", "console")}
              href={`/sessions/side-by-side?${sideBySideQuery(newest, language)}`}
            >
              {t("sideBySideOpen")}
            </a>
          )}
          <LanguageLinks
            chosen={language}
            hrefOf={(each) => `/sessions/series/${wall}?language=${each}`}
          />
        </div>
      )}
      <WallPaper language={language} lost={lost} sheets={sheets} />
    </main>
  );
}
