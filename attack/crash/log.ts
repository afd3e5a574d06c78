import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { collectEvent } from "@/lib/activities/collect/schema";
import { commitEvent } from "@/lib/activities/commit/schema";
import { reframeEvent } from "@/lib/activities/reframe/schema";
import { scaleEvent } from "@/lib/activities/scale/schema";
import { sessionEvent } from "@/lib/session/events";
import type { Db } from "@/server/db/client";
import { sessionEvents } from "@/server/db/schema/sessions";

/** What the log of a session says, in the terms of its participants. */
export interface Logged {
  /** Revealed cards by their mark's hash. */
  cards: Map<string, { id: string; text: string }>;
  revealedTwice: number;
  activitiesWithReveal: Set<string>;
  /** Card ids and positions that may be on a screen. */
  shown: Set<string>;
  /** Minutes that facilitators added. */
  minutes: number;
  scores: Map<string, Counted<typeof scaleEvent, "items">>;
  votes: Map<string, Extract<z.infer<typeof reframeEvent>, { type: "votesCounted" }>["cases"]>;
  finished: Map<string, z.infer<typeof commitEvent>>;
}

type Counted<
  Schema extends z.ZodMiniType,
  Key extends keyof z.infer<Schema>,
> = z.infer<Schema>[Key];

export async function readLog(db: Db, id: string): Promise<Logged> {
  const log: Logged = {
    cards: new Map(),
    revealedTwice: 0,
    activitiesWithReveal: new Set(),
    shown: new Set(),
    minutes: 0,
    scores: new Map(),
    votes: new Map(),
    finished: new Map(),
  };
  const rows = await db
    .select({ event: sessionEvents.event })
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, id))
    .orderBy(sessionEvents.seq);
  for (const row of rows) {
    const event = sessionEvent.parse(row.event);
    if (event.type === "phaseStarted") log.shown.add(`${event.activity}/${event.phase}`);
    if (event.type === "clockSet") log.minutes += event.addedMinutes;
    if (event.type === "activityClosed") log.shown.add(`${event.activity}/closed`);
    if (event.type !== "activity") continue;
    for (const card of cardsOf(event.event)) {
      if (log.cards.has(card.markHash)) log.revealedTwice += 1;
      log.cards.set(card.markHash, card);
      log.shown.add(`card ${card.id}`);
      log.activitiesWithReveal.add(event.activity);
    }
    const scores = scaleEvent.safeParse(event.event);
    if (scores.success) log.scores.set(event.activity, scores.data.items);
    const votes = reframeEvent.safeParse(event.event);
    if (votes.success && votes.data.type === "votesCounted") {
      log.votes.set(event.activity, votes.data.cases);
    }
    const finished = commitEvent.safeParse(event.event);
    if (finished.success) log.finished.set(event.activity, finished.data);
  }
  return log;
}

function cardsOf(event: unknown) {
  // Both kinds with cards reveal them by the same event.
  const parsed = collectEvent.safeParse(event);
  return parsed.success && parsed.data.type === "cardsRevealed" ? parsed.data.cards : [];
}
