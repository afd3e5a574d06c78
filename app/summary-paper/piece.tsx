import { Fragment, type ReactNode } from "react";
import { Takeaway } from "@/app/summary-paper/takeaway";
import type { SectionKey } from "@/lib/summary/blocks";
import {
  foldedPiece,
  type Line,
  type Piece,
  type PieceFold,
  type SheetBar,
  type SheetBars,
} from "@/lib/summary/pieces";
import { PlanGlyph } from "@/lib/ui/drawn/drawings";
import { FigureDrawing } from "@/lib/ui/drawn/figure-drawing";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { Quarters } from "@/lib/ui/quarters";

export interface PieceViewProps {
  piece: Piece;
  section: SectionKey;
  /** What stands beside a quote, for whoever may take it out. */
  besideQuote?: ((quote: string) => ReactNode) | undefined;
}

/** One piece of a summary as it stands on paper. */
export const PieceView = ({ piece, section, besideQuote }: PieceViewProps): ReactNode =>
  foldedPiece(foldOf(section, besideQuote), piece);

function foldOf(
  section: SectionKey,
  besideQuote: PieceViewProps["besideQuote"],
): PieceFold<ReactNode> {
  const fold: PieceFold<ReactNode> = {
    heading: ({ text }) => (
      <PeoplesWords as="h3" className="mt-2 break-after-avoid font-semibold first:mt-0">
        {text}
      </PeoplesWords>
    ),
    // A setback, above the views of it: what somebody wrote, and no heading of ours.
    case: ({ text }) => (
      <PeoplesWords
        as="h3"
        className="mt-2 break-after-avoid whitespace-pre-line border-line border-s-3 ps-4 font-medium font-serif text-lg first:mt-0"
      >
        {text}
      </PeoplesWords>
    ),
    paragraph: ({ text }) =>
      section === "practice" ? (
        <p className="measure flex items-center gap-3 text-pretty">
          <PlanGlyph className="text-accent" />
          {text}
        </p>
      ) : (
        <p className="measure text-pretty">{text}</p>
      ),
    note: ({ text }) => <Note>{text}</Note>,
    takeaway: ({ text }) => <Takeaway>{text}</Takeaway>,
    facts: ({ facts }) => <FactLine areNumbers={false} facts={facts} />,
    quotes: ({ quotes }) =>
      quotes.map((quote, index) => (
        <div
          className="flex items-start justify-between gap-x-4 gap-y-1 max-sm:flex-col"
          // biome-ignore lint/suspicious/noArrayIndexKey: two quotes may be word for word the same
          key={index}
        >
          <PeoplesWords
            as="blockquote"
            className="measure break-inside-avoid whitespace-pre-line wrap-anywhere border-line border-s-3 ps-4"
          >
            {quote}
          </PeoplesWords>
          {besideQuote?.(quote)}
        </div>
      )),
    list: ({ items }) => (
      <ul className="measure flex list-disc flex-col gap-1 ps-5 *:break-inside-avoid">
        {items.map((item) => (
          <PeoplesWords as="li" key={item}>
            {item}
          </PeoplesWords>
        ))}
      </ul>
    ),
    table: (piece) =>
      piece.head.length > COLUMNS_OF_A_PHONE ? (
        <section
          aria-label={piece.head.filter((cell) => cell !== "").join(", ")}
          className="overflow-x-auto print:overflow-visible"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways must be reachable by keys
          tabIndex={0}
        >
          <Table {...piece} />
        </section>
      ) : (
        <Table {...piece} />
      ),
    bars: (piece) => <Bars {...piece} rows={BESIDE_NAMES} Bar={Bar} />,
    views: (piece) => <Bars {...piece} rows={BEHIND_VIEWS} Bar={FramedBar} />,
    counts: ({ counts }) => (
      <p className="text-pretty">
        {counts.map(({ label, value }, index) => (
          <Fragment key={label}>
            {index > 0 ? " · " : null}
            <strong className="tabular whitespace-nowrap">{value}</strong> {label}
          </Fragment>
        ))}
      </p>
    ),
    question: ({ question, drawings, ends, beside }) => (
      <figure className="grid break-inside-avoid gap-x-6 gap-y-2 py-1 sm:grid-cols-2 print:grid-cols-2">
        <div className="flex max-w-md flex-col gap-1">
          <h3 className="text-pretty font-semibold">{question}</h3>
          {drawings.map(({ drawn, caption, facts }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two questions may be asked in the same words
            <div className="flex flex-col gap-1" key={at}>
              {caption === null ? null : <p className="text-pretty">{caption}</p>}
              <FigureDrawing drawn={drawn} />
              {at === drawings.length - 1 ? (
                <p className="flex justify-between gap-4 px-2 text-ink-2 text-sm">
                  <span>{ends.low}</span>
                  <span className="text-end">{ends.high}</span>
                </p>
              ) : null}
              {facts.length === 0 ? null : <FactLine areNumbers facts={facts} />}
            </div>
          ))}
          {drawings.length === 0 ? <Note>{ends.reading}</Note> : null}
        </div>
        <div className="flex flex-col gap-2 sm:pt-0.5">
          {beside.map((piece, at) =>
            piece.is === "facts" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
              <FactLine areNumbers facts={piece.facts} key={at} />
            ) : piece.is === "bars" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
              <Bars {...piece} Bar={Bar} key={at} rows={BESIDE_BANDS} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
              <PieceView key={at} piece={piece} section={section} />
            ),
          )}
        </div>
      </figure>
    ),
    shares: ({ question, picture, shares, notes }) => (
      <figure className="flex break-inside-avoid flex-col gap-2 py-1">
        <h3 className="text-pretty font-semibold">{question}</h3>
        <FigureDrawing drawn={picture.drawn} />
        <ul className="flex flex-col gap-0.5">
          {shares.map(({ label, reading, mark }) => (
            <li className="flex items-baseline gap-2" key={label}>
              <FigureDrawing drawn={mark} />
              <span className="min-w-0 text-pretty">
                {label} <strong className="tabular whitespace-nowrap text-sm">{reading}</strong>
              </span>
            </li>
          ))}
        </ul>
        <Notes notes={notes} />
      </figure>
    ),
    quarters: ({ question, across, up, quarters, notes }) => (
      <figure className="flex max-w-md break-inside-avoid flex-col gap-2 py-1">
        <h3 className="text-pretty font-semibold">{question}</h3>
        <Quarters across={across} endsClassName="text-sm" up={up}>
          {quarters.map(({ label, value, picture }) => (
            <div className="flex min-h-24 items-center justify-center gap-2 p-2" key={label}>
              <span className="sr-only">{label}: </span>
              {picture === null ? null : <FigureDrawing drawn={picture.drawn} />}
              <strong className="tabular text-center text-sm">{value}</strong>
            </div>
          ))}
        </Quarters>
        <Notes notes={notes} />
      </figure>
    ),
  };
  return fold;
}

