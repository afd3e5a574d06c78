import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { firstAidAfterANo } from "@/lib/plans/first-aid-after-a-no";
import type { PlanTemplate } from "@/lib/plans/plan-template";
import type { Words } from "@/lib/plans/words";
import type { SessionEvent } from "@/lib/session/events";
import { type Address, type Language, type SessionPlan, sessionPlan } from "@/lib/session/plan";
import { normaliseCode, ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "@/lib/session/room-code";
import { initialState, type SessionState } from "@/lib/session/state";
import { type SectionKey, sectionKeys } from "@/lib/summary/blocks";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import type { Db } from "@/server/db/client";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import type { Network } from "@/server/lan";
import { readEvents } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { createWrongCodes } from "@/server/wrong-codes";

/** Ready-made plans, by id. */
const templates: readonly PlanTemplate[] = [firstAidAfterANo];

/** With 32^8 codes two of the same are next to impossible; trying a few times makes sure. */
const CODE_TRIES = 5;

export interface SessionEntry {
  id: string;
  title: Words;
  language: Language;
  status: SessionState["status"];
  openedAt: Date;
  endedAt: Date | null;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Everything about sessions that is asked over HTTP. What happens inside goes through rooms. */
export function createSessions({ db, network }: { db: Db; network: Network }) {
  const wrongCodes = createWrongCodes();
  const joinUrl = (code: string) => `${network.phoneBaseUrl}/j/${code}`;
  const joinAddress = () => `${new URL(network.phoneBaseUrl).host}/j`;

  return {
    templates,

    /** Opens a session from a template. Throws for an unknown one. */
    async open(input: {
      userId: string;
      templateId: string;
      address: Address;
      language: Language;
    }): Promise<{ id: string }> {
      const template = templates.find(({ id }) => id === input.templateId);
      if (!template) throw new Error("There is no such template");
      const plan: SessionPlan = {
        templateId: template.id,
        title: template.title,
        purpose: template.purpose,
        minutes: template.minutes,
        address: input.address,
        language: input.language,
        activities: template.activities,
      };
      const id = randomId();
      const opened: SessionEvent = { type: "sessionOpened", at: Date.now() };
      for (let tries = 0; tries < CODE_TRIES; tries += 1) {
        const done = await db.transaction(async (tx) => {
          const inserted = await tx
            .insert(sessions)
            .values({
              id,
              ownerId: input.userId,
              code: newCode(),
              stageKey: randomId(),
              plan,
              status: "lobby",
              seq: 1,
              rev: 1,
            })
            .onConflictDoNothing({ target: sessions.code })
            .returning({ id: sessions.id });
          if (inserted.length === 0) return false;
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
      return rows.map(({ id, plan, status, openedAt, endedAt }) => {
        const { title, language } = sessionPlan.parse(plan);
        return { id, title, language, status, openedAt, endedAt };
      });
    },

    /** Code and links of one of the facilitator's own sessions; null for any other. */
    async forFacilitator(userId: string, id: string) {
      const [row] = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      if (!row) return null;
      return {
        id: row.id,
        code: row.code,
        stageKey: row.stageKey,
        status: row.status,
        joinUrl: row.code === null ? null : joinUrl(row.code),
        joinAddress: joinAddress(),
        stageUrl: `/stage/${row.stageKey}`,
      };
    },

    /** What a stage link opens; null for a wrong one. */
    async forStage(key: string) {
      const [row] = await db.select().from(sessions).where(eq(sessions.stageKey, key));
      if (!row) return null;
      return {
        session: row.id,
        code: row.code,
        joinUrl: row.code === null ? null : joinUrl(row.code),
        joinAddress: joinAddress(),
      };
    },

    /** What a right code opens; null, without a difference, for unknown, locked and ended. */
    async joinByCode(input: string): Promise<{ session: string; address: Address } | null> {
      const delay = wrongCodes.delay();
      const code = normaliseCode(input);
      const [row] = await db
        .select({
          session: sessions.id,
          address: sql<Address>`${sessions.plan}->>'address'`,
        })
        .from(sessions)
        .where(
          and(eq(sessions.code, code ?? ""), isNotNull(sessions.code), eq(sessions.locked, false)),
        );
      if (!row) wrongCodes.add();
      if (delay > 0) await sleep(delay);
      return row ?? null;
    },

    /** Whether a phone's alias still names a session. */
    async exists(id: string): Promise<boolean> {
      const rows = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id));
      return rows.length > 0;
    },

    /** Whether this facilitator may run this session. */
    async isOwn(userId: string, id: string): Promise<boolean> {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      return rows.length > 0;
    },

    /** The whole state of an own session, for its summary. */
    async stateForSummary(userId: string, id: string) {
      const [row] = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)));
      if (!row) return null;
      const replica = { state: initialState(sessionPlan.parse(row.plan)), seq: 0, rev: row.rev };
      await readEvents(db, id, replica);
      return {
        state: replica.state,
        openedAt: row.openedAt,
        endedAt: row.endedAt,
        joined: row.joined,
        takeaway: row.takeaway,
        hiddenSections: sectionKeys.filter((key) => row.hiddenSections.includes(key)),
      };
    },

    /** Keeps which sections the summary leaves out; false where the session is not theirs. */
    async hideSections(
      userId: string,
      id: string,
      hiddenSections: readonly SectionKey[],
    ): Promise<boolean> {
      const rows = await db
        .update(sessions)
        .set({ hiddenSections: [...new Set(hiddenSections)] })
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)))
        .returning({ id: sessions.id });
      return rows.length > 0;
    },

    /** Keeps the facilitator's takeaway; false where the session is not theirs. */
    async saveTakeaway(userId: string, id: string, text: string): Promise<boolean> {
      const rows = await db
        .update(sessions)
        .set({ takeaway: sql`left(${text}, ${TAKEAWAY_CHARACTERS_MAX})` })
        .where(and(eq(sessions.id, id), eq(sessions.ownerId, userId)))
        .returning({ id: sessions.id });
      return rows.length > 0;
    },
  };
}

function newCode(): string {
  return Array.from({ length: ROOM_CODE_LENGTH }, () =>
    ROOM_CODE_ALPHABET.charAt(randomInt(ROOM_CODE_ALPHABET.length)),
  ).join("");
}
