"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { Button } from "@/lib/ui/button";

export interface NativeDialogProps {
  open: boolean;
  /** Called for Esc, the backdrop and the close button alike. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons below the content; without any there is a plain "close". */
  actions?: ReactNode;
}

/** The browser's own modal dialog: focus, Esc and inertness come with it, at no weight. */
export function NativeDialog({ open, onClose, title, children, actions }: NativeDialogProps) {
  const t = useTranslations("common");
  const ref = useModal(open);
  const titleId = useId();

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog with Esc
    <dialog
      aria-labelledby={titleId}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(560px,calc(100vw-32px))] tall:overflow-hidden not-tall:overflow-y-auto rounded-card border border-line bg-surface p-0 text-lg text-ink shadow-overlay"
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onClose={(event) => {
        // React lets the end of a dialog inside this one rise to here; the browser doesn't.
        if (event.target === event.currentTarget) onClose();
      }}
      ref={ref}
    >
      {/* Only the middle scrolls: the way out stays in sight. In a low window all of it does. */}
      <div className="tall:max-h-[calc(100dvh-34px)] flex flex-col">
        <h2 className="px-5 pt-5 pb-1 font-medium font-serif text-xl" id={titleId}>
          {title}
        </h2>
        <div className="tall:min-h-0 flex flex-col gap-4 tall:overflow-y-auto px-5 pt-2 pb-4">
          {children}
        </div>
        <div className="flex flex-wrap gap-3 border-line border-t px-5 py-3">
          {actions ?? <Button onClick={onClose}>{t("close")}</Button>}
        </div>
      </div>
    </dialog>
  );
}

/** For a dialog of another look: opens and closes the element that it is given to. */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return ref;
}
