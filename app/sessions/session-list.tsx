"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { wordsFor } from "@/lib/i18n/words-for";
import type { Words } from "@/lib/plans/words";
import { buttonClass } from "@/lib/ui/button";

export interface ListedSession {
  id: string;
  title: Words;
  language: "de" | "en";
  status: "lobby" | "running" | "closing" | "finished";
  /** ms since 1970. */
  openedAt: number;
}

const STATES = {
  lobby: "stateLobby",
  running: "stateRunning",
  closing: "stateClosing",
  finished: "stateFinished",
} as const;

/** One's own sessions, newest first: where each stands and the way to it. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const t = useTranslations("sessions");
  const locale = useLocale();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {sessions.map((session) => {
        const isOver = session.status === "finished";
        return (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-3"
            key={session.id}
          >
            <div className="min-w-0">
              <p className="font-semibold">{wordsFor(session.title, locale, "du")}</p>
              <p className="text-ink-2">
                <span className={isOver ? "" : "font-semibold text-accent"}>
                  {t(STATES[session.status])}
                </span>
                {" · "}
                <OpenedAt at={session.openedAt} />
                {" · "}
                <span lang={session.language}>
                  {session.language === "de" ? "Deutsch" : "English"}
                </span>
              </p>
            </div>
            <a
              className={`${buttonClass("secondary", "console")} max-sm:w-full`}
              href={isOver ? `/sessions/${session.id}/summary` : `/sessions/${session.id}`}
            >
              {isOver ? t("summary") : t("resume")}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const never = () => () => {};

/** Day and time in the device's own zone, so only in the browser. */
function OpenedAt({ at }: { at: number }) {
  const t = useTranslations("sessions");
  const locale = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return <span>{inBrowser ? t("openedAt", { date: date.format(at) }) : ""}</span>;
}
