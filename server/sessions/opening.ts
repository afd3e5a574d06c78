import { eq, sql } from "drizzle-orm";
import { heldActivities, type MeetingBefore } from "@/lib/session/held-activities";
import { asTemplate, minutesOf } from "@/lib/session/own-plan";
import type { SessionPlan } from "@/lib/session/plan";
import { planProblems } from "@/lib/session/plan-check";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { type ChosenSizes, withSizes } from "@/lib/session/sizes";
import { readHeading, storedFact, storedPlan } from "@/lib/session/stored";
import type { Address, Language, Words } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";
import type { Db } from "@/server/db/client";
import { databaseNow } from "@/server/db/clock";
import { series, sessionEvents, sessions } from "@/server/db/schema/sessions";
import { createPlans } from "@/server/plans/plans";
import { newCode, randomId } from "@/server/rooms/chance";
import { ownSession } from "@/server/sessions/own-session";

/** Ready-made plans: whole workshops, and each activity as a session of its own. */
const templates: readonly PlanTemplate[] = [...workshops, ...singleActivities];

/** With 32^8 codes two of the same are next to impossible; trying a few times makes sure. */
const CODE_TRIES = 5;

/** A session as it is opened by a facilitator. */
export interface OpenedAs {
  userId: string;
  /** Of a ready-made plan, or of one of theirs. */
  templateId: string;
  address: Address;
  language: Language;
  /** Left out: it has no name of its own. */
  name?: string;
  /** Left out: the template's. */
  title?: Words;
  /** An own earlier session whose series it goes on with; left out, or of none: a series begins. */
  after?: string;
  /** Left out: each activity as it stands in the template. */
  sizes?: ChosenSizes;
  /** Invented people take part, and nobody's list holds it; only `server/rehearsals` asks for this. */
  rehearsal?: true;
}

/** How sessions come to be. Raw data of those that are opened here outlive their end by `keepDays`. */
export function createOpening({ db, keepDays }: { db: Db; keepDays: number }) {
  const plans = createPlans(db);

  /** The ready-made plan with this id, or the one of this account's own; null where there is neither. */
  async function template(userId: string, id: string): Promise<PlanTemplate | null> {
    const ready = templates.find((each) => each.id === id);
    if (ready) return ready;
    const own = await plans.find(userId, id);
    return own?.plan ? asTemplate(id, own.plan) : null;
  }

  return {
    template,

    /** What the next meeting takes over of an own session; null where there is no series to go on with. */
    async meetingBefore(userId: string, id: string): Promise<MeetingBefore | null> {
      const row = await ownSession(db, userId, id);
      const heading = row?.seriesId == null ? null : readHeading(row.plan);
      if (!row || !heading) return null;
      const { title, language, address } = heading;
      return { id, name: row.name, title, language, address };
    },

    /**
     * Opens a session from a ready-made plan or one of their own. Throws for an unknown one, and for sizes that it
     * doesn't have.
     */
    async open(input: OpenedAs): Promise<{ id: string }> {
      const before =
        input.after === undefined ? null : await ownSession(db, input.userId, input.after);
      const goesOn = before?.seriesId ?? null;
      const found = await template(input.userId, input.templateId);
      if (!found) throw new Error("There is no such plan");
      const plan = planFor(found, input, goesOn !== null);
      const isInSeries = plan.series !== undefined && !input.rehearsal;
      const seriesId = isInSeries ? await seriesFor(db, input.userId, goesOn) : null;
      const id = randomId();
      for (let tries = 0; tries < CODE_TRIES; tries += 1) {
        const row = {
          id,
          ownerId: input.userId,
          code: newCode(),
          stageKey: randomId(),
          admissionKey: randomId() + randomId(),
          plan: storedPlan(plan),
          seriesId,
          wallId: seriesId,
          name: input.name?.trim() ?? "",
          status: "lobby",
          isRehearsal: input.rehearsal ?? false,
          keepDays,
          seq: 1,
          rev: 1,
        } as const;
        if (await insertWithItsFirstEvent(db, row)) return { id };
      }
      throw new Error("No free join code was found");
    },
  };
}

/**
 * The plan that a session runs: its own copy of the template. `goesOn`: whether earlier meetings may have kept something
 * for it. Throws where it can't be held.
 */
function planFor(
  template: PlanTemplate,
  { templateId, title, sizes = {}, address, language, rehearsal }: OpenedAs,
  goesOn: boolean,
): SessionPlan {
  const activities = heldActivities(template, goesOn);
  // In a plan of one's own they may have other minutes than what stands in for them.
  const minutes = minutesOf({ ...template, activities });
  const sized = withSizes({ activities, minutes }, sizes);
  if (!sized) throw new Error("An activity can't be held in these minutes");
  const plan: SessionPlan = {
    templateId,
    title: title ?? template.title,
    purpose: template.purpose,
    ...{ address, language },
    ...(template.buffer === undefined ? {} : { buffer: template.buffer }),
    ...(template.series === undefined ? {} : { series: seriesOf(template.series) }),
    ...(template.metBefore === undefined ? {} : { metBefore: template.metBefore }),
    ...sized,
    ...(rehearsal ? { rehearsal } : {}),
  };
  const problems = planProblems(plan);
  if (problems.length > 0) {
    throw new Error(`This plan can't be held: ${JSON.stringify(problems)}`);
  }
  return plan;
}

/** Which meeting of which series it is; what else a template says of that is for opening it. */
const seriesOf = ({ id, part, of }: NonNullable<PlanTemplate["series"]>) => ({ id, part, of });

/**
 * How long a series is kept after its newest meeting was opened: ours takes twelve weeks, and a meeting
 * that falls ill is made up for.
 */
const SERIES_DAYS = 120;

/** The series that a session goes on with, kept for longer now; a new one where there is none. */
async function seriesFor(db: Db, userId: string, goesOn: string | null): Promise<string> {
  const endsAt = sql`now() + make_interval(days => ${SERIES_DAYS})`;
  if (goesOn !== null) {
    await db.update(series).set({ endsAt }).where(eq(series.id, goesOn));
    return goesOn;
  }
  const id = randomId();
  const key = randomId() + randomId();
  await db.insert(series).values({ id, ownerId: userId, key, endsAt });
  return id;
}

/** False where the join code is another session's. */
async function insertWithItsFirstEvent(
  db: Db,
  row: typeof sessions.$inferInsert,
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const [inserted] = await tx
      .insert(sessions)
      .values(row)
      .onConflictDoNothing({ target: sessions.code })
      .returning({ at: databaseNow });
    if (!inserted) return false;
    const opened = storedFact({ type: "sessionOpened", at: inserted.at });
    await tx.insert(sessionEvents).values({ sessionId: row.id, seq: 1, event: opened });
    return true;
  });
}
