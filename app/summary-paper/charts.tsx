import type { ReactNode } from "react";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import type {
  BarsBlock,
  QuartersFigure,
  RatingFigure,
  RatingPairFigure,
  SharesFigure,
  ShiftFigure,
  SummaryBar,
} from "@/lib/summary/blocks";
import { Arc, ArcMark } from "@/lib/ui/drawn/arc";
import { Spread } from "@/lib/ui/drawn/spread";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { Quarters, Swarm } from "@/lib/ui/quarters";
import { ShareMark, StackedBar } from "@/lib/ui/stacked-bar";

const shareOf = ({ value, of }: SummaryBar): number => (of === 0 ? 0 : value / of);

/** What stands behind the longest bar has this much room. */
const READING_SPACE = "6.5rem";

/**
 * A bar with its number right behind it. It is drawn as a border, which also prints where a browser leaves
 * backgrounds out, and is seen where the device chooses all colours.
 */
function Bar({ bar, className }: { bar: SummaryBar; className: string }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span
        aria-hidden
        className={`block max-w-full shrink-0 rounded-[2px] ${className}`}
        style={{ width: `calc((100% - ${READING_SPACE}) * ${shareOf(bar)})` }}
      />
      <p className="tabular whitespace-nowrap font-semibold text-sm">{bar.reading}</p>
    </div>
  );
}

const FILLED = "border-accent border-t-[14px]";

