"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { hasContactDetail } from "@/lib/activities/contact-details";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import type { OwnCard } from "@/lib/client/own-card";
import { charactersOver } from "@/lib/text";
import { Button } from "@/lib/ui/button";
import { Receipt } from "@/lib/ui/receipt";
import type { SavingStateName } from "@/lib/ui/saving-state";
import { TextArea } from "@/lib/ui/text-area";

export interface CardEditorProps {
  /** Undefined before the first key. */
  card: OwnCard | undefined;
  limit: number;
  label: string;
  /** On the button while the card was not handed in yet. */
  sendLabel: string;
  onText: (text: string) => void;
  onHandIn: (card: OwnCard) => void;
  rows?: number;
  /** Between editor and button. */
  options?: ReactNode;
  /** Below the receipt. */
  children?: ReactNode;
}

/** One card being written: draft kept on each key, handed in with the one filled button. */
export function CardEditor(props: CardEditorProps) {
  const { card, limit, label, sendLabel, rows, onText, onHandIn, options, children } = props;
  const t = useTranslations("phone");
  const { connection } = useLive();
  const smallGroup = useLiveView(({ session }) => session.smallGroup);
  const receiptId = useId();
  const text = card?.draft ?? "";
  const offline = connection === "offline";
  const sendable = text.trim() !== "" && charactersOver(text.trim(), limit) === 0;
  const found = hasContactDetail(text);

  function handIn() {
    if (card && sendable) onHandIn(card);
  }

  return (
    <>
      <div className="flex flex-col gap-3">
        <TextArea
          describedBy={receiptId}
          label={label}
          labelHidden
          rows={rows}
          maxLength={limit}
          onChange={onText}
          state={savingStateOf(card, offline)}
          value={text}
        />
        {card && (card.state === "refused" || card.state === "conflict") ? (
          <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre" role="status">
            {card.state === "conflict"
              ? t("cardConflict")
              : t(card.overBudget ? "refusedShare" : "refused")}
          </p>
        ) : null}
        {options}
        <div>
          <div role="status">
            {found ? (
              <p className="mb-3 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
                {t("contactFound")}
              </p>
            ) : null}
          </div>
          {/* Names can't be found: German writes every noun with a capital. So this always stands here. */}
          <p className="mb-3 text-base text-ink-2">{t("namesToo")}</p>
          <Button busy={!sendable} kind="primary" onClick={handIn} wide>
            {offline ? t("sendLater") : card && card.sent !== null ? t("handInChanged") : sendLabel}
          </Button>
        </div>
      </div>
      <Receipt about={smallGroup ? "smallGroup" : "text"} id={receiptId} />
      {children}
    </>
  );
}

/** Where a card's text is, in the editor's words. */
export function savingStateOf(card: OwnCard | undefined, offline: boolean): SavingStateName {
  const isDraft = card === undefined || card.sent === null || card.draft.trim() !== card.sent;
  if (isDraft || card.state === "refused" || card.state === "conflict")
    return offline ? "offline" : "draft";
  if (card.state === "saving") return offline ? "offline" : "saving";
  return "saved";
}
