"use client";

import { useTranslations } from "next-intl";
import { NameDialog } from "@/app/sessions/name-dialog";
import { renameSession } from "@/app/sessions/rename";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import type { DialogState } from "@/lib/ui/opened";

export interface RenameDialogProps extends DialogState {
  session: string;
  name: string;
}

/** The field for what a facilitator calls a session. */
export function RenameDialog({ session, name, ...dialog }: RenameDialogProps) {
  const t = useTranslations("sessions");
  return (
    <NameDialog
      {...dialog}
      button={t("rename")}
      field={{
        label: t("name"),
        hint: t("nameHint"),
        maxLength: SESSION_NAME_CHARACTERS_MAX,
      }}
      initial={name}
      onNamed={(entered) => renameSession(session, entered)}
      problem={t("renameFailed")}
      title={t("renameTitle")}
    />
  );
}
