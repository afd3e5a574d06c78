import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { Chooser } from "@/app/sessions/side-by-side/chooser";
import { grouped } from "@/app/sessions/side-by-side/grouped";
import { loadSideBySide, sideBySideQuery } from "@/app/sessions/side-by-side/load";
import { Files } from "@/app/summary-paper/files";
import { LanguageLinks } from "@/app/summary-paper/language-links";
import { Paper } from "@/app/summary-paper/paper";
import { PrintButton } from "@/app/summary-paper/print-button";
import { SIDE_BY_SIDE_MIN } from "@/lib/summary/side-by-side";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("summary"))("sideBySide") };
}

interface SideBySidePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Several of one's own sessions side by side, and above them which ones. */
export default async function SideBySidePage({ searchParams }: SideBySidePageProps) {
  const { userId } = await requireFacilitator();
  const { session, language: asked } = await searchParams;
  const chosen = [session ?? []].flat();
  const [t, summary, own, loaded] = await Promise.all([
    getTranslations("sessions"),
    getTranslations("summary"),
    running().sessions.list(userId),
    loadSideBySide({
      sessions: chosen,
      language: typeof asked === "string" ? asked : undefined,
    }),
  ]);
  const groups = grouped(own);
  const count = groups.flatMap(({ sessions }) => sessions).length;
  return (
    <main className="mx-auto flex w-full max-w-[794px] flex-col gap-6 px-5 py-6 print:max-w-none print:p-0">
      <div className="flex flex-col gap-4 print:hidden">
        <h1 className="font-medium font-serif text-3xl">{summary("sideBySide")}</h1>
        {count < SIDE_BY_SIDE_MIN ? (
          <p className="text-lg text-ink-2">{t("sideBySideNone")}</p>
        ) : (
          <Chooser chosen={chosen} groups={groups} isOpen={loaded === null} />
        )}
        {loaded === null && chosen.length > 0 ? (
          <p className="text-ochre" role="alert">
            {t("sideBySideCount")}
          </p>
        ) : null}
      </div>
      {loaded === null ? null : (
        <>
          <div className="flex flex-wrap items-center gap-3 print:hidden">
            <Files folder="/sessions/side-by-side" query={sideBySideQuery(chosen, loaded.language)}>
              <PrintButton />
            </Files>
            <LanguageLinks
              chosen={loaded.language}
              hrefOf={(each) => `/sessions/side-by-side?${sideBySideQuery(chosen, each)}`}
            />
          </div>
          <Paper summary={loaded.document} />
        </>
      )}
    </main>
  );
}
