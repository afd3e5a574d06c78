"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { renameSession } from "@/app/sessions/rename";
import { isolated } from "@/lib/i18n/isolated";
import { SESSION_NAME_CHARACTERS_MAX } from "@/lib/session/session-name";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { TextField } from "@/lib/ui/text-field";

export interface RenameDialogProps {
  session: string;
  name: string;
  /** What it is called now, for those who hear the button without seeing its line. */
  title: string;
}

/** The button and the field for what a facilitator calls a session. */
export function RenameDialog({ session, name, title }: RenameDialogProps) {
  const t = useTranslations();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [entered, setEntered] = useState(name);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function save(event: FormEvent) {
    event.preventDefault();
    setState("busy");
    const done = await renameSession(session, entered).catch(() => false);
    setState(done ? "idle" : "failed");
    if (done) setOpen(false);
  }

  return (
    <>
      <Button
        aria-label={t("sessions.renameOf", { title: isolated(title) })}
        kind="quiet"
        onClick={() => {
          setEntered(name);
          setOpen(true);
        }}
        size="console"
      >
        <Pencil aria-hidden size={18} strokeWidth={1.75} />
        {t("sessions.rename")}
      </Button>
      <NativeDialog
        actions={
          <>
            <Button busy={state === "busy"} form={form} kind="primary" size="console" type="submit">
              {t("sessions.rename")}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)} size="console">
              {t("common.cancel")}
            </Button>
          </>
        }
        onClose={() => setOpen(false)}
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
    </>
  );
}
