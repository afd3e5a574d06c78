"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { CardEditor } from "@/lib/client/participant/card-editor";
import { MyCards } from "@/lib/client/participant/my-cards";
import type { OwnCards } from "@/lib/client/participant/use-own-cards";
import { useRevealedMarks } from "@/lib/client/participant/use-revealed-marks";
import { Button } from "@/lib/ui/button";

export interface LateCardsProps {
  own: OwnCards;
  /** Characters of one card, and late cards of one person. */
  characterLimit: number;
  itemLimit: number;
  /** Says that such a card is only shown if enough people hand one in. */
  note: string;
  label: string;
  moreLabel: string;
  sendLabel: string;
  onHandIn: (card: OwnCard) => void;
  onWithdraw: (card: OwnCard) => void;
  /** Starts a card where the editor is still empty. */
  begin: () => OwnCard;
  options?: (card: OwnCard | undefined, target: () => OwnCard) => ReactNode;
}

/** One more card after writing has closed: quiet, and plain about what becomes of it. */
export function LateCards(props: LateCardsProps) {
  const { own, note, begin } = props;
  const common = useTranslations("common");
  const { view } = useLive();
  const revealed = useRevealedMarks();
  const [editing, setEditing] = useState<string | null>(null);
  const isRevealing = view !== undefined && Object.keys(view.cards).length > 0;

  const waiting = own.all.filter(
    (card) =>
      card.sent !== null &&
      !revealed.has(card.mark) &&
      // Before the reveal every card waits; the late ones are those that this device sent late.
      (card.late ? card.standing !== "held" : isRevealing && card.standing === "waiting"),
  );
  const refused = own.all.find(isToBeSentAgain);
  const unsent = own.all.find((card) => card.sent === null);
  const card = own.all.find((each) => each.edit === editing) ?? (editing ? unsent : refused);
  const target = () => {
    const started = card ?? begin();
    setEditing(started.edit);
    return started;
  };

  if (editing === null && !refused) {
    return (
      <div className="flex flex-col items-start gap-3">
        {waiting.length > 0 ? (
          <>
            <MyCards
              cards={waiting}
              moreLabel={props.moreLabel}
              onEdit={(each) => setEditing(each.edit)}
              onWithdraw={props.onWithdraw}
            />
            <p className="text-base text-ink-2">{note}</p>
          </>
        ) : null}
        {waiting.length < props.itemLimit ? (
          <Button kind="quiet" onClick={() => setEditing(unsent?.edit ?? "new")}>
            {props.moreLabel}
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <section aria-label={props.moreLabel} className="flex flex-col gap-4">
      <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">{note}</p>
      <CardEditor
        card={card}
        label={props.label}
        limit={props.characterLimit}
        onHandIn={(each) => {
          props.onHandIn(each);
          setEditing(null);
        }}
        onText={(draft) => own.change(target().edit, { draft })}
        options={props.options?.(card, target)}
        rows={3}
        sendLabel={props.sendLabel}
      />
      <div>
        <Button
          kind="quiet"
          onClick={() => {
            if (refused) own.change(refused.edit, { state: "draft" });
            setEditing(null);
          }}
        >
          {common("cancel")}
        </Button>
      </div>
    </section>
  );
}
