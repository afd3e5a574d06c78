"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { EntryLinks } from "@/lib/console/entry-links";
import { NativeDialog } from "@/lib/ui/native-dialog";

export interface TestPhoneProps {
  open: boolean;
  onClose: () => void;
  entryLinks: EntryLinks;
  qr: ReactNode;
  joined: number;
}

/** Finds out before anybody comes whether phones reach this server. */
export function TestPhone({ open, onClose, entryLinks, qr, joined }: TestPhoneProps) {
  const t = useTranslations("console");
  return (
    <NativeDialog onClose={onClose} open={open} title={t("testPhone")}>
      <div className="mx-auto w-full max-w-[260px]">{qr}</div>
      <div role="status">
        {joined > 0 ? (
          <p className="flex items-center gap-2 rounded-control bg-accent-soft px-3 py-2 font-semibold text-accent text-base">
            <Check aria-hidden className="shrink-0" size={20} strokeWidth={1.75} />
            {t("testOk")}
          </p>
        ) : (
          <p className="rounded-control bg-sunken px-3 py-2 text-base">
            {t("testWaiting", { url: entryLinks.joinUrl ?? entryLinks.joinAddress })}
          </p>
        )}
      </div>
      {joined > 0 ? null : <p className="text-base text-ink-2">{t("testTrouble")}</p>}
    </NativeDialog>
  );
}
