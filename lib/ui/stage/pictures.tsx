"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ShareBar } from "@/lib/ui/share-bar";
import {
  GroupPages,
  type GroupPagesProps,
  type PageReport,
  type StageCard,
} from "@/lib/ui/stage/group-pages";
import { StageFrame, type StageSurroundings, type TellPages } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";

/** One large sentence, a drawing beside it, with clock and progress underneath. */
export function PromptPicture({
  prompt,
  above,
  below,
  drawing,
  children,
  surroundings,
}: {
  prompt: ReactNode;
  /** Above the prompt, for instance the case it is about. */
  above?: ReactNode;
  /** Below clock and progress; it takes the place of the drawing. */
  below?: ReactNode;
  /** While people do something, how many are done; else a scene of what the room does. */
  drawing?: ReactNode;
  children?: ReactNode;
  surroundings: StageSurroundings;
}) {
  return (
    <StageFrame {...surroundings}>
      {above}
      <StagePrompt below={below} drawing={below ? null : drawing} prompt={prompt}>
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

interface PagesPictureProps extends Omit<GroupPagesProps, "onLayout"> {
  heading?: ReactNode;
  above?: ReactNode;
  /** Below the cards on each page. */
  below?: ReactNode;
  /** Beside the cards on each page. */
  beside?: ReactNode;
  corner?: ReactNode;
  /** Without frames more fits on a page; for what is no card. */
  framed?: boolean;
  onPages?: TellPages;
  /** How many of the pages the room is meant to see, from the first; all, where it isn't said. */
  needed?: number;
  surroundings: StageSurroundings;
}

/** What is in view, for the footer. */
export interface InView extends PageReport {
  /** The page, counted from 1. */
  at: number;
}

/** Cards that stand in groups, in pages, with others before them where there are some. */
export function GroupsPicture({
  page,
  heading,
  above,
  below,
  beside,
  corner,
  framed = true,
  note,
  onPages,
  needed,
  surroundings,
  ...laidOut
}: PagesPictureProps & {
  /** Footer text for what is in view; nothing where the picture around it says something. */
  note: (inView: InView) => string | null;
}) {
  const [shown, setShown] = useState<PageReport | null>(null);
  const onLayout = useCallback(
    (report: PageReport) => {
      setShown(report);
      onPages?.(report.pages, needed);
    },
    [onPages, needed],
  );
  const pages = <GroupPages {...laidOut} onLayout={onLayout} page={page} />;
  return (
    <StageFrame
      {...surroundings}
      corner={corner}
      heading={heading}
      note={
        (shown && shown.pages > 0
          ? note({ ...shown, at: Math.min(page, shown.pages - 1) + 1 })
          : null) ?? surroundings.note
      }
    >
      {above}
      <div className={`flex min-h-0 flex-1 flex-col ${framed ? FRAMED : UNFRAMED}`}>
        {beside ? <Beside pages={pages}>{beside}</Beside> : pages}
      </div>
      {below}
    </StageFrame>
  );
}

/** As wide as a prompt, and as the drawing beside it. */
function Beside({ pages, children }: { pages: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] grid-rows-1 gap-[calc(4*var(--u))]">
      <div className="flex min-h-0 flex-col">{pages}</div>
      <div className="flex flex-col justify-center">{children}</div>
    </div>
  );
}

/** Cards in pages; the footer says which ones are in view. */
export function CardsPicture({
  cards,
  note,
  ...props
}: Omit<PagesPictureProps, "groups" | "first"> & {
  /** Keep the same array while nothing changes: another one is measured anew. */
  cards: readonly StageCard[];
  /** Footer text for the cards in view, both counted from 1. */
  note?: (from: number, to: number) => string;
}) {
  const t = useTranslations("stage");
  const groups = useMemo(() => [{ id: "all", cards }], [cards]);
  const total = cards.length;
  const say =
    note ??
    ((from: number, to: number) => t("cardsOnPage", { from, to, total, count: to - from + 1 }));
  return (
    <GroupsPicture {...props} groups={groups} note={({ from, to }) => say(from, to) || null} />
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