/** Names with their numbers, one bar each. */
export function Bars({ block: { caption, bars } }: { block: BarsBlock }) {
  return (
    // Half of a comparison on the next page reads as the whole.
    <figure className="flex break-inside-avoid flex-col gap-1.5">
      <Caption>{caption}</Caption>
      <ul className="flex flex-col gap-1.5">
        {bars.map((bar, index) => (
          <li
            className="grid break-inside-avoid gap-x-3 sm:grid-cols-[13rem_minmax(0,1fr)] sm:items-center print:grid-cols-[13rem_minmax(0,1fr)] print:items-center"
            // biome-ignore lint/suspicious/noArrayIndexKey: two bars may read the same
            key={index}
          >
            <PeoplesWords as="p" className="text-pretty leading-5">
              {bar.label}
            </PeoplesWords>
            <Bar bar={bar} className={FILLED} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Caption({ children }: { children: ReactNode }) {
  if (children === null) return null;
  return <figcaption className="break-after-avoid text-ink-2 text-sm">{children}</figcaption>;
}

/** Each view beside its votes: how much of those who saw it is filled. */
export function Views({ block: { caption, bars } }: { block: BarsBlock }) {
  return (
    <figure className="flex flex-col gap-2">
      <Caption>{caption}</Caption>
      <ul className="flex flex-col gap-2 sm:gap-1.5">
        {bars.map((bar, index) => (
          <li
            className="grid break-inside-avoid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] print:grid-cols-[minmax(0,1fr)_auto]"
            // biome-ignore lint/suspicious/noArrayIndexKey: two views may read the same
            key={index}
          >
            <PeoplesWords as="p" className="text-pretty leading-6">
              {bar.label}
            </PeoplesWords>
            <div className="flex h-6 items-center gap-2">
              <span aria-hidden className="block h-3.5 w-26 rounded-[2px] border border-edge">
                <span
                  className="block border-accent border-t-[12px]"
                  style={{ width: `${100 * shareOf(bar)}%` }}
                />
              </span>
              <p className="tabular min-w-32 font-semibold text-sm">{bar.reading}</p>
            </div>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** What is known, with its names, in one quiet line. */
export function FactLine({
  facts,
  areNumbers = false,
}: {
  facts: readonly { label: string; value: string; mark?: ReactNode }[];
  /** Set off from their names. */
  areNumbers?: boolean;
}) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-sm">
      {facts.map(({ label, value, mark }) => (
        <div className="flex items-baseline gap-1.5" key={label}>
          <dt className="shrink-0">
            {mark === undefined ? null : (
              <span className="me-1.5 inline-block align-[-0.1em]">{mark}</span>
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

/** One question: its words and its drawing on the left, what its numbers say on the right. */
function Question({
  question,
  drawing,
  children,
}: {
  question: string;
  drawing: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="grid break-inside-avoid gap-x-6 gap-y-2 py-1 sm:grid-cols-2 print:grid-cols-2">
      <div className="flex max-w-md flex-col gap-1">
        <h3 className="text-pretty font-semibold">{question}</h3>
        {drawing}
      </div>
      <div className="flex flex-col gap-2 sm:pt-0.5">{children}</div>
    </figure>
  );
}

/** The words at both ends of an axis. */
function Ends({ ends: { low, high } }: { ends: RatingFigure["ends"] }) {
  return (
    <p className="flex justify-between gap-4 px-2 text-ink-2 text-sm">
      <span>{low}</span>
      <span className="text-end">{high}</span>
    </p>
  );
}

/** How everybody answered one question, each for themselves. */
export function Rating({
  figure: { question, ends, answers, median, middleHalf },
}: {
  figure: RatingFigure;
}) {
  return (
    <Question
      drawing={
        <div>
          <Spread className="w-full" last={SCORE_MAX} median={median.at} {...middleHalf} />
          <Ends ends={ends} />
        </div>
      }
      question={question}
    >
      <FactLine areNumbers facts={[answers, median, middleHalf]} />
    </Question>
  );
}

/** Two questions over each other on one scale, with what their numbers say beside each. */
export function RatingPair({
  figure: { title, ends, ratings, notes },
}: {
  figure: RatingPairFigure;
}) {
  return (
    <figure className="flex break-inside-avoid flex-col gap-2 py-1">
      <h3 className="text-pretty font-semibold">{title}</h3>
      {ratings.map(({ question, answers, median, middleHalf }, at) => (
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 print:grid-cols-2" key={question}>
          <div className="flex max-w-md flex-col gap-1">
            <p className="text-pretty">{question}</p>
            <Spread className="w-full" last={SCORE_MAX} median={median.at} {...middleHalf} />
            {at === ratings.length - 1 ? <Ends ends={ends} /> : null}
          </div>
          <div>
            <FactLine areNumbers facts={[answers, median, middleHalf]} />
          </div>
        </div>
      ))}
      {notes.map((note) => (
        <p className="text-ink-2 text-sm" key={note}>
          {note}
        </p>
      ))}
    </figure>
  );
}

/** How those moved who answered one question both times. */
export function ShiftChart({ figure }: { figure: ShiftFigure }) {
  const { question, ends, people, medians, notes, directions, bands, mean } = figure;
  return (
    <Question
      drawing={
        medians ? (
          <div className="flex flex-col gap-1">
            <Arc
              className="w-full"
              last={SCORE_MAX}
              room={{ before: medians.before.at, after: medians.after.at }}
              size="narrow"
            />
            <Ends ends={ends} />
            <FactLine
              areNumbers
              facts={[
                { ...medians.before, mark: <ArcMark when="before" /> },
                { ...medians.after, mark: <ArcMark when="after" /> },
              ]}
            />
          </div>
        ) : (
          <p className="text-ink-2 text-sm">{ends.reading}</p>
        )
      }
      question={question}
    >
      {directions ? (
        <p className="text-pretty">
          {directions.bars.map(({ label, value }, index) => (
            <span className="whitespace-nowrap" key={label}>
              {index > 0 ? " · " : null}
              <strong className="tabular">{value}</strong> {label}
            </span>
          ))}
        </p>
      ) : null}
      {notes.map((note) => (
        <p className="text-ink-2 text-sm" key={note}>
          {note}
        </p>
      ))}
      {bands ? <Bands bands={bands} /> : null}
      <FactLine areNumbers facts={people} />
      {mean === null ? null : <p className="text-ink-2 text-sm">{mean}</p>}
    </Question>
  );
}

/** How the room shared something out: one bar, and a line for each of its parts. */
export function Shares({ figure: { question, shares, notes } }: { figure: SharesFigure }) {
  const parts = shares.map(({ label, value, isOther }) => ({ id: label, count: value, isOther }));
  return (
    <figure className="flex break-inside-avoid flex-col gap-2 py-1">
      <h3 className="text-pretty font-semibold">{question}</h3>
      <StackedBar className="h-6 w-full max-w-2xl" shares={parts} />
      <ul className="flex flex-col gap-0.5">
        {shares.map(({ label, reading, isOther }, at) => (
          <li className="flex items-baseline gap-2" key={label}>
            <ShareMark at={at} className="size-3" isOther={isOther} />
            <span className="min-w-0 text-pretty">
              {label} <strong className="tabular whitespace-nowrap text-sm">{reading}</strong>
            </span>
          </li>
        ))}
      </ul>
      <Notes notes={notes} />
    </figure>
  );
}

/** What lies in the quarters of two axes, or is empty there. */
export function QuartersChart({ figure }: { figure: QuartersFigure }) {
  const { question, across, up, quarters, notes } = figure;
  const most = Math.max(1, ...quarters.map(({ dots }) => dots ?? 0));
  return (
    <figure className="flex max-w-md break-inside-avoid flex-col gap-2 py-1">
      <h3 className="text-pretty font-semibold">{question}</h3>
      <Quarters across={across} endsClassName="text-sm" up={up}>
        {quarters.map(({ label, value, dots }) => (
          <div className="flex min-h-24 items-center justify-center gap-2 p-2" key={label}>
            <span className="sr-only">{label}: </span>
            {dots === null ? null : <Swarm className="size-20" count={dots} of={most} />}
            <strong className="tabular text-center text-sm">{value}</strong>
          </div>
        ))}
      </Quarters>
      <Notes notes={notes} />
    </figure>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p className="measure text-pretty text-ink-2 text-sm" key={note}>
      {note}
    </p>
  ));
}

/** The same bands twice: dashed before, filled after. */
function Bands({ bands: { before, after } }: { bands: NonNullable<ShiftFigure["bands"]> }) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {before.bars.map((bar, index) => {
        const later = after.bars[index];
        return (
          <li
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-2"
            key={bar.label}
          >
            <span className="row-span-2 text-ink-2">{bar.label}</span>
            <div>
              <span className="sr-only">{before.caption}: </span>
              <Bar bar={bar} className="h-2.5 border border-ink border-dashed" />
            </div>
            <div>
              <span className="sr-only">{after.caption}: </span>
              {later ? <Bar bar={later} className="border-accent border-t-10" /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
