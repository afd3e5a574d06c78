"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { EntryLinks } from "@/lib/console/entry-links";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { formatCode } from "@/lib/session/room-code";
import { ArmButton } from "@/lib/ui/arm-button";
import { buttonClass } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface WaysInDialogProps {
  open: boolean;
  onClose: () => void;
  entryLinks: EntryLinks;
  commands: ConsoleCommands;
}

/** Code and stage link, exchanged when they are in the wrong hands; armed, as the old ones die. */
export function WaysInDialog({ open, onClose, entryLinks, commands }: WaysInDialogProps) {
  const t = useTranslations("console");
  const [done, setDone] = useState<"code" | "stage" | null>(null);
  useEffect(() => {
    if (!open) setDone(null);
  }, [open]);
  return (
    <NativeDialog onClose={onClose} open={open} title={t("waysInTitle")}>
      <section className="flex flex-col items-start gap-2 text-base">
        <p className="tabular font-semibold text-2xl tracking-wider">
          {entryLinks.code === null ? "" : formatCode(entryLinks.code)}
        </p>
        <p className="text-ink-2">{t("rotateHint")}</p>
        <ArmButton
          again={t("rotateAgain")}
          kind="secondary"
          onConfirm={() => {
            void commands.tell({ type: "rotateCode" }).then((ok) => setDone(ok ? "code" : null));
          }}
        >
          {t("rotate")}
        </ArmButton>
      </section>
      <section className="flex flex-col items-start gap-2 border-line border-t pt-4 text-base">
        <p className="font-semibold">{t("stageLink")}</p>
        <p className="text-ink-2">{t("rotateStageHint")}</p>
        <div className="flex flex-wrap gap-2">
          <ArmButton
            again={t("rotateStageAgain")}
            kind="secondary"
            onConfirm={() => {
              void commands
                .tell({ type: "rotateStageLink" })
                .then((ok) => setDone(ok ? "stage" : null));
            }}
          >
            {t("rotateStage")}
          </ArmButton>
          <a
            className={buttonClass("quiet", "console")}
            href={entryLinks.stageUrl}
            rel="noopener"
            target="_blank"
          >
            {t("stageOpen")}
          </a>
        </div>
      </section>
      <p className="text-accent text-base empty:hidden" role="status">
        {done === "code" ? t("rotated") : done === "stage" ? t("rotatedStage") : null}
      </p>
    </NativeDialog>
  );
}
