import "./print.css";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PieceView } from "@/app/summary-paper/piece";
import type { SectionKey, SummaryBlocks, SummarySection } from "@/lib/summary/blocks";
import { numbered, piecesOf } from "@/lib/summary/pieces";
import { UpdraftGlyph } from "@/lib/ui/drawn/drawings";

/** What whoever may change a summary has beside its words; none of it is printed. */
export interface PaperTools {
  takeaway(text: string): ReactNode;
  intro(section: { key: SectionKey; title: string }): ReactNode;
  besideQuote(quote: string): ReactNode;
}

export interface PaperProps {
  summary: SummaryBlocks;
  tools?: PaperTools;
}

/** A summary as one paper column, with exactly what its files hold. */
export async function Paper({ summary, tools }: PaperProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale: summary.language, namespace: "summary" }),
    getTranslations("common"),
  ]);
  return (
    <article
      className="flex flex-col gap-5 rounded-card border border-line bg-surface px-5 py-8 max-[359px]:-mx-3 max-[359px]:px-2.5 sm:px-[60px] sm:py-[52px] print:border-0 print:p-0"
      data-document
      lang={summary.language}
    >
      <header className="flex flex-col gap-4">
        <p className="flex items-center justify-between gap-4 text-ink-2 text-sm">
          <span className="flex items-center gap-2 font-medium font-serif text-ink text-lg">
            <UpdraftGlyph className="text-accent" />
            {common("appName")}
          </span>
          {t("title")}
        </p>
        <h1 className="text-pretty font-medium font-serif text-3xl">{summary.title}</h1>
      </header>
      {numbered(summary.sections).map(({ section, number }) => (
        <Section key={section.key} number={number} section={section} tools={tools} />
      ))}
      <p className="border-line border-t pt-3 text-ink-2 text-sm">{t("foot")}</p>
    </article>
  );
}

/** What one looks up and does not read. */
const SMALL_PRINT: ReadonlySet<SectionKey> = new Set(["agenda", "method"]);

/** Prose that is small enough for two columns. */
const IN_COLUMNS: ReadonlySet<SectionKey> = new Set(["method"]);

interface SectionProps {
  section: SummarySection;
  number: number | null;
  tools: PaperTools | undefined;
}

function Section({ section: { key, title, blocks }, number, tools }: SectionProps) {
  // On paper it stands for itself, below the title.
  const isTakeaway = key === "takeaway";
  // Nobody who only reads looks at an empty one.
  const isUnwritten = blocks.every((block) => block.type === "takeaway" && block.text === "");
  if (isTakeaway && isUnwritten && !tools) return null;
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
          {isTakeaway ? null : tools?.intro({ key, title })}
        </div>
      )}
      <div
        className={
          IN_COLUMNS.has(key) ? "gap-8 *:mb-3 sm:columns-2 print:columns-2" : "flex flex-col gap-3"
        }
      >
        {blocks.map((block, index) =>
          block.type === "takeaway" && tools ? (
            // One page may show one version after the other.
            <div className="contents" key="takeaway">
              {tools.takeaway(block.text)}
            </div>
          ) : (
            piecesOf(key, block).map((piece, at) => (
              <PieceView
                besideQuote={tools?.besideQuote}
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
                key={`${index} ${at}`}
                piece={piece}
                section={key}
              />
            ))
          ),
        )}
      </div>
    </section>
  );
}
