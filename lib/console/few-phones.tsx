"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";
import { CheckLine } from "@/lib/ui/console/check-line";
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
      <CheckLine checked={smallGroup} onChange={onSmallGroup}>
        {t("console.smallGroup")}
      </CheckLine>
    </NativeDialog>
  );
}
