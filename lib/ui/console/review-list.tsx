"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { CardConsents, ReviewCard } from "@/lib/activities/card-schema";
import { hasContactDetail } from "@/lib/activities/contact-details";
import { isolated } from "@/lib/i18n/isolated";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { type CardGroup, inGroups } from "@/lib/ui/console/card-groups";
import { Covered, useCovered } from "@/lib/ui/console/cover";
import { useMarkAsRead, useReading } from "@/lib/ui/console/reading";
import { unreadCards } from "@/lib/ui/console/sealed-cards";
import { CardGlyph, LockGlyph, TickGlyph } from "@/lib/ui/drawn/drawings";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ShareBar } from "@/lib/ui/share-bar";

/** By their random ids: an order that means nothing and stays put while cards change. */
export function byId<Card extends { id: string }>(cards: Record<string, Card>): Card[] {
  return Object.values(cards).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stands in small print below a card: what its author allows, and whether it was tagged. */
export function useCardMeta() {
  const t = useTranslations("console");
  return (card: Partial<CardConsents> & { notForStage: boolean }): string[] =>
    [
      card.typedIn ? t("typedIn") : null,
      card.unfair ? t("unfair") : null,
      card.tagged ? t("tagged") : null,
      card.mayBeCase && !card.tagged ? t("consentCase") : null,
      card.mayBeQuoted ? t("consentQuote") : null,
      card.notForStage ? t("notForStage") : null,
    ].filter((each) => each !== null);
}

export interface TagButtonProps {
  card: { id: string } & Partial<CardConsents>;
  onTag: (card: string, tagged: boolean) => void;
}

/** "No case" by a facilitator. Nothing to press where the author said so: that stays. */
export function TagButton({ card: { id, unfair, tagged }, onTag }: TagButtonProps) {
  const t = useTranslations("console");
  if (unfair) return null;
  return (
    <Button className="shrink-0" kind="quiet" onClick={() => onTag(id, !tagged)} size="console">
      {tagged ? t("tagOff") : t("tag")}
    </Button>
  );
}

export interface CardRowProps {
  text: string;
  held?: boolean;
  /** Below the text, small: lens, consents. */
  meta?: ReactNode;
  /** At the end of the row. */
  action?: ReactNode;
  textId?: string;
  /** What was written to its author. */
  reply?: string;
  /** While it is sealed: its id, by which it is known whether it has been in view, and whether it has. */
  sealed?: { id: string; isRead: boolean };
}

/** One card on the console. Where it is narrow its buttons stand below, whatever the window's width. */
export function CardRow(props: CardRowProps) {
  const { text, held = false, meta, action, textId, reply, sealed } = props;
  const t = useTranslations("console");
  const covered = useCovered();
  return (
    <li
      className={`@container rounded-card border px-3 py-2 ${
        held
          ? "border-ochre bg-ochre-soft"
          : "border-line bg-surface has-[[data-card-action]:focus]:bg-accent-soft"
      }`}
      data-card={sealed?.id}
    >
      <div className="flex items-center justify-between gap-x-4 @max-lg:flex-wrap @max-lg:gap-y-2">
        {sealed ? <SealedMark held={held} isRead={sealed.isRead} /> : null}
        <div className="min-w-0 flex-1 @max-lg:basis-[calc(100%-2.25rem)]">
          <PeoplesWords as="p" className="measure whitespace-pre-line" id={textId}>
            {text}
          </PeoplesWords>
          {hasContactDetail(text) ? (
            <p className="font-semibold text-ochre text-sm">{t("contactFound")}</p>
          ) : null}
          {meta ? <p className="text-ink-2 text-sm">{meta}</p> : null}
          {/* Meant for one person: never on a mirrored screen by accident. */}
          {reply === undefined || covered ? null : (
            <p className="measure text-ink-2 text-sm">{t("replied", { text: isolated(reply) })}</p>
          )}
        </div>
        {action}
      </div>
    </li>
  );
}

/** At the head of a sealed card: held, read, or not read yet. */
function SealedMark({ held, isRead }: { held: boolean; isRead: boolean }) {
  const t = useTranslations("console");
  if (held) return <LockGlyph className="size-5! text-ochre" />;
  return (
    <span className="flex shrink-0">
      {isRead ? (
        <TickGlyph className="size-5! text-accent" />
      ) : (
        <CardGlyph className="size-5! text-ink-2" />
      )}
      <span className="sr-only">{isRead ? t("isRead") : t("isUnread")}</span>
    </span>
  );
}

/** Cards that are shown: beside each other where there is room for two. */
export function CardRows({ children }: { children: ReactNode }) {
  return (
    <div className="@container">
      <ul className="grid gap-2 @min-[40rem]:grid-cols-2">{children}</ul>
    </div>
  );
}

export interface ReviewListProps {
  /** Under which titles the cards stand; left out where they stand together. */
  groups?: readonly CardGroup[] | undefined;
  cards: Record<string, ReviewCard>;
  /** After the reveal a held card can only be released; left out where it can't be either. */
  onHold?: (reviewId: string, held: boolean) => void;
  /** Holds or releases all of them at once; left out where that is not possible. */
  onHoldAll?: (held: boolean) => void;
  /** After the reveal releasing shows the card at once: it has to be armed. */
  isRevealed?: boolean;
  /** Beside hold and release. */
  actionOf?: (card: ReviewCard) => ReactNode;
  metaOf?: (card: ReviewCard) => string | null;
  /** Blind replies by card. */
  replies?: Record<string, string>;
}

/** Sealed cards with hold and release; the arrow keys and H reach the same buttons. */
export function ReviewList(props: ReviewListProps) {
  const t = useTranslations("console");
  if (Object.keys(props.cards).length === 0) {
    return <p className="text-ink-2">{t("noneWritten")}</p>;
  }
  return (
    <Covered>
      <SealedCards {...props} />
    </Covered>
  );
}

/** Uncovered: what is in view here counts as read. */
function SealedCards({
  cards,
  groups,
  onHold,
  onHoldAll,
  isRevealed = false,
  actionOf,
  metaOf,
  replies,
}: ReviewListProps) {
  const t = useTranslations("console");
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { read, markRead } = useReading();
  const metaOfCard = useCardMeta();
  const list = byId(cards);
  const unread = unreadCards(cards, read);
  useMarkAsRead(frame, list.map((card) => card.id).join(" "));
  useLeadTo(frame, unread[0]);
  return (
    <div className="flex flex-col gap-2" ref={frame}>
      {list.some((card) => !card.held) ? (
        <ReadSoFar of={list.length} onAllRead={() => markRead(unread)} unread={unread.length} />
      ) : null}
      {onHoldAll && list.length > 1 ? <HoldAll cards={list} onHoldAll={onHoldAll} /> : null}
      {inGroups(list, groups).map(({ title, cards: cardsOf }) => (
        <section className="flex flex-col gap-2" key={cardsOf[0]?.id}>
          {title === null ? null : <h2 className="mt-2 font-semibold">{title}</h2>}
          <ul className="flex flex-col gap-2">
            {cardsOf.map((card) => (
              <CardRow
                action={
                  <div className="flex shrink-0 flex-wrap justify-end gap-2 @max-lg:justify-start">
                    {actionOf?.(card)}
                    {onHold ? (
                      <HoldButton
                        card={card}
                        describedBy={`${id}-${card.id}`}
                        isRevealed={isRevealed}
                        onHold={onHold}
                      />
                    ) : null}
                  </div>
                }
                held={card.held}
                key={card.id}
                meta={
                  [card.held ? t("heldMark") : null, ...metaOfCard(card), metaOf?.(card)]
                    .filter(Boolean)
                    .join(" · ") || null
                }
                reply={replies?.[card.id]}
                sealed={{ id: card.id, isRead: read.has(card.id) }}
                text={card.text}
                textId={`${id}-${card.id}`}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ReadSoFarProps {
  of: number;
  unread: number;
  onAllRead: () => void;
}

/** How far the reading is. It stays once all is read, so that nothing moves under the eyes. */
function ReadSoFar({ of, unread, onAllRead }: ReadSoFarProps) {
  const t = useTranslations("console");
  return (
    <div className="flex min-h-10 items-center gap-x-4">
      <p className="tabular shrink-0 text-ink-2" role="status">
        {t("readOf", { n: of - unread, of })}
      </p>
      <ShareBar className="h-1.5 min-w-0 flex-1 rounded-chip" share={(of - unread) / of} />
      {unread === 0 ? null : (
        <Button className="shrink-0" kind="quiet" onClick={onAllRead} size="console">
          {t("allRead")}
        </Button>
      )}
    </div>
  );
}

interface HoldAllProps {
  cards: readonly ReviewCard[];
  onHoldAll: (held: boolean) => void;
}

/** Where a room is flooded, card by card would take too long. Each undoes the other, so both are armed. */
function HoldAll({ cards, onHoldAll }: HoldAllProps) {
  const t = useTranslations("console");
  const held = cards.filter((card) => card.held).length;
  return (
    <div className="flex flex-wrap gap-2">
      {held < cards.length ? (
        <ArmButton
          again={t("holdAllAgain", { n: cards.length - held })}
          kind="secondary"
          onConfirm={() => onHoldAll(true)}
        >
          {t("holdAll")}
        </ArmButton>
      ) : null}
      {held > 0 ? (
        <ArmButton
          again={t("releaseAllAgain", { n: held })}
          kind="secondary"
          onConfirm={() => onHoldAll(false)}
        >
          {t("releaseAll")}
        </ArmButton>
      ) : null}
    </div>
  );
}

interface HoldButtonProps {
  card: ReviewCard;
  describedBy: string;
  isRevealed: boolean;
  onHold: (reviewId: string, held: boolean) => void;
}

function HoldButton({ card, describedBy, isRevealed, onHold }: HoldButtonProps) {
  const t = useTranslations("console");
  if (isRevealed) {
    return (
      <ArmButton
        again={t("releaseAgain")}
        aria-describedby={describedBy}
        data-card-action
        kind="secondary"
        onConfirm={() => onHold(card.id, false)}
      >
        {t("release")}
      </ArmButton>
    );
  }
  return (
    <Button
      aria-describedby={describedBy}
      className="min-w-34 shrink-0"
      data-card-action
      onClick={() => onHold(card.id, !card.held)}
      size="console"
    >
      {card.held ? t("release") : t("hold")}
    </Button>
  );
}

/** Leads to the first card that has not been read, where somebody has asked for that. */
function useLeadTo(frame: { current: HTMLElement | null }, card: string | undefined): void {
  const { isWanted, want } = useReading();
  useEffect(() => {
    if (!isWanted) return;
    want(false);
    if (card === undefined) return;
    const row = frame.current?.querySelector<HTMLElement>(`[data-card="${card}"]`);
    row?.scrollIntoView({ block: "start" });
    row?.querySelector<HTMLElement>("[data-card-action]")?.focus({ preventScroll: true });
  }, [frame, isWanted, card, want]);
}
