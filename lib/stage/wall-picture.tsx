"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { StageBrand } from "@/lib/stage/stage-brand";
import {
  foldedPiece,
  type Piece,
  type PieceFold,
  piecesOf,
  type SheetBars,
} from "@/lib/summary/pieces";
import type { WallSheet } from "@/lib/summary/series-wall";
import { FigureDrawing } from "@/lib/ui/drawn/figure-drawing";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ShareBar } from "@/lib/ui/share-bar";
import type { CardGroup, StageCard } from "@/lib/ui/stage/group-pages";
import { GroupsPicture } from "@/lib/ui/stage/pictures";
import { StageHeading, type StageSurroundings, type TellPages } from "@/lib/ui/stage/stage-frame";

export interface WallPictureProps {
  /** Keep the same array while nothing changes: another one is measured anew. */
  sheets: readonly WallSheet[];
  page: number;
  onPages?: TellPages;
  surroundings: StageSurroundings;
}

/** What remained of each meeting of a series: all of them at first, then each section of each on pages of its own. */
export function WallPicture({ sheets, page, onPages, surroundings }: WallPictureProps) {
  const t = useTranslations("stage.wall");
  const groups = useMemo(
    () => [overviewOf(sheets, t("overview")), ...sheets.flatMap(groupsOf)],
    [sheets, t],
  );
  return (
    <GroupsPicture
      corner={<StageBrand />}
      groups={groups}
      note={({ at, pages }) => t("sheet", { at, pages })}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

const overviewOf = (sheets: readonly WallSheet[], title: string): CardGroup => ({
  id: "overview",
  heading: () => <StageHeading>{title}</StageHeading>,
  cards: sheets.map(({ id, day, title: of, people }) => ({
    id,
    below: (
      <>
        <p className="text-ink-2 text-stage-label">
          {day}
          {people === null ? null : ` · ${people.label}: ${people.value}`}
        </p>
        <p className="text-pretty font-medium font-serif">{of}</p>
      </>
    ),
  })),
});

/** Each section of a meeting begins on a page of its own, below its day. */
const groupsOf = ({ id, day, sections }: WallSheet): CardGroup[] =>
  sections.map(({ key, title, blocks }) => ({
    id: `${id} ${key}`,
    heading: () => (
      <StageHeading>
        {title} <span className="font-normal font-sans text-ink-2 text-stage-label">{day}</span>
      </StageHeading>
    ),
    cards: cardsOf(blocks.flatMap((block) => piecesOf(key, block))),
  }));

/** A heading stands on the card of what it is about, so that no page comes between them. */
function cardsOf(pieces: readonly Piece[]): StageCard[] {
  const cards: StageCard[] = [];
  let heading: string | null = null;
  for (const piece of pieces) {
    if (piece.is === "heading" || piece.is === "case") {
      heading = piece.text;
      continue;
    }
    for (const content of foldedPiece(onCards, piece)) {
      cards.push({ id: String(cards.length), below: <Below heading={heading}>{content}</Below> });
      heading = null;
    }
  }
  return cards;
}

function Below({ heading, children }: { heading: string | null; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-[calc(0.6*var(--u))]">
      {heading === null ? null : (
        <PeoplesWords as="h3" className="text-pretty font-semibold text-stage-label">
          {heading}
        </PeoplesWords>
      )}
      {children}
    </div>
  );
}

/** A piece as it stands on cards: most are one, and each quote has its own. */
const onCards: PieceFold<ReactNode[]> = {
  heading: ({ text }) => [<Words key="0">{text}</Words>],
  case: ({ text }) => [<Words key="0">{text}</Words>],
  paragraph: ({ text }) => [<Words key="0">{text}</Words>],
  note: ({ text }) => [<Small key="0">{text}</Small>],
  takeaway: ({ text }) =>
    inParts(text).map((part) => (
      <PeoplesWords as="p" className="whitespace-pre-line font-medium font-serif" key={part}>
        {part}
      </PeoplesWords>
    )),
  quotes: ({ quotes }) => quotes.map((quote) => <Words key={quote}>{quote}</Words>),
  list: ({ items }) => items.map((item) => <Words key={item}>{item}</Words>),
  facts: ({ facts }) => [<Lines key="0" lines={facts} />],
  table: ({ head, rows }) => [
    <Lines
      key="0"
      lines={rows.map(([label = "", ...cells]) => ({
        label,
        value: cells.map((cell, at) => `${head[at + 1]}: ${cell}`).join(" · "),
      }))}
    />,
  ],
  bars: (piece) => barCards(piece),
  views: (piece) => barCards(piece),
  counts: ({ counts }) => [
    <Small key="0">{counts.map(({ label, value }) => `${value} ${label}`).join(" · ")}</Small>,
  ],
  // As little as says it all from ten metres: what its drawing says needs no second line, and why something is missing
  // stands in the summary.
  question: ({ question, drawings, ends, beside }) => [
    <div className="*:gap-[calc(0.3*var(--u))] [&_*]:leading-[1.1]" key="0">
      <Below heading={question}>
        {drawings.map(({ drawn, caption, alt }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawings have no identity but their place
          <div key={at}>
            {caption === null ? null : <Small>{caption}</Small>}
            <FigureDrawing drawn={drawn} />
            <p className="sr-only">{alt}</p>
          </div>
        ))}
        {drawings.length === 0 ? (
          <Small>{ends.reading}</Small>
        ) : (
          <p className="flex justify-between gap-[calc(2*var(--u))] text-ink-2 text-stage-label leading-[1.15]">
            <span>{ends.low}</span>
            <span className="text-end">{ends.high}</span>
          </p>
        )}
        {beside
          .filter(({ is }) => is === "counts" || is === "facts")
          .flatMap((piece) => foldedPiece(onCards, piece))}
      </Below>
    </div>,
  ],
  shares: ({ question, picture, shares, notes }) => [
    <Below heading={question} key="0">
      <FigureDrawing drawn={picture.drawn} />
      <Lines lines={shares.map(({ label, reading }) => ({ label, value: reading }))} />
      {notes.map((note) => (
        <Small key={note}>{note}</Small>
      ))}
    </Below>,
  ],
  quarters: ({ question, quarters, notes }) => [
    <Below heading={question} key="0">
      <Lines lines={quarters} />
      {notes.map((note) => (
        <Small key={note}>{note}</Small>
      ))}
    </Below>,
  ],
};

/** So much of a text stands on one card: about half of what a page has room for. */
const PART_CHARACTERS = 280;

/** A long text in parts that end with a sentence. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.split(/(?<=[.!?…])(?=\s)|(?<=\n)/)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= PART_CHARACTERS) {
      parts[parts.length - 1] = last + sentence;
    } else parts.push(sentence);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Lines of a card with bars, and characters of a name in one of them. */
const BAR_LINES = 8;
const LINE_CHARACTERS = 32;

/** Bars on as many cards as they need, below their caption on the first. */
function barCards({ caption, bars, isDashed }: SheetBars): ReactNode[] {
  const cards: SheetBars["bars"][] = [];
  let lines = 0;
  for (const bar of bars) {
    const needed = 1 + Math.ceil(bar.label.length / LINE_CHARACTERS);
    const last = cards.at(-1);
    if (last && lines + needed <= BAR_LINES) last.push(bar);
    else cards.push([bar]);
    lines = last && lines + needed <= BAR_LINES ? lines + needed : needed;
  }
  return cards.map((each, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
    <Bars bars={each} caption={at === 0 ? caption : null} isDashed={isDashed} key={at} />
  ));
}

const Words = ({ children }: { children: string }) => (
  <PeoplesWords as="p" className="whitespace-pre-line">
    {children}
  </PeoplesWords>
);

const Small = ({ children }: { children: string }) => (
  <p className="text-pretty text-ink-2 text-stage-label">{children}</p>
);

/** Names with what is known of each, as many in a line as find room. */
const Lines = ({ lines }: { lines: readonly { label: string; value: string }[] }) => (
  <dl className="flex flex-wrap gap-x-[calc(2*var(--u))] text-stage-label">
    {lines.map(({ label, value }) => (
      <div className="flex gap-x-[calc(0.8*var(--u))]" key={label}>
        <dt className="text-ink-2">{label}</dt>
        <dd className="tabular font-semibold">{value}</dd>
      </div>
    ))}
  </dl>
);

/** Each name above its bar, with the number right behind it. */
const Bars = ({ caption, bars }: SheetBars) => (
  <>
    {caption === null ? null : <Small>{caption}</Small>}
    <ul className="flex flex-col gap-[calc(0.8*var(--u))]">
      {bars.map(({ label, share, reading }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two bars may read the same
        <li key={at}>
          <PeoplesWords as="p" className="text-pretty text-stage-label">
            {label}
          </PeoplesWords>
          <div className="flex items-center gap-[calc(1.2*var(--u))]">
            <ShareBar
              className="h-[calc(1.8*var(--u))] w-[calc(24*var(--u))] shrink-0"
              share={share}
            />
            <p className="tabular whitespace-nowrap font-semibold text-stage-label leading-none">
              {reading}
            </p>
          </div>
        </li>
      ))}
    </ul>
  </>
);
