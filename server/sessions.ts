import { setTimeout as sleep } from "node:timers/promises";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { randomId as idSchema } from "@/lib/ids";
import { everyScope, type Scope } from "@/lib/session/actor";
import type { SessionPlan } from "@/lib/session/plan";
import { planProblems } from "@/lib/session/plan-check";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { normaliseCode } from "@/lib/session/room-code";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import type { SessionState } from "@/lib/session/state";
import { readHeading, storedFact, storedPlan } from "@/lib/session/stored";
import type { KeptSummary, MissingSummary, SectionKey } from "@/lib/summary/blocks";
import { readKeptSummary } from "@/lib/summary/stored";
import { TAKEAWAY_CHARACTERS_MAX, withTakeaway } from "@/lib/summary/takeaway";
import { cleanText } from "@/lib/text";
import type { Address, Language, Words } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";
import type { Db } from "@/server/db/client";
import { databaseNow } from "@/server/db/clock";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import { endsByItselfAt } from "@/server/erasure/forgotten";
import { deleteRawData, rawDataGoAt, summaryToKeep } from "@/server/erasure/session-data";
import type { Network } from "@/server/lan";
import { newCode, randomId } from "@/server/rooms/chance";
import { hiddenSectionsOf } from "@/server/summary/summaries";
import { createWrongCodes, JOIN_CODE_LIMITS, type JoinCodeLimits } from "@/server/wrong-codes";

/** Ready-made plans, by id. */
const templates: readonly PlanTemplate[] = workshops;

/** Farther ahead nobody hands out a code; and one more day, for whoever is ahead in the day. */
export const LOBBY_DAYS_MAX = 91;

/** With 32^8 codes two of the same are next to impossible; trying a few times makes sure. */
const CODE_TRIES = 5;

/** What stands in an address may be anything, also what Postgres refuses to compare with. */
const isId = (text: string): boolean => idSchema.safeParse(text).success;

export interface SessionEntry {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read even that. */
  title: Words | null;
  language: Language | null;
  status: SessionState["status"];
  openedAt: Date;
  /** When it ends unless a facilitator does something; null once it has ended. */
  endsByItselfAt: Date | null;
  /** When its raw data go; null before the end, and once they are gone. */
  rawDataGoAt: Date | null;
  /** Whether they are due and wait for a release that can read the session. */
  erasureWaits: boolean;
  /** Whether its raw data went and left no summary. */
  isEmpty: boolean;
}

