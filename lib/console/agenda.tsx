"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "@/lib/client/use-words";
import type { AgendaTimes } from "@/lib/console/agenda-times";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { ClockTime } from "@/lib/ui/clock-time";

export interface AgendaProps {
  view: FacilitatorView;
  times: AgendaTimes;
}

const MINUTE = 60_000;

/** The plan with clock times: what was, what is, and when the rest will be. */
export function Agenda({ view, times }: AgendaProps) {
  const phases = useTranslations("phases");
  const words = useWords();
  const current = view.planned?.key;
  return (
    <ol className="flex flex-col gap-1">
      {view.facilitator.agenda.map((entry, index) => {
        const time = times.entries[index]?.time;
        const isNow = entry.key === current && entry.status === "open";
        const isOver = entry.status === "closed" || entry.status === "skipped";
        const spent = time ? Math.round((time.endsAt - time.startsAt) / MINUTE) : entry.minutes;
        return (
          <li
            aria-current={isNow ? "step" : undefined}
            className={`flex items-baseline gap-2.5 rounded-control px-2.5 py-2 ${
              isNow ? "bg-accent-soft font-semibold text-ink" : "text-ink-2"
            }`}
            key={entry.key}
          >
            <span className="w-11 shrink-0 text-sm">
              {time ? <ClockTime at={time.startsAt} /> : null}
            </span>
            <span className={`min-w-0 flex-1 ${entry.status === "skipped" ? "line-through" : ""}`}>
              {words(entry.title)}
              {entry.status === "closed" ? (
                <>
                  {/* Never alone on a line. */}
                  {"\u00a0"}
                  <Check aria-hidden className="inline align-[-2px]" size={16} strokeWidth={1.75} />
                  <span className="sr-only"> {phases("closed.name")}</span>
                </>
              ) : null}
            </span>
            <span className="tabular shrink-0">
              {isOver || spent === entry.minutes ? spent : `${spent}/${entry.minutes}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
