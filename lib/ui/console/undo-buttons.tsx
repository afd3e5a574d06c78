"use client";

import { Redo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/button";

export interface UndoButtonsProps {
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
}

/** Both stay in reach of the keyboard when there is nothing left to take back, or to do again. */
export function UndoButtons({ canUndo, canRedo, onUndo, onRedo }: UndoButtonsProps) {
  const t = useTranslations("console.board");
  const without = "aria-disabled:border-line aria-disabled:text-ink-2";
  return (
    <>
      <Button
        aria-disabled={!canUndo}
        aria-keyshortcuts="Control+Z"
        className={without}
        onClick={onUndo}
        size="console"
      >
        {t("undo")}
      </Button>
      <Button
        aria-disabled={!canRedo}
        aria-keyshortcuts="Control+Y"
        aria-label={t("redo")}
        className={without}
        onClick={onRedo}
        size="console"
        title={t("redo")}
      >
        <Redo2 aria-hidden size={18} strokeWidth={1.75} />
      </Button>
    </>
  );
}
