"use client";

import { useTranslations } from "next-intl";
import { DeleteDialog } from "@/app/sessions/delete-dialog";
import { LobbyUntil } from "@/app/sessions/lobby-until";
import { Moment } from "@/app/sessions/moment";
import { RenameDialog } from "@/app/sessions/rename-dialog";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { buttonClass } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import type { Words } from "@/lib/words";

export interface ListedSession {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read it, nor the language. */
  title: Words | null;
  language: "de" | "en" | null;
  status: "lobby" | "running" | "closing" | "finished";
  /** ms since 1970, as all times here. */
  openedAt: number;
  /** When it ends unless a facilitator does something; null once it has ended. */
  endsByItselfAt: number | null;
  /** When the raw data go; null before the end, and once they are gone. */
  rawDataGoAt: number | null;
  /** Whether they are due and wait, because this release can't read the session. */
  erasureWaits: boolean;
  /** Whether they went and left no summary. */
  isEmpty: boolean;
}

const STATES = {
  lobby: "stateLobby",
  running: "stateRunning",
  closing: "stateClosing",
  finished: "stateFinished",
} as const;

/** One's own sessions, newest first: where each stands and the way to it. */
export function SessionList({
  sessions,
  isEmbedded,
}: {
  sessions: readonly ListedSession[];
  /** Whether the database is the built-in one. */
  isEmbedded: boolean;
}) {
  const t = useTranslations("sessions");
  // The list doesn't know how each plan speaks German.
  const { textOf } = usePlanWords("du");
  return (
    <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {sessions.map((session) => {
        const isOver = session.status === "finished";
        const plan = session.title ? textOf(session.title) : t("unreadableTitle");
        const title = session.name === "" ? plan : session.name;
        return (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-3"
            key={session.id}
          >
            <div className="min-w-0 sm:flex-1">
              <PeoplesWords as="p" className="break-words font-semibold">
                {title}
              </PeoplesWords>
              {session.name === "" ? null : <p className="text-ink-2">{plan}</p>}
              <p className="text-ink-2">
                <span className={isOver ? "" : "font-semibold text-accent"}>
                  {t(STATES[session.status])}
                </span>
                {" · "}
                <Moment at={session.openedAt} say={(date) => t("openedAt", { date })} />
                {session.language === null ? null : (
                  <>
                    {" · "}
                    <span lang={session.language}>
                      {session.language === "de" ? "Deutsch" : "English"}
                    </span>
                  </>
                )}
              </p>
              <div className="text-ink-2 text-sm">
                <Remains session={session} title={title} />
              </div>
            </div>
            <div className="flex items-center gap-x-2 gap-y-1 max-sm:w-full max-sm:flex-col-reverse max-sm:items-stretch">
              <RenameDialog name={session.name} session={session.id} title={title} />
              {isOver ? (
                <DeleteDialog
                  hasRawData={session.rawDataGoAt !== null}
                  isEmbedded={isEmbedded}
                  session={session.id}
                  title={title}
                />
              ) : null}
              <a
                className={buttonClass("secondary", "console")}
                href={isOver ? `/sessions/${session.id}/summary` : `/sessions/${session.id}`}
              >
                {isOver ? t("summary") : t("resume")}
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What becomes of it by itself. */
function Remains({ session, title }: { session: ListedSession; title: string }) {
  const t = useTranslations("sessions");
  const { id, status, endsByItselfAt, rawDataGoAt, erasureWaits, isEmpty } = session;
  if (endsByItselfAt !== null) {
    return status === "lobby" ? (
      <LobbyUntil session={id} title={title} until={endsByItselfAt} />
    ) : (
      <Moment at={endsByItselfAt} say={(date) => t("endsByItself", { date })} />
    );
  }
  if (rawDataGoAt === null) return t(isEmpty ? "nothingKept" : "rawDataGone");
  if (erasureWaits) {
    return <Moment at={rawDataGoAt} say={(date) => t("erasureWaits", { date })} withTime={false} />;
  }
  return <Moment at={rawDataGoAt} say={(date) => t("rawDataGo", { date })} withTime={false} />;
}
