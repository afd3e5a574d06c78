import type { Words } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";

/** A session that can be chosen. */
export interface EndedSession {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read it. */
  title: Words | null;
  /** ms since 1970. */
  openedAt: number;
}

/** One of the facilitator's own sessions, as far as the choice needs it. */
export interface OwnSession extends Omit<EndedSession, "openedAt"> {
  templateId: string | null;
  status: string;
  isEmpty: boolean;
  openedAt: Date;
}

export interface SessionGroup {
  /** What they have in common: a series, a ready-made plan, or nothing. */
  of: "series" | "plan" | "others";
  sessions: EndedSession[];
}

/**
 * The ended sessions that have a summary, those of one series together and those of one plan together, oldest first; what
 * has no second of its kind comes last.
 */
export function grouped(own: readonly OwnSession[]): SessionGroup[] {
  const groups = new Map<string, { of: "series" | "plan"; sessions: EndedSession[] }>();
  for (const { id, name, title, openedAt, templateId, status, isEmpty } of own.toReversed()) {
    if (status !== "finished" || isEmpty) continue;
    const series = workshops.find((workshop) => workshop.id === templateId)?.series;
    const key = series ? `series ${series.id}` : `plan ${templateId ?? id}`;
    const group = groups.get(key) ?? { of: series ? "series" : "plan", sessions: [] };
    group.sessions.push({ id, name, title, openedAt: openedAt.getTime() });
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const others = all.filter(({ sessions }) => sessions.length === 1);
  return [
    ...all.filter(({ sessions }) => sessions.length > 1),
    ...(others.length === 0
      ? []
      : [{ of: "others" as const, sessions: others.flatMap(({ sessions }) => sessions) }]),
  ];
}
