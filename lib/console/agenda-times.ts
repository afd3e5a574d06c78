import type { AgendaEntry } from "@/lib/session/view-schema";

const MINUTE = 60_000;

/**
 * When an entry of the agenda runs: actual where it is over, expected where it is not. Null: it was
 * passed over on the way to the closing, and runs only if the session is reopened.
 */
export interface AgendaTime {
  key: string;
  time: { startsAt: number; endsAt: number } | null;
}

export interface AgendaTimes {
  entries: AgendaTime[];
  /** When the session is expected to end. */
  endsAt: number;
  /** Whole minutes behind the promised end; negative when ahead of it. */
  driftMinutes: number;
}

export interface AgendaTimesInput {
  agenda: readonly Pick<
    AgendaEntry,
    "key" | "minutes" | "status" | "startedAt" | "closedAt" | "addedMinutes"
  >[];
  /** Clock of the current phase, if it has one. */
  clock: { endsAt: number | null; remaining: number | null } | null;
  /** Null in the lobby: the agenda then starts now. */
  begunAt: number | null;
  promisedEnd: number | null;
  now: number;
  /** Minutes that no entry takes: they lie before the promised end. */
  buffer?: number;
}

/**
 * Clock times for every entry and the drift against the end that the room was promised. What is
 * over counts with its real times; the current activity takes what was planned and added, longer
 * where its clock says so, and never ends in the past; everything after it follows in turn.
 */
export function agendaTimes(input: AgendaTimesInput): AgendaTimes {
  const { agenda, clock, promisedEnd, now } = input;
  let at = input.begunAt ?? startBefore(input);
  const current = agenda.findIndex(({ status }) => status === "open");
  const entries = agenda.map((entry, index): AgendaTime => {
    if (entry.status === "ready" && index < current) return { key: entry.key, time: null };
    const startsAt = entry.startedAt ?? at;
    at = endOf(entry, startsAt, clock, now);
    return { key: entry.key, time: { startsAt, endsAt: at } };
  });
  const driftMinutes = promisedEnd === null ? 0 : Math.round((at - promisedEnd) / MINUTE);
  // Rounding a little lead gives −0, which prints as "−0".
  return { entries, endsAt: at, driftMinutes: driftMinutes === 0 ? 0 : driftMinutes };
}

function endOf(
  entry: AgendaTimesInput["agenda"][number],
  startsAt: number,
  clock: AgendaTimesInput["clock"],
  now: number,
): number {
  const planned = startsAt + Math.max(0, entry.minutes + entry.addedMinutes) * MINUTE;
  switch (entry.status) {
    case "closed":
      return entry.closedAt ?? planned;
    case "skipped":
      return entry.closedAt ?? startsAt;
    case "open":
      return Math.max(planned, clockEnd(clock, now), now);
    case "ready":
      return planned;
  }
}

function clockEnd(clock: AgendaTimesInput["clock"], now: number): number {
  if (clock === null) return now;
  if (clock.remaining !== null) return now + clock.remaining;
  return clock.endsAt ?? now;
}

/** In the lobby the agenda is laid against the wished end, but never begins in the past. */
function startBefore({ agenda, promisedEnd, now, buffer = 0 }: AgendaTimesInput): number {
  if (promisedEnd === null) return now;
  const total = agenda.reduce((sum, entry) => sum + entry.minutes, 0);
  return Math.max(now, promisedEnd - (total + buffer) * MINUTE);
}
