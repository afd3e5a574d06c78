"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DownloadState } from "@/app/download-state";
import { useDownload } from "@/app/use-download";
import {
  CALENDAR_FORMAT,
  type MadeFormatName,
  madeFormatNames,
  textFormatNames,
} from "@/lib/summary/formats";
import { Button, buttonClass } from "@/lib/ui/button";

/** The one that most people hand on. */
const [FIRST, ...others] = madeFormatNames;

export interface FilesProps {
  /** Below which address they are, each by its format. */
  folder: string;
  /** Of which version and in which language, as an address asks for it. */
  query: string;
  /** Whether it names days that a calendar can hold. */
  hasDays?: boolean;
  /** What else can be done with the page, beside the first of them. */
  children: ReactNode;
}

/**
 * The summary as files: the one to hand on first, then all others. Some take a moment: it says that one is being made,
 * and lets go of it when asked to.
 */
export function Files({ folder, query, hasDays = false, children }: FilesProps) {
  const t = useTranslations("exports");
  const { attempt, make, giveUp } = useDownload<MadeFormatName>();

  const texts = [...textFormatNames, ...(hasDays ? ([CALENDAR_FORMAT] as const) : [])];
  const addressOf = (format: MadeFormatName | (typeof texts)[number]) =>
    `${folder}/${format}?${query}`;

  const isBeingMade = (format: MadeFormatName) =>
    attempt?.is === "making" && attempt.what === format;
  return (
    <>
      <Button
        busy={isBeingMade(FIRST)}
        kind="primary"
        onClick={() => void make(FIRST, addressOf(FIRST))}
        size="console"
      >
        <Download aria-hidden size={20} strokeWidth={1.75} />
        {t(FIRST)}
      </Button>
      {children}
      <div className="order-last flex basis-full flex-wrap items-center gap-x-1">
        <p className="me-2 text-base text-ink-2" id="other-files">
          {t("others")}
        </p>
        <ul aria-labelledby="other-files" className="-mx-3 flex flex-wrap">
          {others.map((format) => (
            <li key={format}>
              <Button
                busy={isBeingMade(format)}
                kind="quiet"
                onClick={() => void make(format, addressOf(format))}
                size="console"
              >
                {t(format)}
              </Button>
            </li>
          ))}
          {texts.map((format) => (
            <li key={format}>
              <a className={buttonClass("quiet", "console")} download href={addressOf(format)}>
                {t(format)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <DownloadState
        attempt={attempt}
        className="order-last basis-full"
        onGiveUp={giveUp}
        say={({ what, is }) => t(is, { format: t(what) })}
      />
    </>
  );
}
