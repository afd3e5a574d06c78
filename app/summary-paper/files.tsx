"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { download } from "@/app/download";
import {
  CALENDAR_FORMAT,
  type MadeFormatName,
  madeFormatNames,
  textFormatNames,
} from "@/lib/summary/formats";
import { Button, buttonClass } from "@/lib/ui/button";

/** The one that most people hand on. */
const [FIRST, ...others] = madeFormatNames;

interface Attempt {
  format: MadeFormatName;
  is: "making" | "failed" | "unavailable";
}

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
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const giveUp = useRef<AbortController | null>(null);
  // Whoever leaves the page wants none any more.
  useEffect(() => () => giveUp.current?.abort(), []);

  const texts = [...textFormatNames, ...(hasDays ? ([CALENDAR_FORMAT] as const) : [])];
  const addressOf = (format: MadeFormatName | (typeof texts)[number]) =>
    `${folder}/${format}?${query}`;

  async function make(format: MadeFormatName) {
    giveUp.current?.abort();
    const wanted = new AbortController();
    giveUp.current = wanted;
    setAttempt({ format, is: "making" });
    const end = await download(addressOf(format), wanted.signal);
    if (wanted.signal.aborted) return;
    setAttempt(end === "done" ? null : { format, is: end });
  }

  const isMaking = attempt?.is === "making";
  const isBeingMade = (format: MadeFormatName) => isMaking && attempt.format === format;
  return (
    <>
      <Button
        busy={isBeingMade(FIRST)}
        kind="primary"
        onClick={() => void make(FIRST)}
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
                onClick={() => void make(format)}
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
