import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { Files } from "@/app/summary-paper/files";
import { LanguageLinks } from "@/app/summary-paper/language-links";
import { Paper } from "@/app/summary-paper/paper";
import { PrintButton } from "@/app/summary-paper/print-button";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locale";
import { sentMessages } from "@/lib/i18n/messages";
import { MoreMessages } from "@/lib/i18n/more-messages";
import { hasDays } from "@/lib/summary/calendar";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { QuietPage } from "@/lib/ui/quiet-page";
import { SiteFooter } from "@/lib/ui/site-footer";
import { running } from "@/server/running-server";

/** The same for every link: nobody is told what one leads to before it was found to be good. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("summary"))("title") };
}

interface SharedPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A version of a summary, for whoever has a link to it: the paper and its files, and nothing to change. */
export default async function SharedPage({ params, searchParams }: SharedPageProps) {
  const { token } = await params;
  const { language: asked } = await searchParams;
  const [shared, t, locale, messages] = await Promise.all([
    running().sessions.openLink(token),
    getTranslations("exports"),
    getLocale(),
    getMessages(),
  ]);
  if (!shared) {
    return <QuietPage scene={<ScenePath />} text={t("sharedGone")} title={t("sharedGoneTitle")} />;
  }
  const wanted = typeof asked === "string" ? asked : undefined;
  const candidates = [wanted, shared.language ?? undefined, locale];
  const language = candidates.find(isLocale) ?? DEFAULT_LOCALE;
  return (
    <MoreMessages messages={sentMessages(messages).ofSummaries}>
      <main className="mx-auto flex w-full max-w-[794px] flex-col gap-6 px-5 py-6 print:max-w-none print:p-0">
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          <Files
            hasDays={hasDays(shared.summary[language])}
            folder={`/shared/${token}`}
            query={new URLSearchParams({ language }).toString()}
          >
            <PrintButton />
          </Files>
          <LanguageLinks chosen={language} hrefOf={(each) => `/shared/${token}?language=${each}`} />
        </div>
        <Paper summary={shared.summary[language]} />
      </main>
      <div className="print:hidden">
        <SiteFooter />
      </div>
    </MoreMessages>
  );
}
