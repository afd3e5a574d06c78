"use client";

import { useTranslations } from "next-intl";
import { usePhaseNames } from "@/lib/activities/use-phase-names";
import { useWords, useWordsText } from "@/lib/client/use-words";
import type { AgendaTime, AgendaTimes } from "@/lib/console/agenda-times";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { AgendaEntry } from "@/lib/session/view-schema";
import { ClockTime } from "@/lib/ui/clock-time";
import { NextGlyph, TickGlyph } from "@/lib/ui/drawn/drawings";

export interface AgendaProps {
  view: FacilitatorView;
  times: AgendaTimes;
}

const MINUTE = 60_000;

/**
 * The plan in even rows of one line: what was, what is with its phases, and how long the rest takes. Where there is
 * room, with clock times.
 */
export function Agenda({ view, times }: AgendaProps) {
  const t = useTranslations("console");
  const current = view.planned?.key;
  return (
    <ol className="@container">
      {view.facilitator.agenda.map((entry, index) => {
        const isNow = entry.key === current && entry.status === "open";
        return (
          <li aria-current={isNow ? "step" : undefined} key={entry.key}>
            <Row entry={entry} isNow={isNow} time={times.entries[index]?.time ?? null} />
            {entry.after !== null && entry.status === "ready" ? (
              <p className="px-2 pb-1 ps-8.5 text-ochre text-sm @min-[16rem]:ps-22">
                {t("early", { n: entry.after })}
              </p>
            ) : null}
            {isNow && entry.phases.length > 1 ? (
              <Phases entry={entry} phase={view.activity?.phase} />
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

interface RowProps {
  entry: AgendaEntry;
  isNow: boolean;
  time: AgendaTime["time"];
}

function Row({ entry, isNow, time }: RowProps) {
  const phases = useTranslations("phases");
  const words = useWords();
  const textOf = useWordsText();
  const { status, minutes, title } = entry;
  const isOver = status === "closed" || status === "skipped";
  const spent = time ? Math.round((time.endsAt - time.startsAt) / MINUTE) : minutes;
  return (
    <div
      className={`flex h-9 items-center gap-x-2.5 rounded-control px-2 ${
        isNow ? "bg-accent-soft font-semibold" : ""
      } ${isOver ? "text-ink-2" : ""}`}
    >
      <span className="flex w-4 shrink-0 text-accent">
        {status === "closed" ? <TickGlyph className="size-4!" /> : null}
        {isNow ? <NextGlyph className="size-4!" /> : null}
      </span>
      <span className="hidden w-11 shrink-0 text-ink-2 text-sm @min-[16rem]:block">
        {time ? <ClockTime at={time.startsAt} /> : null}
      </span>
      <span
        className={`min-w-0 flex-1 truncate ${status === "skipped" ? "line-through" : ""}`}
        title={textOf(title)}
      >
        {words(title)}
      </span>
      {status === "closed" ? <span className="sr-only">{phases("closed.name")}</span> : null}
      <span className="tabular shrink-0 text-sm">
        {isOver || spent === minutes ? spent : `${spent}/${minutes}`}
      </span>
    </div>
  );
}

/** What the current activity consists of, and where in it the room is. */
function Phases({ entry, phase }: { entry: AgendaEntry; phase: string | undefined }) {
  const { whole: nameOf } = usePhaseNames()(entry.kind);
  return (
    <ol className="pb-1">
      {entry.phases.map(({ name, minutes }) => {
        const isNow = name === phase;
        return (
          <li
            aria-current={isNow ? "step" : undefined}
            className={`flex h-[30px] items-center gap-x-2.5 ps-8.5 pe-2 text-sm @min-[16rem]:ps-22 ${
              isNow ? "font-semibold" : "text-ink-2"
            }`}
            key={name}
          >
            <span className="min-w-0 flex-1 truncate">{nameOf(name)}</span>
            {minutes === null ? null : <span className="tabular shrink-0">{minutes}</span>}
          </li>
        );
      })}
    </ol>
  );
}
