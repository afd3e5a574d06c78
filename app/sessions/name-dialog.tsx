"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { TextField } from "@/lib/ui/text-field";

export interface NameDialogProps extends DialogState {
  title: string;
  /** What its button says. */
  button: string;
  /** What stands in the field when it opens. */
  initial: string;
  field: {
    label: string;
    hint: string;
    maxLength: number;
    required?: boolean;
  };
  /** Stands at the field where it was not done. */
  problem: string;
  /** Whether it was done. */
  onNamed(name: string, form: FormData): Promise<boolean>;
  /** What is chosen besides. */
  children?: ReactNode;
}

/** Asks what something is called. */
export function NameDialog({
  title,
  button,
  initial,
  field,
  problem,
  onNamed,
  children,
  open,
  onClose,
}: NameDialogProps) {
  const t = useTranslations("common");
  const form = useId();
  const [entered, setEntered] = useState(initial);
  const { carryOut, isBusy, hasFailed } = useCarryOut();
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    // What was typed and left last time is no name.
    if (open) setEntered(initial);
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    if (await carryOut(() => onNamed(entered, fields))) onClose();
  }

  return (
    <NativeDialog
      actions={
        <>
          <Button busy={isBusy} form={form} kind="primary" size="console" type="submit">
            {button}
          </Button>
          <Button kind="quiet" onClick={onClose} size="console">
            {t("cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={title}
    >
      <form className="flex flex-col gap-4" id={form} onSubmit={save}>
        <TextField
          {...field}
          name="name"
          onChange={setEntered}
          problem={hasFailed ? problem : undefined}
          value={entered}
        />
        {children}
      </form>
    </NativeDialog>
  );
}
