"use client";

import { useTranslations } from "next-intl";
import type { Orders } from "@/app/sessions/[id]/use-orders";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { useWords } from "@/lib/i18n/use-words";
import { ArmButton } from "@/lib/ui/arm-button";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface MoreDialogProps {
  open: boolean;
  onClose: () => void;
  view: FacilitatorView;
  orders: Orders;
}

/** The two ways out that the agenda doesn't foresee; both are armed. */
export function MoreDialog({ open, onClose, view, orders }: MoreDialogProps) {
  const t = useTranslations("console");
  const words = useWords();
  const isLast = view.facilitator.agenda.at(-1)?.key === view.planned?.key;
  return (
    <NativeDialog onClose={onClose} open={open} title={t("moreMenu")}>
      <div className="flex flex-col items-start gap-3">
        {isLast || !view.planned ? null : (
          <>
            <p className="text-base">{words(view.planned.title)}</p>
            <ArmButton
              again={t("skipAgain")}
              kind="secondary"
              onConfirm={() => {
                orders.move({ type: "skipActivity" });
                onClose();
              }}
            >
              {t("skipActivity")}
            </ArmButton>
          </>
        )}
        <ArmButton
          again={t("endAgain")}
          kind="secondary"
          onConfirm={() => {
            onClose();
            void orders.tell({ type: "end" });
          }}
        >
          {t("end")}
        </ArmButton>
      </div>
    </NativeDialog>
  );
}
