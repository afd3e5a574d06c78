"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";

/** What somebody may ask for; the facilitator learns which, never who. */
export type HelpSignal = "process" | "break" | "talk";

const SIGNALS = ["process", "break", "talk"] as const;

export interface HelpDialogProps {
  open: boolean;
  onClose: () => void;
  onSignal: (signal: HelpSignal) => void;
  /** Set when it was opened from one's own card: then "talk" says which card, and says so first. */
  fromCard?: boolean;
  /** The installation's help contacts. */
  contacts?: ReactNode;
}

/** Three ways to get help, each of which says beforehand who will see what, and the contacts. */
export function HelpDialog({
  open,
  onClose,
  onSignal,
  fromCard = false,
  contacts,
}: HelpDialogProps) {
  const t = useTranslations("help");
  const [sent, setSent] = useState<HelpSignal | null>(null);

  function close() {
    setSent(null);
    onClose();
  }

  return (
    <NativeDialog onClose={close} open={open} title={t("title")}>
      <p className="empty:hidden" role="status">
        {sent === null ? null : t("sent")}
      </p>
      {sent === null ? (
        <ul className="flex flex-col gap-4">
          {SIGNALS.map((signal) => (
            <li className="flex flex-col gap-1" key={signal}>
              <Button
                onClick={() => {
                  setSent(signal);
                  onSignal(signal);
                }}
                wide
              >
                {t(signal)}
              </Button>
              <p className="text-base text-ink-2">
                {t(`${signal}Text`)}
                {signal === "talk" && fromCard ? ` ${t("talkFromCard")}` : null}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <section className="flex flex-col gap-2 border-line border-t pt-3">
        <h3 className="font-semibold">{t("contacts")}</h3>
        {contacts}
        <p className="text-base text-ink-2">{t("notCrisis")}</p>
      </section>
    </NativeDialog>
  );
}
