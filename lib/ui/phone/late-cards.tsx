"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useLiveView } from "@/lib/client/live-provider";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { Button } from "@/lib/ui/button";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import type { OwnCardActions } from "@/lib/ui/phone/own-cards";
import type { OwnCards } from "@/lib/ui/phone/use-own-cards";
import { useRevealedMarks } from "@/lib/ui/phone/use-revealed-marks";

/** Which late card is in the editor: asked for here, or from among one's own cards. */
export interface LateState {
  editing: string | null;
  setEditing(edit: string | null): void;
  note: string;
  /** For "my card", where late ones stand too. */
  actions: OwnCardActions;
}

/** Late cards of one activity; `note` says that one is only shown if enough people hand one in. */
export function useLateCards(own: OwnCards, words: { moreLabel: string; note: string }): LateState {
  const [editing, setEditing] = useState<string | null>(null);
  const waiting = useWaitingLate(own);
  return {
    editing,
    setEditing,
    note: words.note,
    actions: {
      isEditable: (card) => isToBeSentAgain(card) || waiting.some(({ edit }) => edit === card.edit),
      onEdit: (card) => setEditing(card.edit),
      moreLabel: words.moreLabel,
      lateNote: words.note,
    },
  };
}

function useWaitingLate(own: OwnCards): OwnCard[] {
  const revealed = useRevealedMarks();
  const isRevealing = useLiveView(({ cards }) => Object.keys(cards).length > 0) ?? false;
  return own.all.filter(
    (card) =>
      card.sent !== null &&
      !revealed.has(card.mark) &&
      // Before the reveal every card waits; the late ones are those that this device sent late.
      (card.late ? card.standing !== "held" : isRevealing && card.standing === "waiting"),
  );
}

export interface LateCardsProps {
  own: OwnCards;
  late: LateState;
  /** Characters of one card, and late cards of one person. */
  characterLimit: number;
  itemLimit: number;
  label: string;
  sendLabel: string;
  onHandIn: (card: OwnCard) => void;
  /** Starts a late card where the editor is still empty. */
  begin: () => OwnCard;
  options?: (card: OwnCard | undefined, target: () => OwnCard) => ReactNode;
}

/**
 * One more card after writing has closed: quiet, and plain about what becomes of it. Before it is asked
 * for, the same row stands on every phone, also where one was refused: that is told as what was not handed
 * in, and the text waits under "my card".
 */
export function LateCards(props: LateCardsProps) {
  const { own, late, begin } = props;
  const { editing, setEditing, note } = late;
  const { moreLabel } = late.actions;
  const common = useTranslations("common");
  const t = useTranslations("phone");
  const waiting = useWaitingLate(own);
  const unsent = own.all.find((card) => card.sent === null);
  const card = own.all.find((each) => each.edit === editing) ?? (editing ? unsent : undefined);
  // Asked for, and there is no share left: where the one that was handed in can be changed.
  const isUsedUp = editing !== null && card === undefined && waiting.length >= props.itemLimit;
  const target = () => {
    const started = card ?? begin();
    setEditing(started.edit);
    return started;
  };

  if (editing === null || isUsedUp) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Button className="-ms-3" kind="quiet" onClick={() => setEditing(unsent?.edit ?? "new")}>
          {moreLabel}
        </Button>
        <p className="text-base text-ink-2 empty:hidden" role="status">
          {isUsedUp ? t("lateUsedUp") : null}
        </p>
      </div>
    );
  }
  return (
    <section aria-label={moreLabel} className="flex flex-col gap-4">
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
        sendLabel={props.sendLabel}
      />
      <div>
        <Button kind="quiet" onClick={() => setEditing(null)}>
          {common("cancel")}
        </Button>
      </div>
    </section>
  );
}
