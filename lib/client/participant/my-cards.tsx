"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { OwnCard } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { savingStateOf } from "@/lib/client/participant/card-editor";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
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
  const common = useTranslations("common");
  const { connection } = useLive();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<OwnCard | null>(null);
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
            <div className="-ms-3 flex flex-wrap">
              {onEdit ? (
                <Button kind="quiet" onClick={() => onEdit(card)}>
                  {t("edit")}
                </Button>
              ) : null}
              {onWithdraw ? (
                <Button kind="quiet" onClick={() => setLeaving(card)}>
                  {t("withdraw")}
                </Button>
              ) : null}
            </div>
          </div>
        ))}
        {onWrite ? (
          <Button onClick={onWrite}>{handedIn.length === 0 ? t("join") : moreLabel}</Button>
        ) : null}
      </div>
      <NativeDialog
        actions={
          <>
            <Button
              onClick={() => {
                if (leaving) onWithdraw?.(leaving);
                setLeaving(null);
              }}
            >
              {t("withdraw")}
            </Button>
            <Button kind="quiet" onClick={() => setLeaving(null)}>
              {common("cancel")}
            </Button>
          </>
        }
        onClose={() => setLeaving(null)}
        open={leaving !== null}
        title={t("withdraw")}
      >
        <p>{t("withdrawSure")}</p>
      </NativeDialog>
    </div>
  );
}
