"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { type MadeFormatName, madeFormatNames } from "@/lib/summary/made-formats";
import { Button } from "@/lib/ui/button";

/** What the server answers where it can make no such file at all. */
const NOT_ON_THIS_MACHINE = 501;

/** Some browsers read a file that is handed to them only after the click is over. */
const TAKEN_AFTER_MS = 60_000;

interface Attempt {
  format: MadeFormatName;
  is: "making" | "failed" | "unavailable";
}

export interface MadeFilesProps {
  session: string;
  /** Of the summary. */
  language: Locale;
}

/** The summary as files that take a moment: it says that one is being made, and lets go of it when asked to. */
export function MadeFiles({ session, language }: MadeFilesProps) {
  const t = useTranslations("documents");
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const giveUp = useRef<AbortController | null>(null);
  // Whoever leaves the page wants none any more.
  useEffect(() => () => giveUp.current?.abort(), []);

  async function make(format: MadeFormatName) {
    giveUp.current?.abort();
    const wanted = new AbortController();
    giveUp.current = wanted;
    setAttempt({ format, is: "making" });
    const address = `/sessions/${session}/summary/${format}?language=${language}`;
    const end = await download(address, wanted.signal);
    if (wanted.signal.aborted) return;
    setAttempt(end === "done" ? null : { format, is: end });
  }

  const isMaking = attempt?.is === "making";
  return (
    <>
      {madeFormatNames.map((format, at) => (
        <Button
          busy={isMaking && attempt.format === format}
          key={format}
          kind={at === 0 ? "primary" : "secondary"}
          onClick={() => void make(format)}
          size="console"
        >
          <Download aria-hidden size={20} strokeWidth={1.75} />
          {t(format)}
        </Button>
      ))}
      <div
        className="order-last flex basis-full flex-wrap items-center gap-x-3 text-base empty:hidden"
        role="status"
      >
        {attempt ? (
          <p className={isMaking ? "text-ink-2" : "text-ochre"}>
            {t(attempt.is, { format: t(attempt.format) })}
          </p>
        ) : null}
        {isMaking ? (
          <Button
            kind="quiet"
            onClick={() => {
              giveUp.current?.abort();
              setAttempt(null);
            }}
            size="console"
          >
            {t("cancel")}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Fetches a file and hands it to the browser, under the name that it came with. */
async function download(
  address: string,
  signal: AbortSignal,
): Promise<"done" | "failed" | "unavailable"> {
  const response = await fetch(address, { signal }).catch(() => null);
  if (response?.status === NOT_ON_THIS_MACHINE) return "unavailable";
  const named = /filename="([^"]+)"/.exec(response?.headers.get("content-disposition") ?? "");
  // Whoever is signed out gets a page instead, which has no such name.
  const file = response?.ok && named ? await response.blob().catch(() => null) : null;
  if (!file) return "failed";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = named?.[1] ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_AFTER_MS);
  return "done";
}
