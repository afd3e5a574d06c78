"use client";

import { useTranslations } from "next-intl";
import { useLiveView } from "@/lib/client/live-provider";
import { useWordsText } from "@/lib/client/use-words";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { type DialogState, useDialog } from "@/lib/ui/opened";
import { ConfirmButton } from "@/lib/ui/phone/confirm-button";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { HelpContacts } from "@/lib/ui/phone/help-contacts";
import { PassOn } from "@/lib/ui/phone/pass-on";
import type { Way } from "@/lib/ui/phone/phone-frame";
import { TalkSignal } from "@/lib/ui/phone/talk-signal";

/** What to do now, permission to leave the room, people outside it, and the way out of the session. */
function HelpDialog({ open, onClose }: DialogState) {
  const t = useTranslations("help");
  const phone = useTranslations("phone");
  const textOf = useWordsText();
  const prompt = useLiveView(({ planned }) => planned?.prompt ?? null);
  const { change } = useDevice();
  return (
    <NativeDialog onClose={onClose} open={open} title={t("title")}>
      <section className="flex flex-col gap-1">
        <h3 className="font-semibold">{t("process")}</h3>
        {prompt ? <p>{t("processNow", { prompt: textOf(prompt) })}</p> : null}
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
        <div className="-ms-3 flex flex-col items-start">
          <PassOn />
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

/** Whom to call, where there is nothing else to be helped with any more. */
function OutsideHelpDialog({ open, onClose }: DialogState) {
  const t = useTranslations("help");
  return (
    <NativeDialog onClose={onClose} open={open} title={t("contacts")}>
      <HelpContacts titled={false} />
    </NativeDialog>
  );
}

/** What a footer has outside the session: another code, and whom to call, unless `helpOnPage` says it already. */
export function useWaysOutside({ helpOnPage }: { helpOnPage: boolean }): Way[] {
  const t = useTranslations();
  const show = useDialog();
  return [
    { name: t("phone.otherCode"), href: "/j" },
    ...(helpOnPage
      ? []
      : [
          {
            name: t("help.contacts"),
            go: () => show((dialog) => <OutsideHelpDialog {...dialog} />),
          },
        ]),
  ];
}

/** Opens the help; it stays open whatever the room does, until its reader closes it. */
export function useHelp(): () => void {
  const show = useDialog();
  return () => show((dialog) => <HelpDialog {...dialog} />);
}
