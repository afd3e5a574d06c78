"use client";

import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/lib/client/participant/confirm-button";
import { useDevice } from "@/lib/client/participant/device-provider";
import { HelpContacts } from "@/lib/client/participant/help-contacts";
import { TalkSignal } from "@/lib/client/participant/talk-signal";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface HelpDialogProps {
  open: boolean;
  onClose: () => void;
  /** What the room is asked to do now; null while nothing is. */
  prompt: string | null;
}

/** What to do now, permission to leave the room, people outside it, and the way out of the session. */
export function HelpDialog({ open, onClose, prompt }: HelpDialogProps) {
  const t = useTranslations("help");
  const phone = useTranslations("phone");
  const { change } = useDevice();
  return (
    <NativeDialog onClose={onClose} open={open} title={t("title")}>
      <section className="flex flex-col gap-1">
        <h3 className="font-semibold">{t("process")}</h3>
        {prompt === null ? null : <p>{t("processNow", { prompt })}</p>}
        <p>{t("processAsk")}</p>
      </section>
      <section className="flex flex-col gap-1">
        <h3 className="font-semibold">{t("break")}</h3>
        <p>{t("breakText")}</p>
      </section>
      <section className="flex flex-col gap-1">
        <h3 className="font-semibold">{t("talk")}</h3>
        <TalkSignal card={null} />
      </section>
      <HelpContacts />
      {/* Last, and quiet: a break needs no leaving. */}
      <div className="border-line border-t pt-3">
        <div className="-ms-3">
          <ConfirmButton
            kind="quiet"
            label={phone("leave")}
            onConfirm={() => change((before) => ({ ...before, attendance: "leaving" }))}
            sure={phone("leaveSure")}
          />
        </div>
      </div>
    </NativeDialog>
  );
}
