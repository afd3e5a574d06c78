"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { hasContactDetail } from "@/lib/activities/contact-details";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import type { OwnCard } from "@/lib/client/own-card";
import { charactersOver } from "@/lib/text";
import { Button } from "@/lib/ui/button";
import { Dock } from "@/lib/ui/phone/dock";
import { Receipt, ShortReceipt } from "@/lib/ui/receipt";
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
  /** Lines to see at once; by default as many as a card needs. */
  rows?: number;
  /** Whether the receipt is given in full as well, as in the first editor of a session. */
  explains?: boolean;
  /** Below the editor. */
  options?: ReactNode;
  /** Below everything else. */
  children?: ReactNode;
}

/** One card being written: draft kept on each key, handed in with the one filled button. */
export function CardEditor(props: CardEditorProps) {
  const { card, limit, label, sendLabel, rows, explains = false } = props;
  const { onText, onHandIn, options, children } = props;
  const t = useTranslations("phone");
  const { connection } = useLive();
  const smallGroup = useLiveView(({ session }) => session.smallGroup);
  const receiptId = useId();
  const editor = useRef<HTMLTextAreaElement>(null);
  const [pressedEmpty, setPressedEmpty] = useState(false);
  const about = smallGroup ? "smallGroup" : "text";
  const text = card?.draft ?? "";
  const offline = connection === "offline";
  const isEmpty = text.trim() === "";
  const sendable = !isEmpty && charactersOver(text.trim(), limit) === 0;
  const found = hasContactDetail(text);

  function handIn() {
    if (card && sendable) return onHandIn(card);
    // What is too long is said below the editor already.
    setPressedEmpty(isEmpty);
    editor.current?.focus();
  }

  return (
    <>
      <div className="flex flex-col gap-3">
        <TextArea
          describedBy={receiptId}
          label={label}
          labelHidden
          maxLength={limit}
          onChange={onText}
          ref={editor}
          {...(rows === undefined ? {} : { rows })}
          state={savingStateOf(card, offline)}
          value={text}
        />
        <p className="text-base text-brick empty:hidden" role="status">
          {pressedEmpty && isEmpty ? t("nothingWritten") : null}
        </p>
        {card && (card.state === "refused" || card.state === "conflict") ? (
          <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre" role="status">
            {card.state === "conflict"
              ? t("cardConflict")
              : t(card.overBudget ? "refusedShare" : "refused")}
          </p>
        ) : null}
        <div className="empty:hidden" role="status">
          {found ? (
            <p className="rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
              {t("contactFound")}
            </p>
          ) : null}
        </div>
        {/* Names can't be found: German writes every noun with a capital. So this always stands here. */}
        <p className="text-ink-2 text-sm">{t("namesToo")}</p>
        {options}
      </div>
      {explains ? <Receipt about={about} more={false} /> : null}
      {children}
      <Dock>
        <ShortReceipt about={about} id={receiptId} />
        <Button kind={sendable ? "primary" : "unready"} onClick={handIn} wide>
          {offline ? t("sendLater") : card && card.sent !== null ? t("handInChanged") : sendLabel}
        </Button>
      </Dock>
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
