import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { People } from "@/lib/session/view-schema";
import type { Db } from "@/server/db/client";
import { nodePeople, sessions } from "@/server/db/schema/sessions";
import { elapsed } from "@/server/elapsed";

/** Nodes write every five seconds; who has missed two of them is dead. */
export const NODE_COUNTS_LIVE_SECONDS = 12;

/** What each node has counted of one session, added up (docs/decisions/0006-presence.md). */
export interface NodePeople {
  /**
   * Writes this node's own counts of a phase down and adds the others': who is done on a node that counts
   * another phase is not done with this one. Keeps the most there were at once.
   */
  addUp(phase: string, own: People): Promise<People>;
  /** This node counts nobody here any more. */
  forget(): Promise<void>;
}

export function createNodePeople(options: { db: Db; node: string; sessionId: string }): NodePeople {
  const { db, node, sessionId } = options;
  let most = 0;
  let otherNodes: { at: number; joined: number }[] = [];

  /**
   * How many of those on other nodes count for the most that were there: only as many as have been there for
   * longer than a dead node's counts live. The people of a node that died come here while its last count still
   * stands, and would be counted twice (decision 0006).
   */
  const lasting = (joined: number): number => {
    const at = elapsed();
    const since = at - NODE_COUNTS_LIVE_SECONDS * 1000;
    const before = otherNodes.findLast((each) => each.at <= since);
    if (otherNodes.at(-1)?.joined !== joined) otherNodes.push({ at, joined });
    const recent = otherNodes.filter((each) => each.at > since);
    otherNodes = before ? [before, ...recent] : recent;
    return before ? Math.min(...otherNodes.map((each) => each.joined)) : 0;
  };

  return {
    async addUp(phase, own) {
      await db
        .insert(nodePeople)
        .values({ node, sessionId, phase, ...own })
        .onConflictDoUpdate({
          target: [nodePeople.node, nodePeople.sessionId],
          set: { phase, ...own, at: sql`now()` },
        });
      const [others] = await db
        .select({
          joined: sql<number>`coalesce(sum(${nodePeople.joined}), 0)::int`,
          away: sql<number>`coalesce(sum(${nodePeople.away}), 0)::int`,
          done: sql<number>`coalesce(sum(${nodePeople.done}) filter (where ${nodePeople.phase} = ${phase}), 0)::int`,
        })
        .from(nodePeople)
        .where(
          and(
            eq(nodePeople.sessionId, sessionId),
            ne(nodePeople.node, node),
            gt(nodePeople.at, sql`now() - make_interval(secs => ${NODE_COUNTS_LIVE_SECONDS})`),
          ),
        );
      const elsewhere = lasting(others?.joined ?? 0);
      if (own.joined + elsewhere > most) {
        most = own.joined + elsewhere;
        await db
          .update(sessions)
          .set({ joined: sql`greatest(${sessions.joined}, ${most})` })
          .where(and(eq(sessions.id, sessionId), isNull(sessions.rawErasedAt)));
      }
      return {
        joined: own.joined + (others?.joined ?? 0),
        away: own.away + (others?.away ?? 0),
        done: own.done + (others?.done ?? 0),
      };
    },
    async forget() {
      await db
        .delete(nodePeople)
        .where(and(eq(nodePeople.node, node), eq(nodePeople.sessionId, sessionId)));
    },
  };
}
