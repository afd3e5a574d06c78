"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { REPLY_CHARACTERS_MAX } from "@/lib/session/commands";
import { charactersOver, countCharacters } from "@/lib/text";
import { Button } from "@/lib/ui/button";
import { Covered } from "@/lib/ui/console/cover";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface BlindReplyProps {
  card: { id: string; text: string; typedIn?: boolean | undefined };
  /** What was written before; undefined: nothing. */
  written: string | undefined;
  /** Answers whether it arrived. */
  reply: (card: string, text: string) => Promise<boolean>;
}

/** A few words to the author of a card; they reach one phone, and nobody learns which. */
export function BlindReply({ card, written, reply }: BlindReplyProps) {
  const t = useTranslations("console");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);
  // A paper card has no device that a reply could reach.
  if (card.typedIn) return null;
  const trimmed = text.trim();
  const excess = charactersOver(trimmed, REPLY_CHARACTERS_MAX);

  async function send() {
    setSending(true);
    const arrived = await reply(card.id, trimmed);
    setSending(false);
    if (arrived) setOpen(false);
  }

  return (
    <>
      <Button
        className="shrink-0"
        kind="quiet"
        onClick={() => {
          setText(written ?? "");
          setOpen(true);
        }}
        size="console"
      >
        {written === undefined ? t("reply") : t("replyChange")}
      </Button>
      <NativeDialog
        actions={
          <>
            <Button
              busy={sending || trimmed === "" || excess > 0}
              kind="primary"
              onClick={send}
              size="console"
            >
              {t("replySend")}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)} size="console">
              {common("cancel")}
            </Button>
          </>
        }
        onClose={() => setOpen(false)}
        open={open}
        title={t("replyTitle")}
      >
        <Covered>
          <PeoplesWords
            as="p"
            className="whitespace-pre-line border-line border-s-2 ps-3 text-base text-ink-2"
          >
            {card.text}
          </PeoplesWords>
          <p className="text-base">{t("replyNote")}</p>
          <label className="flex flex-col gap-1 text-base">
            <span className="font-semibold">{t("replyLabel")}</span>
            <textarea
              aria-invalid={excess > 0 || undefined}
              dir="auto"
              className="w-full rounded-control border border-edge bg-surface px-3 py-2 aria-invalid:border-brick"
              onChange={(event) => setText(event.target.value)}
              rows={4}
              value={text}
            />
          </label>
          <p className={`tabular text-sm ${excess > 0 ? "text-brick" : "text-ink-2"}`}>
            {t("replyCount", { n: countCharacters(trimmed), max: REPLY_CHARACTERS_MAX })}
          </p>
        </Covered>
      </NativeDialog>
    </>
  );
}
