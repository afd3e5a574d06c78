"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { Receipt } from "@/lib/ui/receipt";
import { Switch } from "@/lib/ui/switch";

const RULES = ["rule1", "rule2", "rule3", "rule4"] as const;

export interface JoinScreenProps {
  /** Title of the workshop; null while it is not known. */
  title: string | null;
  smallGroup?: boolean;
  busy?: boolean;
  onEnter: (choice: { video: boolean }) => void;
}

/** Four rules, the receipt, the content note, and in: everything before the first tap, on one screen. */
export function JoinScreen({ title, smallGroup = false, busy = false, onEnter }: JoinScreenProps) {
  const t = useTranslations("join");
  const [video, setVideo] = useState(false);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[560px] flex-col gap-4 px-5 pt-4 pb-6">
      {title === null ? null : (
        <header>
          <p className="text-base text-ink-2">{title}</p>
        </header>
      )}
      <main className="flex flex-1 flex-col gap-4">
        <h1 className="font-medium font-serif text-2xl">{t("rulesTitle")}</h1>
        <ol className="flex list-decimal flex-col gap-2 ps-6 text-lg marker:font-semibold marker:text-accent">
          {RULES.map((rule) => (
            <li className="ps-1" key={rule}>
              {t(rule)}
            </li>
          ))}
        </ol>
        <Receipt about={smallGroup ? "smallGroup" : "text"} />
        <p className="text-base text-ink-2">{t("contentNote")}</p>
        <div className="mt-auto flex flex-col gap-2">
          <Switch checked={video} label={t("video")} onChange={setVideo} />
          <Button busy={busy} kind="primary" onClick={() => onEnter({ video })} wide>
            {busy ? t("entering") : t("enter")}
          </Button>
        </div>
      </main>
    </div>
  );
}
