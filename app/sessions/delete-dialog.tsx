"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deleteRawData, deleteSession } from "@/app/sessions/deletion";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { isolated } from "@/lib/i18n/isolated";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface DeleteDialogProps extends DialogState {
  session: string;
  title: string;
  hasRawData: boolean;
  /** Whether the database is the built-in one, whose files are cleaned too. */
  isEmbedded: boolean;
  /** Where to go once the session is no more; left out, the page shows what is left. */
  leavesTo?: string;
}

/** The button that asks which of the two ways it shall be. */
export function DeleteButton(props: Omit<DeleteDialogProps, keyof DialogState>) {
  const t = useTranslations("sessions");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={t("deleteOf", { title: isolated(props.title) })}
        kind="quiet"
        onClick={() => setOpen(true)}
        size="console"
      >
        <Trash2 aria-hidden size={18} strokeWidth={1.75} />
        {t("deleteAsk")}
      </Button>
      <DeleteDialog {...props} onClose={() => setOpen(false)} open={open} />
    </>
  );
}

/** The two ways of deleting an ended session; each says what goes and what stays. */
export function DeleteDialog(props: DeleteDialogProps) {
  const { session, title, hasRawData, isEmbedded, leavesTo, open, onClose } = props;
  const t = useTranslations("sessions");
  const router = useRouter();
  const { carryOut, isBusy, hasFailed } = useCarryOut();

  async function remove(action: (id: string) => Promise<boolean>, next?: string) {
    if (!(await carryOut(() => action(session)))) return;
    onClose();
    if (next) router.push(next);
    else router.refresh();
  }

  return (
    <NativeDialog onClose={onClose} open={open} title={t("deleteTitle")}>
      <PeoplesWords as="p" className="text-base text-ink-2">
        {title}
      </PeoplesWords>
      {hasRawData ? (
        <section className="flex flex-col items-start gap-2 text-base">
          <p className="font-semibold">{t("deleteRawTitle")}</p>
          <p>{t("deleteRawText")}</p>
          <ArmButton
            again={t("deleteRawAgain")}
            disabled={isBusy}
            kind="secondary"
            onConfirm={() => void remove(deleteRawData)}
          >
            {t("delete")}
          </ArmButton>
        </section>
      ) : null}
      <section
        className={`flex flex-col items-start gap-2 text-base ${hasRawData ? "border-line border-t pt-4" : ""}`}
      >
        <p className="font-semibold">{t("deleteSessionTitle")}</p>
        <p>{t("deleteSessionText")}</p>
        <ArmButton
          again={t("deleteSessionAgain")}
          disabled={isBusy}
          kind="secondary"
          onConfirm={() => void remove(deleteSession, leavesTo)}
        >
          {t("deleteSession")}
        </ArmButton>
      </section>
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("deleteFailed") : null}
      </p>
      <p className="text-ink-2 text-sm">{isEmbedded ? t("deleteDisk") : t("deleteGiven")}</p>
    </NativeDialog>
  );
}
