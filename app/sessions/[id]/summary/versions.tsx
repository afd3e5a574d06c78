"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  DeleteVersionDialog,
  NewVersionDialog,
  RenameVersionDialog,
} from "@/app/sessions/[id]/summary/version-dialogs";
import type { SummaryVersion } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";
import { Menu } from "@/lib/ui/menu";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface VersionsProps {
  session: string;
  /** The one that the page shows. */
  version: SummaryVersion;
  versions: readonly SummaryVersion[];
  /** Whether another one can begin untouched. */
  hasRawData: boolean;
  /** Where each of them is looked at, in their order. */
  addresses: readonly string[];
}

/** The versions of one summary, for whoever gets it: which one the page shows, and what can be done with it. */
export function Versions({ session, version, versions, hasRawData, addresses }: VersionsProps) {
  const t = useTranslations("exports");
  const [open, setOpen] = useState<"new" | "rename" | "delete" | null>(null);
  const isOnly = versions.length === 1;
  const close = () => setOpen(null);
  const dialog = { session, version, onClose: close };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 lg:col-span-2 print:hidden">
      {isOnly ? (
        <Button className="-ms-3" kind="quiet" onClick={() => setOpen("new")} size="console">
          <Plus aria-hidden size={18} strokeWidth={1.75} />
          {t("versionAnother")}
        </Button>
      ) : (
        <>
          <nav aria-label={t("versions")} className="min-w-0">
            <ul className="flex flex-wrap gap-2">
              {versions.map(({ number, name }, at) => (
                <li className="min-w-0" key={number}>
                  <a
                    aria-current={number === version.number ? "true" : undefined}
                    className="inline-flex min-h-target max-w-full items-center rounded-control border border-edge bg-surface px-3 text-base aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
                    href={addresses[at]}
                  >
                    {name === "" ? (
                      t("versionFirst")
                    ) : (
                      <PeoplesWords className="min-w-0 break-words">{name}</PeoplesWords>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Menu
            entries={[
              { id: "new", label: t("versionNew"), onAction: () => setOpen("new") },
              { id: "rename", label: t("versionRename"), onAction: () => setOpen("rename") },
              {
                id: "delete",
                label: t("versionDelete"),
                irreversible: true,
                onAction: () => setOpen("delete"),
              },
            ]}
            isQuiet
            label={t("version")}
          />
        </>
      )}
      <NewVersionDialog {...dialog} hasRawData={hasRawData} open={open === "new"} />
      <RenameVersionDialog {...dialog} open={open === "rename"} />
      <DeleteVersionDialog {...dialog} open={open === "delete"} />
    </div>
  );
}
