"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWordsText } from "@/lib/client/use-words";
import type { EntryLinks } from "@/lib/console/entry-links";
import { MoreDialog } from "@/lib/console/more-dialog";
import { reopensTo } from "@/lib/console/next-step";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { WaysInDialog } from "@/lib/console/ways-in-dialog";
import { WithoutPhone } from "@/lib/console/without-phone";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Menu } from "@/lib/ui/menu";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface MoreMenuProps {
  view: FacilitatorView;
  entryLinks: EntryLinks;
  commands: ConsoleCommands;
  online: boolean;
  /** Whose summary there is something of already; left out before that. */
  session?: string;
  /** Left out where no keys are. */
  onShowKeys?: () => void;
}

/** What is needed now and then, before the beginning as during the session. */
export function MoreMenu({
  view,
  entryLinks,
  commands,
  online,
  session,
  onShowKeys,
}: MoreMenuProps) {
  const t = useTranslations("console");
  const [open, setOpen] = useState<"waysIn" | "withoutPhone" | "leave" | null>(null);
  const close = () => setOpen(null);
  const textOf = useWordsText();
  const { locked } = view.facilitator;
  const reopened = reopensTo(view);
  return (
    <>
      <Menu
        entries={[
          {
            id: "lock",
            label: locked ? t("unlock") : t("lock"),
            disabled: !online,
            onAction: () => void commands.tell({ type: "lockRoom", locked: !locked }),
          },
          {
            id: "waysIn",
            label: t("waysIn"),
            disabled: !online,
            onAction: () => setOpen("waysIn"),
          },
          ...(view.session.status === "lobby"
            ? []
            : [
                {
                  id: "withoutPhone",
                  label: t("withoutPhoneMenu"),
                  disabled: !online,
                  onAction: () => setOpen("withoutPhone"),
                },
              ]),
          ...(session === undefined || view.session.rehearsal
            ? []
            : [
                {
                  id: "summarySoFar",
                  label: t("summarySoFar"),
                  // Beside the console: whoever leads doesn't leave it.
                  onAction: () => window.open(`/sessions/${session}/summary`, "_blank", "noopener"),
                },
              ]),
          {
            id: "showHelp",
            label: view.session.helpShown === 0 ? t("showHelp") : t("showHelpAgain"),
            disabled: !online,
            onAction: () => void commands.tell({ type: "showHelp" }),
          },
          ...(reopened
            ? [
                {
                  id: "reopen",
                  label: t("reopenClosing", { title: textOf(reopened.title) }),
                  disabled: !online,
                  onAction: () => commands.move({ type: "reopen" }),
                },
              ]
            : []),
          ...(onShowKeys
            ? [{ id: "keys", label: t("keys"), keyHint: "?", onAction: onShowKeys }]
            : []),
          {
            id: "leave",
            label: view.session.status === "running" ? t("skipOrEnd") : t("endAsk"),
            irreversible: true,
            disabled: !online,
            onAction: () => setOpen("leave"),
          },
        ]}
        label={t("moreMenu")}
      />
      <WaysInDialog
        entryLinks={entryLinks}
        onClose={close}
        open={open === "waysIn"}
        commands={commands}
      />
      <NativeDialog onClose={close} open={open === "withoutPhone"} title={t("withoutPhoneTitle")}>
        <WithoutPhone commands={commands} view={view} />
      </NativeDialog>
      <MoreDialog onClose={close} open={open === "leave"} commands={commands} view={view} />
    </>
  );
}
