import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { cardEvent } from "@/lib/activities/card-events";
import { initialState } from "@/lib/session/state";
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
  /** The events of each activity's own kind, in order, but for those of its cards. */
  activities: Map<string, { kind: string; events: unknown[] }>;
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
    activities: new Map(),
  };
  const [session] = await db
    .select({ plan: sessions.plan })
    .from(sessions)
    .where(eq(sessions.id, id));
  const state = initialState(readPlan(session?.plan));
  for (const { key, kind } of state.plan.activities) log.activities.set(key, { kind, events: [] });
  const rows = await db
    .select({ event: sessionEvents.event })
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, id))
    .orderBy(sessionEvents.seq);
  for (const row of rows) {
    const event = readEvent(row.event, state);
    log.events.set(event.type, (log.events.get(event.type) ?? 0) + 1);
    if (event.type === "phaseStarted") log.shown.add(`${event.activity}/${event.phase}`);
    if (event.type === "clockSet") log.minutes += event.addedMinutes;
    if (event.type === "activityClosed") log.shown.add(`${event.activity}/closed`);
    if (event.type !== "activity") continue;
    const ofCards = cardEvent.safeParse(event.event);
    if (ofCards.success) noteCards(log, event.activity, ofCards.data);
    else log.activities.get(event.activity)?.events.push(event.event);
  }
  return log;
}

function noteCards(log: Logged, activity: string, event: z.infer<typeof cardEvent>): void {
  if (event.type === "lateCardsDestroyed") log.destroyed.set(activity, event.count);
  if (event.type !== "cardsRevealed") return;
  log.batchesWithReveal.add(`${activity}/${event.batch}`);
  for (const card of event.cards) {
    if (log.cards.has(card.markHash)) log.revealedTwice += 1;
    log.cards.set(card.markHash, card);
    log.shown.add(`card ${card.id}`);
  }
}