/** What there is to read of a session after its end. */
export interface SessionSummary {
  /** The language that it was held in; null where this release can't read even that. */
  language: Language | null;
  title: Words | null;
  summary: KeptSummary | MissingSummary;
  /** What the facilitator left out of it. */
  hiddenSections: readonly SectionKey[];
  rawDataGoAt: Date | null;
  /** Whether they are due and wait for a release that can read the session. */
  erasureWaits: boolean;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Everything about sessions that is asked over HTTP. What happens inside goes through rooms. */
export function createSessions({
  db,
  network,
  keepDays,
  joinCodes = JOIN_CODE_LIMITS,
  onDeleted,
}: {
  db: Db;
  network: Network;
  /** Days for which raw data outlive the end of sessions that are opened from now on. */
  keepDays: number;
  joinCodes?: JoinCodeLimits;
  /** Called after the raw data of a session, or all of it, were deleted. */
  onDeleted(id: string): Promise<void>;
}) {
  const wrongCodes = createWrongCodes(joinCodes);

  return {
    templates,

    /** Opens a session from a template. Throws for an unknown one, and for sizes that it doesn't have. */
    async open(input: {
      userId: string;
      templateId: string;
      address: Address;
      language: Language;
      /** Left out: it has no name of its own. */
      name?: string;
      /** Left out: the template's. */
      title?: Words;
      /** Left out: each activity as it stands in the template. */
      sizes?: ChosenSizes;
    }): Promise<{ id: string }> {
      const template = templates.find(({ id }) => id === input.templateId);
      if (!template) throw new Error("There is no such template");
      const sized = withSizes(template, input.sizes ?? {});
      if (!sized) throw new Error("An activity can't be held in these minutes");
      const plan: SessionPlan = {
        templateId: template.id,
        title: input.title ?? template.title,
        purpose: template.purpose,
        address: input.address,
        language: input.language,
        ...sized,
      };
      const problems = planProblems(plan);
      if (problems.length > 0) {
        throw new Error(`This plan can't be held: ${JSON.stringify(problems)}`);
      }
      const id = randomId();
      for (let tries = 0; tries < CODE_TRIES; tries += 1) {
        const done = await db.transaction(async (tx) => {
          const inserted = await tx
            .insert(sessions)
            .values({
              id,
              ownerId: input.userId,
              code: newCode(),
              stageKey: randomId(),
              admissionKey: randomId() + randomId(),
              plan: storedPlan(plan),
              name: input.name?.trim() ?? "",
              status: "lobby",
              keepDays,
              seq: 1,
              rev: 1,
            })
            .onConflictDoNothing({ target: sessions.code })
            .returning({ at: databaseNow });
          const [row] = inserted;
          if (!row) return false;
          const opened = storedFact({ type: "sessionOpened", at: row.at });
          await tx.insert(sessionEvents).values({ sessionId: id, seq: 1, event: opened });
          return true;
        });
        if (done) return { id };
      }
      throw new Error("No free join code was found");
    },

    /** The facilitator's sessions, newest first. */
    async list(userId: string): Promise<SessionEntry[]> {
      const rows = await db
        .select()
        .from(sessions)
        .where(eq(sessions.ownerId, userId))
        .orderBy(desc(sessions.openedAt));
      return rows.map((row) => {
        return {
          id: row.id,
          name: row.name,
          ...headingOf(row),
          status: row.status,
          openedAt: row.openedAt,
          endsByItselfAt: endsByItselfAt(row),
          rawDataGoAt: rawDataGoAt(row, keepDays),
          erasureWaits: row.erasureWaits,
          isEmpty: row.rawErasedAt !== null && row.summary === null,
        };
      });
    },

    /** Code and links of one of the facilitator's own sessions; null for any other. */
    async forFacilitator(userId: string, id: string) {
      if (!isId(id)) return null;
      const [row] = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      if (!row) return null;
      return {
        id: row.id,
        name: row.name,
        code: row.code,
        stageKey: row.stageKey,
        status: row.status,
        hasRawData: row.rawErasedAt === null,
        lobbyUntil: row.status === "lobby" ? row.lobbyUntil : null,
        joinUrl: row.code === null ? null : `${network.ways().joinBase}/${row.code}`,
        stageUrl: `/stage/${row.stageKey}`,
      };
    },

    /** What a stage link opens; null for a wrong one. The code is in the stage's view. */
    async forStage(key: string) {
      if (!isId(key)) return null;
      const [row] = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.stageKey, key), isNull(sessions.rawErasedAt)));
      if (!row) return null;
      return { session: row.id };
    },

    /** What a right code opens; null, without a difference, for unknown, locked and ended. */
    async joinByCode(
      input: string,
    ): Promise<{ session: string; address: Address; language: Language } | null> {
      const earliest = sleep(joinCodes.answerMs);
      const code = normaliseCode(input);
      const [row] = await db
        .select({
          session: sessions.id,
          // All but its longest part: a phone waits for this.
          heading: sql<unknown>`${sessions.plan} - 'activities'`,
        })
        .from(sessions)
        .where(
          and(eq(sessions.code, code ?? ""), isNotNull(sessions.code), eq(sessions.locked, false)),
        );
      if (!row) wrongCodes.add();
      // Asked after counting: guesses that come all at once must not all slip through.
      await Promise.all([earliest, sleep(wrongCodes.delay())]);
      const heading = row && readHeading(row.heading);
      if (!heading) return null;
      const { address, language } = heading;
      return { session: row.session, address, language };
    },

    /** What this account may do in this session; null where it may not even enter. */
    async scopesOf(userId: string, id: string): Promise<ReadonlySet<Scope> | null> {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(
          and(eq(sessions.id, id), eq(sessions.ownerId, userId), isNull(sessions.rawErasedAt)),
        );
      return rows.length > 0 ? everyScope : null;
    },

    /** The summary of an own session: from its log, or as it was kept when the log went. */
    async summary(userId: string, id: string): Promise<SessionSummary | null> {
      if (!isId(id)) return null;
      const [row] = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      if (!row) return null;
      const shared = {
        ...headingOf(row),
        rawDataGoAt: rawDataGoAt(row, keepDays),
        erasureWaits: row.erasureWaits,
        hiddenSections: hiddenSectionsOf(row),
      };
      const found = await summaryOf(db, row);
      if (typeof found === "string") return { ...shared, summary: found };
      const { de, en } = found;
      const summary = { de: withTakeaway(de, row.takeaway), en: withTakeaway(en, row.takeaway) };
      return { ...shared, summary };
    },

    /**
     * Deletes the raw data of an own session and keeps its summary, if it has one. False where the session is not
     * theirs, has not ended, or has none any more.
     */
    async deleteRawData(userId: string, id: string): Promise<boolean> {
      if (!isId(id)) return false;
      const own = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      if (own.length === 0) return false;
      if ((await deleteRawData(db, id, { withoutSummary: true })) !== "deleted") return false;
      await onDeleted(id);
      return true;
    },

    /** Deletes an own session with everything. False where it is not theirs or has not ended. */
    async delete(userId: string, id: string): Promise<boolean> {
      if (!isId(id)) return false;
      const deleted = await db
        .delete(sessions)
        .where(
          and(eq(sessions.id, id), eq(sessions.ownerId, userId), eq(sessions.status, "finished")),
        )
        .returning({ id: sessions.id });
      if (deleted.length === 0) return false;
      await onDeleted(id);
      return true;
    },

    /**
     * Chooses until when an own lobby stays open. False where it is not theirs or no lobby any more, and for
     * a moment that is over or farther away than `LOBBY_DAYS_MAX`.
     */
    async keepLobbyUntil(userId: string, id: string, until: Date): Promise<boolean> {
      if (!isId(id)) return false;
      const rows = await db
        .update(sessions)
        .set({ lobbyUntil: until })
        .where(
          and(
            ...[eq(sessions.id, id), eq(sessions.ownerId, userId), eq(sessions.status, "lobby")],
            sql`${until} between now() and now() + make_interval(days => ${LOBBY_DAYS_MAX})`,
          ),
        )
        .returning({ id: sessions.id });
      return rows.length > 0;
    },

    /** Keeps which sections the summary leaves out; false where the session is not theirs. */
    async hideSections(
      userId: string,
      id: string,
      hiddenSections: readonly SectionKey[],
    ): Promise<boolean> {
      if (!isId(id)) return false;
      const rows = await db
        .update(sessions)
        .set({ hiddenSections: [...new Set(hiddenSections)] })
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)))
        .returning({ id: sessions.id });
      return rows.length > 0;
    },

    /** Keeps what the facilitator calls it; false where the session is not theirs. */
    async rename(userId: string, id: string, name: string): Promise<boolean> {
      if (!isId(id)) return false;
      const rows = await db
        .update(sessions)
        .set({ name: name.trim() })
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)))
        .returning({ id: sessions.id });
      return rows.length > 0;
    },

    /** Keeps the facilitator's takeaway; false where the session is not theirs. */
    async saveTakeaway(userId: string, id: string, text: string): Promise<boolean> {
      if (!isId(id)) return false;
      const rows = await db
        .update(sessions)
        .set({ takeaway: sql`left(${cleanText(text)}, ${TAKEAWAY_CHARACTERS_MAX})` })
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)))
        .returning({ id: sessions.id });
      return rows.length > 0;
    },
  };
}

/** What a list shows of a session's plan. */
function headingOf({ plan }: Pick<typeof sessions.$inferSelect, "plan">) {
  const heading = readHeading(plan);
  return { title: heading?.title ?? null, language: heading?.language ?? null };
}

/** A session's summary without the takeaway: from its log, or as it was kept when the log went. */
async function summaryOf(
  db: Db,
  row: typeof sessions.$inferSelect,
): Promise<KeptSummary | MissingSummary> {
  if (row.status !== "finished") return "notYet";
  if (row.rawErasedAt === null) return (await summaryToKeep(db, row)) ?? "unreadable";
  return row.summary === null ? "notKept" : (readKeptSummary(row.summary) ?? "unreadable");
}
