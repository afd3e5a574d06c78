import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { everyScope, type Scope } from "@/lib/session/actor";
import { normaliseCode } from "@/lib/session/room-code";
import { readHeading } from "@/lib/session/stored";
import type { Address, Language } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { askedTogether } from "@/server/sessions/asked-together";
import { isId, isOwn } from "@/server/sessions/own-session";
import { createWrongCodes, type JoinCodeLimits } from "@/server/wrong-codes";

/** Who may enter a session: by its code, with a stage's link, as an account. */
export function createWaysIn({ db, joinCodes }: { db: Db; joinCodes: JoinCodeLimits }) {
  const wrongCodes = createWrongCodes(joinCodes);
  const openWith = askedTogether(async (codes: readonly string[]) => {
    const rows = await db
      .select({
        ...{ code: sessions.code, session: sessions.id },
        // All but its longest part: a phone waits for this.
        heading: sql<unknown>`${sessions.plan} - 'activities'`,
      })
      .from(sessions)
      .where(and(inArray(sessions.code, [...codes]), eq(sessions.locked, false)));
    return new Map(rows.map((row) => [row.code ?? "", row]));
  });

  return {
    /** What a stage link opens; null for a wrong one. The code is in the stage's view. */
    async forStage(key: string): Promise<{ session: string } | null> {
      if (!isId(key)) return null;
      const [row] = await db
        .select({ session: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.stageKey, key), isNull(sessions.rawErasedAt)));
      return row ?? null;
    },

    /** What a right code opens; null, without a difference, for unknown, locked and ended. */
    async joinByCode(input: string): Promise<{
      session: string;
      address: Address;
      language: Language;
      /** Invented people take part in it; left out where people do. */
      rehearsal?: true;
    } | null> {
      const earliest = sleep(joinCodes.answerMs);
      const row = await openWith(normaliseCode(input) ?? "");
      if (!row) wrongCodes.add();
      // Asked after counting: guesses that come all at once must not all slip through.
      await Promise.all([earliest, sleep(wrongCodes.delay())]);
      const heading = row && readHeading(row.heading);
      if (!heading) return null;
      const { address, language, rehearsal } = heading;
      return { session: row.session, address, language, ...(rehearsal && { rehearsal }) };
    },

    /** What this account may do in this session; null where it may not even enter. */
    async scopesOf(userId: string, id: string): Promise<ReadonlySet<Scope> | null> {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(isOwn(userId, id), isNull(sessions.rawErasedAt)));
      return rows.length > 0 ? everyScope : null;
    },
  };
}
