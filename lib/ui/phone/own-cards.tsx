"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import type { OwnCard } from "@/lib/client/own-card";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { CardGlyph, NextGlyph } from "@/lib/ui/drawn/drawings";
import { useOpened } from "@/lib/ui/opened";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { savingStateOf } from "@/lib/ui/phone/card-editor";
import { ConfirmButton } from "@/lib/ui/phone/confirm-button";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { UnsentText } from "@/lib/ui/phone/not-handed-in";
import { TalkSignal } from "@/lib/ui/phone/talk-signal";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { useRevealedMarks } from "@/lib/ui/phone/use-revealed-marks";
import { SavingState } from "@/lib/ui/saving-state";

/** What can be done with one's own cards in this phase, beside taking them back. */
export interface OwnCardActions {
  /** Whether a card can be changed now. */
  isEditable: (card: OwnCard) => boolean;
  onEdit: (card: OwnCard) => void;
  /** Left out where nothing more can be written. */
  onWrite?: (() => void) | undefined;
  /** On the button that starts one more. */
  moreLabel: string;
  /** What becomes of a card that came late. */
  lateNote?: string;
}

/**
 * "My card": on every phone and every screen, closed, because neighbours look. Whatever there is to know of
 * one's own stands in here and nowhere else: what became of it, a reply, and the ways to take it back or
 * to talk about it. So the screen around it is the same whether one has a card or not.
 */
export function OwnCards({
  planned,
  actions,
}: {
  planned: PlannedActivity;
  actions?: OwnCardActions | undefined;
}) {
  const t = useTranslations("phone");
  const news = useLiveView((view) => view.news) ?? 0;
  const { record } = useDevice();
  const [open, setOpen] = useOpened("own-cards");
  const id = useId();
  const kept = record.cards.filter((card) => !card.withdrawn && isThere(card));
  // Of this activity first; what was said of earlier ones stays to be read.
  const cards = [
    ...kept.filter((card) => card.activity === planned.key),
    ...kept.filter((card) => card.activity !== planned.key).reverse(),
  ];
  const handedIn = cards.some((card) => card.activity === planned.key && card.sent !== null);

  const onWrite = actions?.onWrite;

  /** On to an editor: what was looked up is covered again. */
  function goOn(to: () => void) {
    setOpen(false);
    to();
  }

  return (
    <div className="mt-auto flex flex-col items-start gap-3 pt-2">
      <Button
        aria-controls={id}
        aria-expanded={open}
        className="group"
        onClick={() => setOpen(!open)}
        wide
      >
        <CardGlyph />
        <span className="flex-1 text-start">{t("myCard")}</span>
        <NextGlyph className="size-5 transition-transform group-aria-expanded:rotate-90" />
      </Button>
      {/* Told to everybody alike, from the first news of anybody's card on (P49). */}
      {news > 0 ? <p className="text-base text-ink-2">{t("myCardNews")}</p> : null}
      <div className="flex w-full flex-col items-start gap-3" hidden={!open} id={id}>
        {open ? (
          <>
            {record.watching ? <Watching onBack={() => onWrite && goOn(onWrite)} /> : null}
            {cards.length === 0 ? <p className="text-ink-2">{t("myCardEmpty")}</p> : null}
            {cards.map((card) => (
              <Card
                card={card}
                isEditable={actions?.isEditable(card) ?? false}
                key={card.edit}
                lateNote={actions?.lateNote}
                onEdit={() => goOn(() => actions?.onEdit(card))}
                planned={planned}
              />
            ))}
            {onWrite && !record.watching ? (
              <Button onClick={() => goOn(onWrite)}>
                {handedIn ? actions?.moreLabel : t("join")}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}

/** "Just watch" stays until it is taken back; said in here only, since neighbours look. */
function Watching({ onBack }: { onBack: () => void }) {
  const t = useTranslations("phone");
  const { change } = useDevice();
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{t("watching")}</p>
      <Button
        onClick={() => {
          change((before) => ({ ...before, watching: false }));
          onBack();
        }}
      >
        {t("join")}
      </Button>
    </div>
  );
}

const isThere = ({ sent, draft }: OwnCard): boolean => sent !== null || draft.trim() !== "";

interface CardProps {
  card: OwnCard;
  planned: PlannedActivity;
  isEditable: boolean;
  lateNote: string | undefined;
  onEdit: () => void;
}

function Card({ card, planned, isEditable, lateNote, onEdit }: CardProps) {
  const t = useTranslations("phone");
  const { connection } = useLive();
  const status = useLiveView(({ session }) => session.status);
  const own = useOwnCards(planned.key);
  const isRevealed = useRevealedMarks().has(card.mark);
  const isHere = card.activity === planned.key && status !== "finished";
  const isHeld = isHere && card.standing === "held" && !isRevealed;
  const isSealed = isHere && card.sent !== null && !isRevealed;
  const text = card.sent ?? card.draft;
  return (
    <div className="flex w-full flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3">
      <PeoplesWords as="p" className="whitespace-pre-wrap">
        {text}
      </PeoplesWords>
      {card.sent === null ? null : (
        <SavingState
          state={savingStateOf({ ...card, draft: card.sent }, connection === "offline")}
        />
      )}
      <UnsentText card={card} />
      {isRevealed ? <p className="text-base text-ink-2">{t("isShown")}</p> : null}
      {isHeld ? <p className="font-semibold">{t("held")}</p> : null}
      {isSealed && !isHeld && card.late && lateNote ? (
        <p className="text-base text-ink-2">{lateNote}</p>
      ) : null}
      <TooLate card={card} />
      {card.reply === null ? null : (
        <div className="rounded-control bg-accent-soft px-3 py-2">
          <p className="font-semibold text-base">{t("replyFrom")}</p>
          <PeoplesWords as="p" className="whitespace-pre-wrap">
            {card.reply}
          </PeoplesWords>
        </div>
      )}
      {isRevealed || isHeld || card.reply !== null ? <TalkSignal card={card} /> : null}
      <div className="-ms-3 flex flex-wrap">
        {isHere && isEditable && !isRevealed ? (
          <Button kind="quiet" onClick={onEdit}>
            {t("edit")}
          </Button>
        ) : null}
        {isSealed ? (
          <ConfirmButton
            kind="quiet"
            label={t("withdraw")}
            onConfirm={() => own.withdraw(card)}
            sure={t("withdrawSure")}
          />
        ) : null}
      </div>
    </div>
  );
}

/** What the server said no to, so that nobody believes a card changed or gone that isn't. */
function TooLate({ card }: { card: OwnCard }) {
  const t = useTranslations("phone");
  if (card.tooLate === null) return null;
  return (
    <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre" role="status">
      {card.tooLate === "change" ? t("changeTooLate") : t("withdrawTooLate")}
    </p>
  );
}
