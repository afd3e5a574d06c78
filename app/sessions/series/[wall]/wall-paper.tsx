import { getTranslations } from "next-intl/server";
import type { LoadedWall, LostMeeting } from "@/app/sessions/series/[wall]/load";
import { PieceView } from "@/app/summary-paper/piece";
import { dateFormat } from "@/lib/i18n/dates";
import { piecesOf } from "@/lib/summary/pieces";
import type { WallSheet } from "@/lib/summary/series-wall";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { textFor } from "@/lib/words-for";

/** One sheet for each meeting, below each other, made of the same pieces as their summaries. */
export async function WallPaper({ language, sheets, lost }: LoadedWall) {
  if (sheets.length + lost.length === 0) return null;
  return (
    <ol className="flex flex-col gap-5" lang={language}>
      {sheets.map((sheet) => (
        <li key={sheet.id}>
          <Sheet language={language} sheet={sheet} />
        </li>
      ))}
      {lost.map((meeting) => (
        <li key={meeting.id}>
          <Lost language={language} meeting={meeting} />
        </li>
      ))}
    </ol>
  );
}

/** On the smallest phones charts need nearly the whole width to be read. */
const SHEET =
  "flex flex-col gap-5 rounded-card border border-line bg-surface px-5 py-6 max-[359px]:-mx-3 max-[359px]:px-2.5 sm:px-[60px] sm:py-9 print:rounded-none print:border-x-0 print:border-b-0 print:px-0 print:py-4";

async function Sheet({ sheet, language }: { sheet: WallSheet } & Pick<LoadedWall, "language">) {
  const t = await getTranslations({ locale: language, namespace: "sessions" });
  const { id, title, day, people, sections } = sheet;
  return (
    <article aria-labelledby={`wall-${id}`} className={SHEET}>
      <header className="flex break-after-avoid flex-col gap-1">
        <p className="tabular text-ink-2">
          {day}
          {people === null ? null : ` · ${people.label}: ${people.value}`}
        </p>
        <h2 className="text-pretty font-medium font-serif text-2xl" id={`wall-${id}`}>
          {title}
        </h2>
      </header>
      {sections.length === 0 ? <p className="text-ink-2">{t("wallNothing")}</p> : null}
      {sections.map(({ key, title: of, blocks }) => (
        <section className="flex flex-col gap-3 border-line border-t pt-4" key={key}>
          {of === null ? null : (
            <h3 className="break-after-avoid font-medium font-serif text-xl">{of}</h3>
          )}
          {blocks
            .flatMap((block) => piecesOf(key, block))
            .map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
              <PieceView key={at} piece={piece} section={key} />
            ))}
        </section>
      ))}
      <p className="print:hidden">
        <a
          className="inline-flex min-h-12 items-center font-semibold text-accent underline underline-offset-4 sm:min-h-10"
          href={`/sessions/${id}/summary`}
        >
          {t("wallSummary")}
        </a>
      </p>
    </article>
  );
}

/** A meeting of which no summary is there, or none that this release reads. */
async function Lost({
  meeting,
  language,
}: { meeting: LostMeeting } & Pick<LoadedWall, "language">) {
  const [t, common] = await Promise.all([
    getTranslations({ locale: language, namespace: "sessions" }),
    getTranslations({ locale: language, namespace: "common" }),
  ]);
  const { name, title, openedAt } = meeting;
  const plan = title
    ? textFor(title, language, "du", common("inOtherLanguage"))
    : t("unreadableTitle");
  return (
    <article className={SHEET}>
      <header className="flex flex-col gap-1">
        <p className="text-ink-2">{dateFormat(language, { dateStyle: "long" }).format(openedAt)}</p>
        <PeoplesWords as="h2" className="text-pretty font-medium font-serif text-2xl">
          {name === "" ? plan : name}
        </PeoplesWords>
      </header>
      <p className="text-ink-2">{t("wallLost")}</p>
    </article>
  );
}
