import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { isSame } from "@/lib/activities/ballots";
import { atAGlance, type OwnPlan, type PlanAtAGlance, titleOfCopy } from "@/lib/session/own-plan";
import { readOwnPlan, storedOwnPlan } from "@/lib/session/stored";
import type { Words } from "@/lib/words";
import type { Db, Transaction } from "@/server/db/client";
import { plans } from "@/server/db/schema/plans";
import { lockAccount } from "@/server/plans/lock-account";
import { randomId } from "@/server/rooms/chance";
import { isId } from "@/server/sessions/own-session";

/** Plans of one account: years of workshops, and a list that can still be looked through. */
export const PLANS_PER_ACCOUNT_MAX = 200;

/** A plan as a page works on it. */
export interface FoundPlan {
  /** Null where this release can't read it. */
  plan: OwnPlan | null;
  /** What a change has to name. */
  revision: number;
}

/** A plan as a list shows it. */
export interface PlanEntry {
  id: string;
  changedAt: Date;
  /** Null where this release can't read it; it can still be deleted. */
  plan: PlanAtAGlance | null;
}

/**
 * What became of a change: kept as this revision; not kept, because another page has changed it meanwhile; or there is no
 * such plan.
 */
export type PlanSaved = { is: "saved"; revision: number } | { is: "newer" } | { is: "gone" };

export type Plans = ReturnType<typeof createPlans>;

/** Plans that facilitators keep for themselves. Anybody else's are answered as if they didn't exist. */
export function createPlans(db: Db) {
  const isOwn = (userId: string, id: string): SQL | undefined =>
    and(eq(plans.id, id), eq(plans.ownerId, userId));

  /** Works on one of theirs while nobody else changes it; `otherwise` where there is none. */
  const withPlan = <T>(
    userId: string,
    id: string,
    otherwise: T,
    work: (tx: Transaction, row: typeof plans.$inferSelect) => Promise<T>,
  ): Promise<T> =>
    db.transaction(async (tx) => {
      if (!isId(id)) return otherwise;
      const [row] = await tx.select().from(plans).where(isOwn(userId, id)).for("update");
      return row ? await work(tx, row) : otherwise;
    });

  const keep = async (tx: Transaction, id: string, plan: OwnPlan): Promise<number | null> => {
    const [kept] = await tx
      .update(plans)
      .set({
        plan: storedOwnPlan(plan),
        revision: sql`${plans.revision} + 1`,
        changedAt: sql`now()`,
      })
      .where(eq(plans.id, id))
      .returning({ revision: plans.revision });
    return kept?.revision ?? null;
  };

  /** Keeps one more plan of theirs and says its id; null where they have as many as they may. */
  const add = (userId: string, plan: OwnPlan): Promise<string | null> =>
    db.transaction(async (tx) => {
      await lockAccount(tx, userId);
      if ((await tx.$count(plans, eq(plans.ownerId, userId))) >= PLANS_PER_ACCOUNT_MAX) return null;
      const id = randomId();
      await tx.insert(plans).values({ id, ownerId: userId, plan: storedOwnPlan(plan) });
      return id;
    });

  /** One of theirs; null for any other. */
  async function find(userId: string, id: string): Promise<FoundPlan | null> {
    if (!isId(id)) return null;
    const [row] = await db.select().from(plans).where(isOwn(userId, id));
    return row ? { plan: readable(row.plan), revision: row.revision } : null;
  }

  return {
    add,

    /** Theirs, the one that was changed last first. */
    async list(userId: string): Promise<PlanEntry[]> {
      const rows = await db
        .select()
        .from(plans)
        .where(eq(plans.ownerId, userId))
        .orderBy(desc(plans.changedAt), plans.id);
      return rows.map(({ id, changedAt, plan: stored }) => {
        const plan = readable(stored);
        return { id, changedAt, plan: plan && atAGlance(plan) };
      });
    },

    find,

    /** Keeps a plan in the place of the revision that whoever changed it knows. */
    save: (userId: string, id: string, revision: number, plan: OwnPlan): Promise<PlanSaved> =>
      withPlan<PlanSaved>(userId, id, { is: "gone" }, async (tx, row) => {
        if (row.revision === revision + 1 && isSame(row.plan, storedOwnPlan(plan))) {
          // This very change was kept before, and its answer got lost on the way.
          return { is: "saved", revision: row.revision };
        }
        if (row.revision !== revision) return { is: "newer" };
        const kept = await keep(tx, id, plan);
        return kept === null ? { is: "gone" } : { is: "saved", revision: kept };
      }),

    /** Gives one of theirs another name; false where there is none that this release can read. */
    rename: (userId: string, id: string, title: Words): Promise<boolean> =>
      withPlan(userId, id, false, async (tx, row) => {
        const plan = readable(row.plan);
        return plan !== null && (await keep(tx, id, { ...plan, title })) !== null;
      }),

    /** Makes one more of one of theirs and says its id; null where there is none, or there are as many as there may be. */
    async copy(userId: string, id: string): Promise<string | null> {
      const found = await find(userId, id);
      if (!found?.plan) return null;
      return await add(userId, { ...found.plan, title: titleOfCopy(found.plan.title) });
    },

    /** Deletes one of theirs; false where there is none. Sessions that were opened from it keep their copies. */
    async delete(userId: string, id: string): Promise<boolean> {
      if (!isId(id)) return false;
      const gone = await db.delete(plans).where(isOwn(userId, id)).returning({ id: plans.id });
      return gone.length > 0;
    },
  };
}

function readable(stored: unknown): OwnPlan | null {
  try {
    return readOwnPlan(stored);
  } catch {
    // Kept by a newer release, or of a kind that this one doesn't have.
    return null;
  }
}
