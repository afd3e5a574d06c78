"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { CardConsents, ReviewCard } from "@/lib/activities/card-schema";
import { hasContactDetail } from "@/lib/activities/contact-details";
import { Covered, useCovered } from "@/lib/console/cover";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** By their random ids: an order that means nothing and stays put while cards change. */
export function byId<Card extends { id: string }>(cards: Record<string, Card>): Card[] {
  return Object.values(cards).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stands in small print below a card: what its author allows, and whether it was tagged. */
export function useCardMeta() {
  const t = useTranslations("console");
  return (card: Partial<CardConsents> & { notForStage: boolean }): string[] =>
    [
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
}

/** One card on the console. */
export function CardRow({ text, held = false, meta, action, textId, reply }: CardRowProps) {
  const t = useTranslations("console");
  const covered = useCovered();
  return (
    <li
      className={`flex items-center justify-between gap-4 rounded-control border px-3 py-2.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-2 ${
        held ? "border-ochre bg-ochre-soft" : "border-line bg-surface"
      }`}
    >
      <div className="min-w-0">
        <PeoplesWords as="p" className="measure whitespace-pre-line" id={textId}>
          {text}
        </PeoplesWords>
        {hasContactDetail(text) ? (
          <p className="font-semibold text-ochre text-sm">{t("contactFound")}</p>
        ) : null}
        {meta ? <p className="text-ink-2 text-sm">{meta}</p> : null}
        {/* Meant for one person: never on a mirrored screen by accident. */}
        {reply === undefined || covered ? null : (
          <p className="measure text-ink-2 text-sm">{t("replied", { text: reply })}</p>
        )}
      </div>
      {action}
    </li>
  );
}

export interface ReviewListProps {
  cards: Record<string, ReviewCard>;
  /** After the reveal a held card can only be released; left out where it can't be either. */
  onHold?: (reviewId: string, held: boolean) => void;
  /** Beside hold and release. */
  actionOf?: (card: ReviewCard) => ReactNode;
  metaOf?: (card: ReviewCard) => string | null;
  /** Blind replies by card. */
  replies?: Record<string, string>;
}

/** Sealed cards with hold and release; the arrow keys and H reach the same buttons. */
export function ReviewList({ cards, onHold, actionOf, metaOf, replies }: ReviewListProps) {
  const t = useTranslations("console");
  const id = useId();
  const list = byId(cards);
  const metaOfCard = useCardMeta();
  if (list.length === 0) return <p className="text-ink-2">{t("noneWritten")}</p>;
  return (
    <Covered>
      <ul className="flex flex-col gap-2">
        {list.map((card) => (
          <CardRow
            action={
              <div className="flex shrink-0 flex-wrap justify-end gap-2 max-sm:justify-start">
                {actionOf?.(card)}
                {onHold ? (
                  <Button
                    aria-describedby={`${id}-${card.id}`}
                    className="min-w-34 shrink-0"
                    data-card-action
                    onClick={() => onHold(card.id, !card.held)}
                    size="console"
                  >
                    {card.held ? t("release") : t("hold")}
                  </Button>
                ) : null}
              </div>
            }
            held={card.held}
            key={card.id}
            reply={replies?.[card.id]}
            meta={
              [card.held ? t("heldMark") : null, ...metaOfCard(card), metaOf?.(card)]
                .filter(Boolean)
                .join(" · ") || null
            }
            text={card.text}
            textId={`${id}-${card.id}`}
          />
        ))}
      </ul>
    </Covered>
  );
}
