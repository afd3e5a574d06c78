"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: "start" | "end";
  children: ReactNode;
}

/** A panel over the edge of the console: the agenda on a tablet, people, the stage's controls. */
export function Drawer({ open, onOpenChange, title, side = "start", children }: DrawerProps) {
  const t = useTranslations("common");
  return (
    <ModalOverlay
      className="fixed inset-0 z-20 bg-[rgb(35_32_27/0.45)]"
      isDismissable
      isOpen={open}
      onOpenChange={onOpenChange}
    >
      <Modal
        className={`absolute inset-y-0 w-[min(360px,calc(100vw-48px))] overflow-y-auto bg-paper text-base text-ink shadow-overlay ${side === "start" ? "start-0 border-line border-e" : "end-0 border-line border-s"}`}
      >
        <Dialog className="flex flex-col gap-4 p-4 outline-none">
          <div className="flex items-center justify-between gap-4">
            <Heading className="font-medium font-serif text-xl" slot="title">
              {title}
            </Heading>
            <button
              className="inline-flex min-h-target items-center gap-1 rounded-control px-2 font-semibold text-accent"
              onClick={() => onOpenChange(false)}
              type="button"
            >
              <X aria-hidden size={20} strokeWidth={1.75} />
              {t("close")}
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
