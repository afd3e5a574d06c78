"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { type DialogState, useDialog } from "@/lib/ui/opened";
import { SecondPress } from "@/lib/ui/second-press";

export interface ConfirmButtonProps {
  label: string;
  /** Says what is lost. */
  sure: string;
  kind?: "secondary" | "quiet";
  onConfirm: () => void;
}

/** For what can't be brought back on this phone: asks first. */
export function ConfirmButton({ kind, ...question }: ConfirmButtonProps) {
  const show = useDialog();
  return (
    <Button kind={kind} onClick={() => show((dialog) => <Confirm {...question} {...dialog} />)}>
      {question.label}
    </Button>
  );
}

function Confirm(props: Omit<ConfirmButtonProps, "kind"> & DialogState) {
  const { label, sure, onConfirm, open, onClose } = props;
  const common = useTranslations("common");
  return (
    <NativeDialog
      actions={
        <>
          <SecondPress
            asked={open}
            onConfirm={() => {
              onClose();
              onConfirm();
            }}
          >
            {label}
          </SecondPress>
          <Button kind="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={label}
    >
      <p>{sure}</p>
    </NativeDialog>
  );
}
