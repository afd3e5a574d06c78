"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { OwnCard } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { savingStateOf } from "@/lib/client/participant/card-editor";
import { ConfirmButton } from "@/lib/client/participant/confirm-button";
import { Button } from "@/lib/ui/button";
import { SavingState } from "@/lib/ui/saving-state";

export interface MyCardsProps {
  cards: readonly OwnCard[];
  /** Left out once writing closed. */
  onEdit?: (card: OwnCard) => void;
  /** Left out once revealed. */
  onWithdraw?: (card: OwnCard) => void;
  /** Left out where nothing more can be written. */
  onWrite?: () => void;
  /** On the button that starts one more. */
  moreLabel: string;
}

/** "My card": always there, and covered until tapped, because neighbours look. */
export function MyCards({ cards, onEdit, onWithdraw, onWrite, moreLabel }: MyCardsProps) {
  const t = useTranslations("phone");
  const { connection } = useLive();
  const [open, setOpen] = useState(false);
  const id = useId();
  const handedIn = cards.filter((card) => card.sent !== null);

  return (
    <div className="flex flex-col items-start gap-3">
      <Button aria-controls={id} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("myCard")}
      </Button>
      <div className="flex w-full flex-col items-start gap-3" hidden={!open} id={id}>
        {handedIn.length === 0 ? <p className="text-ink-2">{t("myCardEmpty")}</p> : null}
        {handedIn.map((card) => (
          <div
            className="flex w-full flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3"
            key={card.edit}
          >
            <p className="whitespace-pre-wrap">{card.sent}</p>
            <SavingState
              state={savingStateOf({ ...card, draft: card.sent ?? "" }, connection === "offline")}
            />
            <TooLate card={card} />
            <div className="-ms-3 flex flex-wrap">
              {onEdit ? (
                <Button kind="quiet" onClick={() => onEdit(card)}>
                  {t("edit")}
                </Button>
              ) : null}
              {onWithdraw ? (
                <ConfirmButton
                  kind="quiet"
                  label={t("withdraw")}
                  onConfirm={() => onWithdraw(card)}
                  sure={t("withdrawSure")}
                />
              ) : null}
            </div>
          </div>
        ))}
        {onWrite ? (
          <Button onClick={onWrite}>{handedIn.length === 0 ? t("join") : moreLabel}</Button>
        ) : null}
      </div>
    </div>
  );
}

/** What the server said no to, so that nobody believes a card changed or gone that isn't. */
export function TooLate({ card }: { card: OwnCard }) {
  const t = useTranslations("phone");
  if (card.tooLate === null) return null;
  return (
    <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre" role="status">
      {card.tooLate === "change" ? t("changeTooLate") : t("withdrawTooLate")}
    </p>
  );
}
