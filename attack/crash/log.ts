import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { collectEvent } from "@/lib/activities/collect/schema";
import { commitEvent } from "@/lib/activities/commit/schema";
import { type CheckTotals, pauseEvent } from "@/lib/activities/pause/schema";
import { reframeEvent } from "@/lib/activities/reframe/schema";
import { scaleEvent } from "@/lib/activities/scale/schema";
import { readEvent, readPlan } from "@/lib/session/stored";
import type { Db } from "@/server/db/client";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";

/** What the log of a session says, in the terms of its participants. */
export interface Logged {
  /** Revealed cards by their mark's hash. */
  cards: Map<string, { id: string; text: string }>;
  revealedTwice: number;
  /** Batches of which something was revealed, as `activity/batch`. */
  batchesWithReveal: Set<string>;
  /** Cards that came too late and went with the close, by activity. */
  destroyed: Map<string, number>;
  /** How often each kind of event happened. */
  events: Map<string, number>;
  /** Card ids and positions that may be on a screen. */
  shown: Set<string>;
  /** Minutes that facilitators added. */
  minutes: number;
  /** Pairs of a second asking, by item; the plan has no other scale that is counted. */
  shifts: Map<string, Extract<z.infer<typeof scaleEvent>, { type: "pairsCounted" }>["items"]>;
  votes: Map<string, Extract<z.infer<typeof reframeEvent>, { type: "votesCounted" }>["cases"]>;
  finished: Map<string, z.infer<typeof commitEvent>>;
  /** Dots with the themes that there were when they were counted. */
  dots: Map<string, { dots: Record<string, number> | null; themes: readonly string[] }>;
  checks: Map<string, CheckTotals>;
}

export async function readLog(db: Db, id: string): Promise<Logged> {
  const log: Logged = {
    cards: new Map(),
    revealedTwice: 0,
    batchesWithReveal: new Set(),
    destroyed: new Map(),
    events: new Map(),
    shown: new Set(),
    minutes: 0,
    shifts: new Map(),
    votes: new Map(),
    finished: new Map(),
    dots: new Map(),
    checks: new Map(),
  };
  const themes = new Set<string>();
  const [session] = await db
    .select({ plan: sessions.plan })
    .from(sessions)
    .where(eq(sessions.id, id));
  const plan = readPlan(session?.plan);
  const rows = await db
    .select({ event: sessionEvents.event })
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, id))
    .orderBy(sessionEvents.seq);
  for (const row of rows) {
    const event = readEvent(row.event, plan);
    log.events.set(event.type, (log.events.get(event.type) ?? 0) + 1);
    if (event.type === "phaseStarted") log.shown.add(`${event.activity}/${event.phase}`);
    if (event.type === "clockSet") log.minutes += event.addedMinutes;
    if (event.type === "activityClosed") log.shown.add(`${event.activity}/closed`);
    if (event.type !== "activity") continue;
    const collected = collectEvent.safeParse(event.event);
    if (collected.success) {
      const { data } = collected;
      // Both kinds with cards reveal and destroy them by the same events.
      if (data.type === "cardsRevealed")
        log.batchesWithReveal.add(`${event.activity}/${data.batch}`);
      if (data.type === "lateCardsDestroyed") log.destroyed.set(event.activity, data.count);
      if (data.type === "themeNamed") themes.add(data.themeId);
      if (data.type === "themeRemoved") themes.delete(data.themeId);
      if (data.type === "dotsCounted") {
        log.dots.set(event.activity, { dots: data.dots, themes: [...themes] });
      }
    }
    for (const card of collected.success ? cardsOf(collected.data) : []) {
      if (log.cards.has(card.markHash)) log.revealedTwice += 1;
      log.cards.set(card.markHash, card);
      log.shown.add(`card ${card.id}`);
    }
    const scores = scaleEvent.safeParse(event.event);
    if (scores.success && scores.data.type === "pairsCounted") {
      log.shifts.set(event.activity, scores.data.items);
    }
    const votes = reframeEvent.safeParse(event.event);
    if (votes.success && votes.data.type === "votesCounted") {
      log.votes.set(event.activity, votes.data.cases);
    }
    const finished = commitEvent.safeParse(event.event);
    const checks = pauseEvent.safeParse(event.event);
    if (checks.success) log.checks.set(event.activity, checks.data.totals);
    if (finished.success) log.finished.set(event.activity, finished.data);
  }
  return log;
}

const cardsOf = (event: z.infer<typeof collectEvent>) =>
  event.type === "cardsRevealed" ? event.cards : [];
