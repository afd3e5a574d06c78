"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/lib/client/use-words";
import { startClosingDestroys } from "@/lib/console/next-step";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface MoreDialogProps {
  open: boolean;
  onClose: () => void;
  view: FacilitatorView;
  commands: ConsoleCommands;
}

/** The ways out that the agenda doesn't foresee, armed where they destroy something. */
export function MoreDialog({ open, onClose, view, commands }: MoreDialogProps) {
  const t = useTranslations("console");
  const words = useWords();
  const isClosing = view.session.status === "closing";
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
                commands.move({ type: "skipActivity" });
                onClose();
              }}
            >
              {t("skipActivity")}
            </ArmButton>
          </>
        )}
        {isClosing ? null : (
          <StartClosing
            onStart={() => {
              commands.move({ type: "startClosing" });
              onClose();
            }}
            view={view}
          />
        )}
        <ArmButton
          again={t("endAgain")}
          kind="secondary"
          onConfirm={() => {
            onClose();
            void commands.tell({ type: "end" });
          }}
        >
          {t("end")}
        </ArmButton>
      </div>
    </NativeDialog>
  );
}

/** To the closing from anywhere: the session need not go through everything that was planned. */
function StartClosing({ view, onStart }: { view: FacilitatorView; onStart: () => void }) {
  const t = useTranslations("console");
  const destroys = startClosingDestroys(view);
  return (
    <>
      <p className="text-base">{t("startClosingHint")}</p>
      {destroys === "nothing" ? (
        <Button onClick={onStart} size="console">
          {t("startClosing")}
        </Button>
      ) : (
        <ArmButton
          again={destroys === "ballots" ? t("startClosingBallotsAgain") : t("startClosingAgain")}
          kind="secondary"
          onConfirm={onStart}
        >
          {t("startClosing")}
        </ArmButton>
      )}
    </>
  );
}
