import "./print.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Files } from "@/app/sessions/[id]/summary/files";
import { IntroEditor } from "@/app/sessions/[id]/summary/intro-editor";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { PrintButton } from "@/app/sessions/[id]/summary/print-button";
import { SectionSwitches } from "@/app/sessions/[id]/summary/section-switches";
import { SummaryBlockView } from "@/app/sessions/[id]/summary/summary-block";
import { TakeawayEditor } from "@/app/sessions/[id]/summary/takeaway-editor";
import { DeleteButton } from "@/app/sessions/delete-dialog";
import { RehearsalBar } from "@/app/sessions/rehearsal-bar";
import { dateFormat } from "@/lib/i18n/dates";
import { LOCALES } from "@/lib/i18n/locale";
import type { SectionKey, SummarySection } from "@/lib/summary/blocks";
import { buttonClass } from "@/lib/ui/button";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";
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
  const { language: asked } = await searchParams;
  const loaded = await loadSummary(id, typeof asked === "string" ? asked : undefined);
  const { language, title, summary, choices, review } = loaded;
  const { rawDataGoAt, erasureWaits, next, rehearsedFrom } = loaded;
  const [t, onPaper, sessions, common, locale] = await Promise.all([
    getTranslations("summary"),
    getTranslations({ locale: language, namespace: "summary" }),
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
      <main className="mx-auto grid w-full max-w-[794px] grid-cols-[minmax(0,1fr)] gap-6 px-5 py-6 lg:max-w-[1070px] lg:grid-cols-[minmax(0,1fr)_13rem] lg:gap-x-7 print:block print:max-w-none print:p-0">
        <div className="flex flex-wrap items-center gap-3 lg:col-span-2 print:hidden">
          <Files language={language} session={id}>
            <PrintButton />
          </Files>
          {rawDataGoAt === null ? null : (
            <a
              className={buttonClass("secondary", "console")}
              href={`/sessions/${id}/stage-pictures`}
            >
              {t("stagePictures")}
            </a>
          )}
          {next === null ? null : (
            <a className={buttonClass("secondary", "console")} href={next}>
              {sessions("nextMeeting")}
            </a>
          )}
          <nav aria-label={t("language")} className="ms-auto flex gap-1">
            {LOCALES.map((each) => (
              <a
                aria-current={each === language ? "true" : undefined}
                className="inline-flex min-h-10 items-center rounded-control px-2 text-base text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
                href={`/sessions/${id}/summary?language=${each}`}
                key={each}
                lang={each}
              >
                {LANGUAGE_NAMES[each]}
              </a>
            ))}
          </nav>
        </div>
        {rehearsedFrom === null ? (
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
          className="lg:sticky lg:top-6 lg:col-start-2 lg:row-start-3 lg:self-start print:hidden"
          language={language}
          session={id}
          struck={review.struck}
        />
        <article
          className="flex flex-col gap-5 rounded-card border border-line bg-surface px-5 py-8 sm:px-[60px] sm:py-[52px] print:border-0 print:p-0"
          data-document
          lang={summary.language}
        >
          <header className="flex flex-col gap-4">
            <p className="flex items-center justify-between gap-4 text-ink-2 text-sm">
              <span className="flex items-center gap-2 font-medium font-serif text-ink text-lg">
                <UpdraftGlyph className="text-accent" />
                {common("appName")}
              </span>
              {onPaper("title")}
            </p>
            <h1 className="text-pretty font-medium font-serif text-3xl">{summary.title}</h1>
          </header>
          {numbered(summary.sections).map(({ section, number }) => (
            <Section
              id={id}
              intro={review.intros[section.key] ?? ""}
              key={section.key}
              number={number}
              section={section}
            />
          ))}
          <p className="border-line border-t pt-3 text-ink-2 text-sm">{onPaper("foot")}</p>
        </article>
      </main>
    </>
  );
}

/** Each language in its own words. */
const LANGUAGE_NAMES = { de: "Deutsch", en: "English" } as const;

/** What the document's head and the facilitator's own words say has no number. */
const UNNUMBERED: ReadonlySet<SectionKey> = new Set(["head", "takeaway"]);

/** What one looks up and does not read. */
const SMALL_PRINT: ReadonlySet<SectionKey> = new Set(["agenda", "method"]);

/** Prose that is small enough for two columns. */
const IN_COLUMNS: ReadonlySet<SectionKey> = new Set(["method"]);

function numbered(sections: readonly SummarySection[]) {
  let last = 0;
  return sections.map((section) => {
    if (UNNUMBERED.has(section.key)) return { section, number: null };
    last += 1;
    return { section, number: last };
  });
}

interface SectionProps {
  /** Of the session. */
  id: string;
  section: SummarySection;
  /** The facilitator's own words before it, as they are edited. */
  intro: string;
  number: number | null;
}

function Section({ id, section: { key, title, blocks }, intro, number }: SectionProps) {
  // On paper it stands for itself, below the title.
  const isTakeaway = key === "takeaway";
  return (
    // A takeaway that was never written leaves no empty heading on paper, nor in the file.
    <section
      aria-labelledby={title === null ? undefined : `summary-${key}`}
      className={`print:has-data-empty:hidden ${title === null ? "-mt-2" : "border-line border-t pt-5"} ${isTakeaway ? "print:border-t-0 print:pt-0" : ""} ${SMALL_PRINT.has(key) ? "text-sm" : "text-base"}`}
    >
      {title === null ? null : (
        <div
          className={`mb-3 flex flex-wrap break-after-avoid items-baseline gap-3 font-medium font-serif text-xl ${isTakeaway ? "print:hidden" : ""}`}
        >
          {number === null ? null : (
            <span aria-hidden className="tabular min-w-4 text-accent">
              {number}
            </span>
          )}
          <h2 className="min-w-0 flex-1" id={`summary-${key}`}>
            {title}
          </h2>
          {isTakeaway ? null : (
            <IntroEditor section={key} session={id} text={intro} title={title} />
          )}
        </div>
      )}
      <div
        className={
          IN_COLUMNS.has(key) ? "gap-8 *:mb-3 sm:columns-2 print:columns-2" : "flex flex-col gap-3"
        }
      >
        {blocks.map((block, index) =>
          block.type === "takeaway" ? (
            <TakeawayEditor key="takeaway" session={id} text={block.text} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
            <SummaryBlockView block={block} key={index} section={key} session={id} />
          ),
        )}
      </div>
    </section>
  );
}
