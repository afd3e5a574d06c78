"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { SecondPress } from "@/lib/ui/second-press";

export interface FewPhonesProps {
  open: boolean;
  /** Phones that are connected now. */
  present: number;
  smallGroup: boolean;
  onSmallGroup: (on: boolean) => void;
  onBegin: () => void;
  onClose: () => void;
}

/** Too few phones to show anything: small group, talking, or wait. Choosing is all it asks. */
export function FewPhones(props: FewPhonesProps) {
  const { open, present, smallGroup, onSmallGroup, onBegin, onClose } = props;
  const t = useTranslations();
  return (
    <NativeDialog
      actions={
        <>
          <SecondPress asked={open} kind="primary" onConfirm={onBegin} size="console">
            {t("console.beginAnyway")}
          </SecondPress>
          <Button onClick={onClose} size="console">
            {t("common.cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t("console.fewTitle")}
    >
      <p className="text-base">{t("console.belowKBegin", { n: present })}</p>
      <p className="text-base">{t("console.fewSmall")}</p>
      <label className="flex min-h-10 cursor-pointer items-center gap-3 text-base">
        <input
          checked={smallGroup}
          className="size-4 accent-accent"
          onChange={(event) => onSmallGroup(event.currentTarget.checked)}
          type="checkbox"
        />
        {t("console.smallGroup")}
      </label>
    </NativeDialog>
  );
}
