"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useState } from "react";
import { DeleteDialog } from "@/app/sessions/delete-dialog";
import { LobbyUntilDialog } from "@/app/sessions/lobby-until";
import { Moment } from "@/app/sessions/moment";
import { RenameDialog } from "@/app/sessions/rename-dialog";
import { nextMeetingPath, wallPath } from "@/app/sessions/template-path";
import { isolated } from "@/lib/i18n/isolated";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { formatCode } from "@/lib/session/room-code";
import { buttonClass } from "@/lib/ui/button";
import { ChairsGlyph, DoorGlyph, ViewsGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";
import { Menu, type MenuEntry } from "@/lib/ui/menu";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import type { Words } from "@/lib/words";

export interface ListedSession {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read it, nor the language and the minutes. */
  title: Words | null;
  language: "de" | "en" | null;
  minutes: number | null;
  /** The ready-made plan that its series goes on with; null where there is none. */
  next: string | null;
  /** Where what remains of its series hangs; null where it is a session by itself. */
  wallId: string | null;
  /** The join code while one can join. */
  code: string | null;
  /** The most that were there; null for too few to tell. */
  joined: number | null;
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

interface State {
  name: "stateLobby" | "stateRunning" | "stateClosing" | "stateFinished";
  joined: "joinedSoFar" | "joinedInAll";
  glyph: ComponentType<GlyphProps>;
}

/** A door that is open, chairs that are taken, sheets that are left. */
const STATES: Record<ListedSession["status"], State> = {
  lobby: { name: "stateLobby", joined: "joinedSoFar", glyph: DoorGlyph },
  running: { name: "stateRunning", joined: "joinedSoFar", glyph: ChairsGlyph },
  closing: { name: "stateClosing", joined: "joinedSoFar", glyph: ChairsGlyph },
  finished: { name: "stateFinished", joined: "joinedInAll", glyph: ViewsGlyph },
};

export interface SessionListProps {
  sessions: readonly ListedSession[];
  /** Whether the database is the built-in one. */
  isEmbedded: boolean;
}

/** One's own sessions as they are given: where each stands and the way to it. */
export function SessionList({ sessions, isEmbedded }: SessionListProps) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {sessions.map((session) => (
        <SessionRow isEmbedded={isEmbedded} key={session.id} session={session} />
      ))}
    </ul>
  );
}

/** What leads on from a meeting that is over: for fingers on a phone, apart from each other everywhere. */
const LINK =
  "inline-flex min-h-12 items-center font-semibold text-accent underline underline-offset-4 desk:min-h-8";

