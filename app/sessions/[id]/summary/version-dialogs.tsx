"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { addVersion, deleteVersion, renameVersion } from "@/app/sessions/[id]/summary/actions";
import { type SummaryVersion, VERSION_NAME_CHARACTERS_MAX } from "@/lib/summary/versions";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { Segments } from "@/lib/ui/segments";
import { TextField } from "@/lib/ui/text-field";

interface VersionDialogProps extends DialogState {
  session: string;
  /** The one that the page shows. */
  version: SummaryVersion;
}

const pathOf = (session: string, number?: number): string =>
  `/sessions/${session}/summary${number === undefined ? "" : `?version=${number}`}`;

/** Asks what one more version is called, and what it begins with. */
export function NewVersionDialog({
  session,
  version,
  hasRawData,
  ...dialog
}: VersionDialogProps & { hasRawData: boolean }) {
  const t = useTranslations("exports");
  const router = useRouter();
  return (
    <NameDialog
      {...dialog}
      button={t("versionMake")}
      initial=""
      onNamed={async (name, form) => {
        const like = form.get("like") === "untouched" ? null : version.number;
        const number = await addVersion(session, name, like);
        if (number === null) return false;
        router.push(pathOf(session, number));
        return true;
      }}
      title={t("versionNewTitle")}
    >
      {hasRawData ? (
        <Segments
          initial="same"
          legend={t("versionLike")}
          name="like"
          options={[
            { value: "same", label: t("versionLikeThis") },
            { value: "untouched", label: t("versionUntouched") },
          ]}
        />
      ) : null}
    </NameDialog>
  );
}

/** Asks what the version that is shown is called from now on. */
export function RenameVersionDialog({ session, version, ...dialog }: VersionDialogProps) {
  const t = useTranslations("exports");
  const router = useRouter();
  return (
    <NameDialog
      {...dialog}
      button={t("versionRename")}
      initial={version.name}
      onNamed={async (name) => {
        const isDone = await renameVersion({ session, version: version.number }, name);
        if (isDone) router.refresh();
        return isDone;
      }}
      title={t("versionRenameTitle")}
    />
  );
}

/** Says what goes with the version that is shown, and deletes it. */
export function DeleteVersionDialog({ session, version, open, onClose }: VersionDialogProps) {
  const t = useTranslations("exports");
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function carryOut() {
    setState("busy");
    const at = { session, version: version.number };
    const isDone = await deleteVersion(at).catch(() => false);
    setState(isDone ? "idle" : "failed");
    if (!isDone) return;
    onClose();
    router.push(pathOf(session));
  }

  return (
    <NativeDialog onClose={onClose} open={open} title={t("versionDeleteTitle")}>
      <p className="text-base">{t("versionDeleteText")}</p>
      <div>
        <ArmButton
          again={t("versionDeleteAgain")}
          disabled={state === "busy"}
          kind="secondary"
          onConfirm={() => void carryOut()}
        >
          {t("versionDelete")}
        </ArmButton>
      </div>
      <p className="text-base text-brick empty:hidden" role="alert">
        {state === "failed" ? t("reviewFailed") : null}
      </p>
    </NativeDialog>
  );
}

interface NameDialogProps extends DialogState {
  title: string;
  /** What its button says. */
  button: string;
  initial: string;
  /** Whether it was done. */
  onNamed(name: string, form: FormData): Promise<boolean>;
  children?: ReactNode;
}

function NameDialog({ title, button, initial, onNamed, children, open, onClose }: NameDialogProps) {
  const t = useTranslations();
  const form = useId();
  const [entered, setEntered] = useState(initial);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    // What was typed and left last time is no name.
    if (open) setEntered(initial);
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setState("busy");
    const fields = new FormData(event.currentTarget);
    const isDone = await onNamed(entered, fields).catch(() => false);
    setState(isDone ? "idle" : "failed");
    if (isDone) onClose();
  }

  return (
    <NativeDialog
      actions={
        <>
          <Button busy={state === "busy"} form={form} kind="primary" size="console" type="submit">
            {button}
          </Button>
          <Button kind="quiet" onClick={onClose} size="console">
            {t("common.cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={title}
    >
      <form className="flex flex-col gap-4" id={form} onSubmit={save}>
        <TextField
          hint={t("exports.versionNameHint")}
          label={t("exports.versionName")}
          maxLength={VERSION_NAME_CHARACTERS_MAX}
          name="name"
          onChange={setEntered}
          problem={state === "failed" ? t("exports.reviewFailed") : undefined}
          required
          value={entered}
        />
        {children}
      </form>
    </NativeDialog>
  );
}
