import type { ListedSession } from "@/app/sessions/session-list";

/** What needs somebody now stands above what waits, and that above what is over. */
const RANKS = { running: 0, closing: 0, lobby: 1, finished: 2 } as const;

/** Sessions with the running ones first; within each group as they came. */
export function inOrder<Listed extends Pick<ListedSession, "status">>(
  sessions: readonly Listed[],
): Listed[] {
  return [...sessions].sort((a, b) => RANKS[a.status] - RANKS[b.status]);
}
