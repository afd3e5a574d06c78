"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { renameSession } from "@/app/sessions/rename";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { TextField } from "@/lib/ui/text-field";

export interface RenameDialogProps extends DialogState {
  session: string;
  name: string;
}

/** The field for what a facilitator calls a session. */
export function RenameDialog({ session, name, open, onClose }: RenameDialogProps) {
  const t = useTranslations();
  const form = useId();
  const [entered, setEntered] = useState(name);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    // What was typed and left last time is no name.
    if (open) setEntered(name);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setState("busy");
    const done = await renameSession(session, entered).catch(() => false);
    setState(done ? "idle" : "failed");
    if (done) onClose();
  }

  return (
    <NativeDialog
      actions={
        <>
          <Button busy={state === "busy"} form={form} kind="primary" size="console" type="submit">
            {t("sessions.rename")}
          </Button>
          <Button kind="quiet" onClick={onClose} size="console">
            {t("common.cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t("sessions.renameTitle")}
    >
      <form id={form} onSubmit={save}>
        <TextField
          hint={t("sessions.nameHint")}
          label={t("sessions.name")}
          maxLength={SESSION_NAME_CHARACTERS_MAX}
          name="name"
          onChange={setEntered}
          problem={state === "failed" ? t("sessions.renameFailed") : undefined}
          value={entered}
        />
      </form>
    </NativeDialog>
  );
}
