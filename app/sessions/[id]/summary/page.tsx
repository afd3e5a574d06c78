import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowUp } from "@/app/sessions/[id]/summary/follow-up";
import { IntroEditor } from "@/app/sessions/[id]/summary/intro-editor";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { SectionSwitches } from "@/app/sessions/[id]/summary/section-switches";
import { ShareButton } from "@/app/sessions/[id]/summary/share-button";
import { StrikeQuote } from "@/app/sessions/[id]/summary/strike-quote";
import { TakeawayEditor } from "@/app/sessions/[id]/summary/takeaway-editor";
import { Versions } from "@/app/sessions/[id]/summary/versions";
import { DeleteButton } from "@/app/sessions/delete-dialog";
import { RehearsalBar } from "@/app/sessions/rehearsal-bar";
import { Files } from "@/app/summary-paper/files";
import { LanguageLinks } from "@/app/summary-paper/language-links";
import { Paper } from "@/app/summary-paper/paper";
import { PrintButton } from "@/app/summary-paper/print-button";
import { dateFormat } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { hasDays } from "@/lib/summary/calendar";
import { buttonClass } from "@/lib/ui/button";
import { textFor } from "@/lib/words-for";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("summary");
  return { title: t("title") };
}

interface SummaryPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One paper column with exactly what the file holds, and in its margin what that is. */
export default async function SummaryPage({ params, searchParams }: SummaryPageProps) {
  const { id } = await params;
  const loaded = await loadSummary(id, await searchParams);
  const { language, title, summary, choices, review, version, versions, links, followUp, isOver } =
    loaded;
  const at = { session: id, version: version.number };
  const { rawDataGoAt, erasureWaits, next, wall, rehearsedFrom } = loaded;
  const [t, sessions, common, locale] = await Promise.all([
    getTranslations("summary"),
    getTranslations("sessions"),
    getTranslations("common"),
    getLocale(),
  ]);
  const day = dateFormat(locale, { dateStyle: "long" });
  const dialog = (
    // Without its inset, so that it stands at the edge of the column.
    <div className="-mx-3">
      <DeleteButton
        hasRawData={rawDataGoAt !== null}
        isEmbedded={running().env.databaseUrl === undefined}
        leavesTo="/sessions"
        session={id}
        title={
          title
            ? textFor(title, locale, "du", common("inOtherLanguage"))
            : sessions("unreadableTitle")
        }
      />
    </div>
  );
  if (typeof summary === "string") {
    return (
      <main className="mx-auto flex w-full max-w-[68ch] flex-col items-start gap-4 px-5 py-6">
        <h1 className="font-medium font-serif text-3xl">{t("title")}</h1>
        <p className="text-lg">{t(summary)}</p>
        {rawDataGoAt === null ? null : (
          <p>
            {t(erasureWaits ? "unreadableWaits" : "unreadableUntil", {
              date: day.format(rawDataGoAt),
            })}
          </p>
        )}
        {summary === "notYet" ? (
          <a className={buttonClass("secondary", "console")} href={`/sessions/${id}`}>
            {t("toSession")}
          </a>
        ) : (
          dialog
        )}
      </main>
    );
  }
  return (
    <>
      {rehearsedFrom === null ? null : <RehearsalBar leavesTo={rehearsedFrom} session={id} />}
      <main
        // What one version's fields hold is not another's.
        key={version.number}
        className="mx-auto grid w-full max-w-[794px] grid-cols-[minmax(0,1fr)] gap-6 px-5 py-6 lg:max-w-[1070px] lg:grid-cols-[minmax(0,1fr)_13rem] lg:gap-x-7 print:block print:max-w-none print:p-0"
      >
        <div className="flex flex-wrap items-center gap-3 lg:col-span-2 print:hidden">
          {isOver ? (
            <Files
              folder={`/sessions/${id}/summary`}
              hasDays={hasDays(summary)}
              query={queryOf(version.number, language)}
            >
              <PrintButton />
              {rehearsedFrom === null ? (
                <>
                  <ShareButton at={at} links={links} />
                  <FollowUp followUp={followUp} session={id} />
                </>
              ) : null}
            </Files>
          ) : (
            <>
              <a className={buttonClass("primary", "console")} href={`/sessions/${id}`}>
                {t("toSession")}
              </a>
              <p className="measure order-last basis-full text-base text-ink-2">{t("onTheWay")}</p>
            </>
          )}
          {rawDataGoAt === null ? null : (
            <a
              className={buttonClass("secondary", "console")}
              href={`/sessions/${id}/stage-pictures`}
            >
              {t("stagePictures")}
            </a>
          )}
          {next === null || !isOver ? null : (
            <a className={buttonClass("secondary", "console")} href={next}>
              {sessions("nextMeeting")}
            </a>
          )}
          {wall === null || !isOver ? null : (
            <a className={buttonClass("secondary", "console")} href={wall}>
              {sessions("wall")}
            </a>
          )}
          <LanguageLinks
            chosen={language}
            hrefOf={(each) => `/sessions/${id}/summary?${queryOf(version.number, each)}`}
          />
        </div>
        {rehearsedFrom === null ? (
          <Versions
            addresses={versions.map(
              ({ number }) => `/sessions/${id}/summary?${queryOf(number, language)}`,
            )}
            hasRawData={!isOver || rawDataGoAt !== null}
            session={id}
            version={version}
            versions={versions}
          />
        ) : null}
        {isOver && rehearsedFrom === null ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-base text-ink-2 lg:col-span-2 print:hidden">
            <p>
              {rawDataGoAt === null
                ? sessions("rawDataGone")
                : sessions("rawDataGo", { date: day.format(rawDataGoAt) })}
            </p>
            {dialog}
          </div>
        ) : null}
        <SectionSwitches
          choices={choices}
          className="lg:sticky lg:top-6 lg:col-start-2 lg:row-start-4 lg:self-start print:hidden"
          at={at}
          language={language}
          followUpOn={review.followUpOn ?? null}
          struck={review.struck}
        />
        <Paper
          summary={summary}
          tools={{
            takeaway: (text) => <TakeawayEditor at={at} text={text} />,
            intro: ({ key, title: of }) => (
              <IntroEditor at={at} section={key} text={review.intros[key] ?? ""} title={of} />
            ),
            besideQuote: (quote) => <StrikeQuote at={at} quote={quote} />,
          }}
        />
      </main>
    </>
  );
}

/** How an address asks for a version in a language. */
const queryOf = (version: number, language: Locale): string =>
  new URLSearchParams({ version: String(version), language }).toString();
