import { eq } from "drizzle-orm";
import { canonical } from "@/attack/canonical";
import { currentRun } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import type { SessionView } from "@/lib/session/view-schema";
import {
  sealedBallots,
  sealedCards,
  sealedContributors,
  sessions,
} from "@/server/db/schema/sessions";
import { loadReplica } from "@/server/rooms/replica";
import { readContent } from "@/server/rooms/sealed-rows";
import type { LiveClient } from "@/server/simulated/live-client";
import type { Node } from "@/server/testing/workshop";

/**
 * Whether the log, replayed from its beginning, gives what people see, and all sealed rows belong to
 * the activity that is open and can be read. Null, or what is wrong.
 */
export async function replayed(
  { server: { db } }: Node,
  sessionId: string,
  phones: readonly LiveClient[],
): Promise<string | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!row) return "the session is gone";
  const replica = await loadReplica(db, sessionId);
  if (!replica) return "the session has lost its log";
  if (replica.seq !== row.seq) return `the log ends at ${replica.seq}, the session at ${row.seq}`;
  const context = {
    ...replica,
    review: replica.review.cards,
    people: { joined: 0, away: 0, done: 0 },
    lateReady: null,
    notSettled: 0,
  };
  const expected = settled(view(replica.state, "participant", context));
  for (const phone of phones) {
    try {
      await phone.until((seen) => settled(seen) === expected);
    } catch {
      return `a phone shows something else than the log: ${canonical(phone.view)} for ${expected}`;
    }
  }
  const open = currentRun(replica.state)?.template.key;
  const cards = await db.select().from(sealedCards).where(eq(sealedCards.sessionId, sessionId));
  for (const { content } of cards) if (content !== null) readContent(content);
  for (const table of [sealedCards, sealedBallots, sealedContributors]) {
    const rows = await db
      .select({ activity: table.activity })
      .from(table)
      .where(eq(table.sessionId, sessionId));
    if (rows.some(({ activity }) => activity !== open)) return "sealed rows of another activity";
  }
  return null;
}

/** A phone's view without what the log doesn't tell: how many there are, and are done, and what its own seat sees. */
const settled = ({ room: _room, seat: _seat, group: _group, ...shown }: SessionView): string =>
  canonical(shown);