function SessionRow({ session, isEmbedded }: { session: ListedSession; isEmbedded: boolean }) {
  const t = useTranslations("sessions");
  // The list doesn't know how each plan speaks German.
  const { textOf } = usePlanWords("du");
  const isOver = session.status === "finished";
  const plan = session.title ? textOf(session.title) : t("unreadableTitle");
  const title = session.name === "" ? plan : session.name;
  const next = nextMeetingPath(session.next, session.id);
  const wall = wallPath(session.wallId);
  const { name: state, joined, glyph: Glyph } = STATES[session.status];
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 py-3 md:grid-cols-[2.25rem_minmax(0,1fr)_auto] lg:grid-cols-[2.25rem_minmax(0,1fr)_minmax(0,16rem)_auto]">
      <Glyph
        className={`size-9! stroke-[1.35] max-lg:self-start ${isOver ? "text-ink-2" : "text-accent"}`}
      />
      <div className="min-w-0">
        <PeoplesWords as="p" className="break-words font-medium font-serif text-xl">
          {title}
        </PeoplesWords>
        <p className="text-ink-2 text-sm">
          <About plan={session.name === "" ? null : plan} session={session} />
        </p>
      </div>
      <div className="min-w-0 text-sm max-lg:col-start-2">
        <p>
          <span className={isOver ? "text-ink-2" : "font-semibold text-accent"}>{t(state)}</span>
          {session.joined === null ? null : ` · ${t(joined, { n: session.joined })}`}
        </p>
        <p className="text-ink-2">
          <Remains session={session} />
        </p>
        {isOver && (next !== null || wall !== null) ? (
          <p className="flex flex-wrap gap-x-4">
            {next === null ? null : (
              <a className={LINK} href={next}>
                {t("nextMeeting")}
              </a>
            )}
            {wall === null ? null : (
              <a className={LINK} href={wall}>
                {t("wall")}
              </a>
            )}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-md:col-span-2 sm:max-md:col-span-1 sm:max-md:col-start-2 md:max-lg:col-start-3 md:max-lg:row-span-2 md:max-lg:row-start-1">
        <a
          className={`${buttonClass("secondary", "console")} md:min-w-48 max-sm:flex-1`}
          href={isOver ? `/sessions/${session.id}/summary` : `/sessions/${session.id}`}
        >
          {isOver ? t("summary") : t("resume")}
        </a>
        <RowMenu isEmbedded={isEmbedded} session={session} title={title} />
      </div>
    </li>
  );
}

/** What it was made from, how long that takes, and when it was opened; the code while people get in by it. */
function About({ session, plan }: { session: ListedSession; plan: string | null }) {
  const t = useTranslations("sessions");
  const { minutes, code, language, openedAt } = session;
  return (
    <>
      {plan === null ? null : `${plan} · `}
      {minutes === null ? null : `${t("minutesShort", { n: minutes })} · `}
      {code === null ? null : (
        <>
          <span className="tabular whitespace-nowrap">{formatCode(code)}</span>
          {" · "}
        </>
      )}
      {language === null ? null : (
        <>
          <span lang={language}>{language === "de" ? "Deutsch" : "English"}</span>
          {" · "}
        </>
      )}
      <span className="whitespace-nowrap">
        <Moment at={openedAt} say={(date) => t("openedAt", { date })} />
      </span>
    </>
  );
}

/** What is rarely done with a session: its name, another last day of its lobby, deleting. */
function RowMenu({
  session,
  title,
  isEmbedded,
}: {
  session: ListedSession;
  title: string;
  isEmbedded: boolean;
}) {
  const t = useTranslations("sessions");
  const [open, setOpen] = useState<"rename" | "until" | "delete" | null>(null);
  const close = () => setOpen(null);
  const { id, name, status, endsByItselfAt, rawDataGoAt } = session;
  const until = status === "lobby" ? endsByItselfAt : null;
  const entries: MenuEntry[] = [
    { id: "rename", label: t("renameAsk"), onAction: () => setOpen("rename") },
  ];
  if (until !== null) {
    entries.push({ id: "until", label: t("lobbyUntilChange"), onAction: () => setOpen("until") });
  }
  if (status !== "finished") {
    entries.push({
      id: "guide",
      label: t("guide"),
      onAction: () => window.location.assign(`/sessions/${id}/guide`),
    });
  }
  if (status === "finished") {
    const label = t("deleteAsk");
    entries.push({ id: "delete", label, irreversible: true, onAction: () => setOpen("delete") });
  }
  return (
    <>
      <Menu
        entries={entries}
        isQuiet
        label={t("more")}
        name={t("moreOf", { title: isolated(title) })}
      />
      <RenameDialog name={name} onClose={close} open={open === "rename"} session={id} />
      {until === null ? null : (
        <LobbyUntilDialog onClose={close} open={open === "until"} session={id} until={until} />
      )}
      {status === "finished" ? (
        <DeleteDialog
          hasRawData={rawDataGoAt !== null}
          isEmbedded={isEmbedded}
          onClose={close}
          open={open === "delete"}
          session={id}
          title={title}
        />
      ) : null}
    </>
  );
}

/** What becomes of it by itself. */
function Remains({ session }: { session: ListedSession }) {
  const t = useTranslations("sessions");
  const { status, endsByItselfAt, rawDataGoAt, erasureWaits, isEmpty } = session;
  if (endsByItselfAt !== null) {
    return status === "lobby" ? (
      <Moment at={endsByItselfAt} say={(date) => t("lobbyUntil", { date })} withTime={false} />
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
