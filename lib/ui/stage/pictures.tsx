"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ShareBar } from "@/lib/ui/share-bar";
import { CardPages, type PageReport, type StageCard } from "@/lib/ui/stage/card-pages";
import { StageFrame, type StageSurroundings } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";

/** One large sentence with clock and progress underneath. */
export function PromptPicture({
  prompt,
  above,
  below,
  sealed,
  children,
  surroundings,
}: {
  prompt: ReactNode;
  /** Above the prompt, for instance the case it is about. */
  above?: ReactNode;
  /** Below clock and progress; it takes the place of the drawing. */
  below?: ReactNode;
  /** Drawn beside the prompt while people do something: how many are done, and that nobody sees with what. */
  sealed?: ReactNode;
  children?: ReactNode;
  surroundings: StageSurroundings;
}) {
  return (
    <StageFrame {...surroundings}>
      {above}
      <StagePrompt below={below} drawing={below ? null : sealed} prompt={prompt}>
        {children}
      </StagePrompt>
    </StageFrame>
  );
}

/** What the room works on, above what is asked about it. */
export function StageSubject({ children }: { children: ReactNode }) {
  return (
    <PeoplesWords
      as="p"
      className="mt-[calc(1.2*var(--u))] mb-[calc(1.6*var(--u))] border-accent border-s-[calc(0.5*var(--u))] ps-[calc(1.6*var(--u))] text-ink text-stage-label"
    >
      {children}
    </PeoplesWords>
  );
}

/** As tight as a frame can be: two cards of four lines then stand below each other on 16:9. */
const FRAMED = "[&_.rounded-card]:py-[calc(0.8*var(--u))]";
const UNFRAMED =
  "[&_.rounded-card]:border-0 [&_.rounded-card]:bg-transparent [&_.rounded-card]:p-0";

/** Cards in pages; the footer says which ones are in view. */
export function CardsPicture({
  cards,
  page,
  heading,
  above,
  corner,
  columns = 2,
  framed = true,
  note,
  onPages,
  surroundings,
}: {
  /** Keep the same array while nothing changes: another one is measured anew. */
  cards: readonly StageCard[];
  page: number;
  heading?: ReactNode;
  above?: ReactNode;
  corner?: ReactNode;
  columns?: 1 | 2;
  /** Without frames more fits on a page; for what is no card. */
  framed?: boolean;
  /** Footer text for the cards in view, both counted from 1. */
  note?: (from: number, to: number) => string;
  onPages?: ((pages: number) => void) | undefined;
  surroundings: StageSurroundings;
}) {
  const t = useTranslations("stage");
  const [shown, setShown] = useState<PageReport | null>(null);
  const onLayout = useCallback(
    (report: PageReport) => {
      setShown(report);
      onPages?.(report.pages);
    },
    [onPages],
  );
  const total = cards.length;
  const say =
    note ??
    ((from: number, to: number) => t("cardsOnPage", { from, to, total, count: to - from + 1 }));
  return (
    <StageFrame
      {...surroundings}
      corner={corner}
      heading={heading}
      note={shown && shown.from > 0 ? say(shown.from, shown.to) : null}
    >
      {above}
      <div className={`flex min-h-0 flex-1 flex-col ${framed ? FRAMED : UNFRAMED}`}>
        <CardPages cards={cards} columns={columns} onLayout={onLayout} page={page} />
      </div>
    </StageFrame>
  );
}

/** A bar as long as its share of one, with its value in words behind it. */
export function VoteBar({ share, text }: { share: number; text: string }) {
  return (
    <div className="mt-[calc(0.3*var(--u))] flex items-center gap-[calc(1.4*var(--u))]">
      <ShareBar className="h-[calc(1.8*var(--u))] w-[calc(50*var(--u))] shrink-0" share={share} />
      <p className="text-ink-2 text-stage-label leading-none">{text}</p>
    </div>
  );
}