/** More columns than these don't fit beside each other on a phone. */
const COLUMNS_OF_A_PHONE = 3;

function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th
              className={`border-edge border-b py-1 font-semibold ${index === 0 ? "text-start" : "ps-4 text-end"}`}
              key={cell}
              scope="col"
            >
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <tr className="break-inside-avoid" key={rowIndex}>
            {row.map((cell, index) => (
              <td
                className={`tabular border-line border-b py-1 align-top ${index === 0 ? "text-start" : "ps-4 text-end sm:whitespace-nowrap"}`}
                // biome-ignore lint/suspicious/noArrayIndexKey: cells neither
                key={index}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Short names with their bars right beside them, and what is read as a sentence with its bars behind it. */
const BESIDE_NAMES =
  "sm:grid-cols-[13rem_minmax(0,1fr)] sm:items-center print:grid-cols-[13rem_minmax(0,1fr)] print:items-center";
/** Names of a few characters, in half of the page's width. */
const BESIDE_BANDS = "grid-cols-[4.5rem_minmax(0,1fr)] items-center text-sm";
const BEHIND_VIEWS =
  "gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] print:grid-cols-[minmax(0,1fr)_auto]";

type BarLook = (props: { bar: SheetBar; isDashed: boolean }) => ReactNode;

/** Names with their numbers, one bar each. */
function Bars({
  caption,
  bars,
  isDashed,
  rows,
  Bar: Look,
}: SheetBars & { rows: string; Bar: BarLook }) {
  return (
    // Half of a comparison on the next page reads as the whole.
    <figure className="flex break-inside-avoid flex-col gap-1.5">
      {caption === null ? null : (
        <figcaption className="break-after-avoid text-ink-2 text-sm">{caption}</figcaption>
      )}
      <ul className="flex flex-col gap-1.5">
        {bars.map((bar, index) => (
          <li
            className={`grid break-inside-avoid gap-x-3 ${rows}`}
            // biome-ignore lint/suspicious/noArrayIndexKey: two bars may read the same
            key={index}
          >
            <PeoplesWords as="p" className="wrap-anywhere text-pretty leading-5">
              {bar.label}
            </PeoplesWords>
            <Look bar={bar} isDashed={isDashed} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** What stands behind the longest bar has this much room. */
const READING_SPACE = "6.5rem";

/**
 * A bar with its number right behind it. It is drawn as a border, which also prints where a browser leaves
 * backgrounds out, and is seen where the device chooses all colours.
 */
function Bar({ bar, isDashed }: Parameters<BarLook>[0]) {
  const look = isDashed ? "h-2.5 border border-ink border-dashed" : "border-accent border-t-[14px]";
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span
        aria-hidden
        className={`block max-w-full shrink-0 rounded-[2px] ${look}`}
        style={{ width: `calc((100% - ${READING_SPACE}) * ${bar.share})` }}
      />
      <Reading>{bar.reading}</Reading>
    </div>
  );
}

/** How much of a whole is filled. */
function FramedBar({ bar }: Parameters<BarLook>[0]) {
  return (
    <div className="flex h-6 items-center gap-2">
      <span aria-hidden className="block h-3.5 w-26 rounded-[2px] border border-edge">
        <span
          className="block border-accent border-t-[12px]"
          style={{ width: `${100 * bar.share}%` }}
        />
      </span>
      <Reading className="min-w-32">{bar.reading}</Reading>
    </div>
  );
}

const Reading = ({ className = "", children }: { className?: string; children: string }) => (
  <p className={`tabular whitespace-nowrap font-semibold text-sm ${className}`}>{children}</p>
);

/** What is known, with its names, in one quiet line. `areNumbers`: set off from their names. */
function FactLine({ facts, areNumbers }: { facts: readonly Line[]; areNumbers: boolean }) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-sm">
      {facts.map(({ label, value, mark }) => (
        <div className="flex items-baseline gap-1.5" key={label}>
          <dt className="shrink-0">
            {mark === null ? null : (
              <span className="me-1.5 inline-block align-[-0.1em]">
                <FigureDrawing drawn={mark} />
              </span>
            )}
            {label}
          </dt>
          <dd className={`tabular min-w-0 text-ink ${areNumbers ? "font-semibold" : ""}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const Note = ({ children }: { children: string }) => (
  <p className="measure text-pretty text-ink-2 text-sm">{children}</p>
);

const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => <Note key={note}>{note}</Note>);
