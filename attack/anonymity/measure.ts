import { sql } from "drizzle-orm";
import { openLobby } from "@/attack/anonymity/room";
import { filesOf } from "@/attack/anonymity/summary";
import { withoutChance } from "@/attack/anonymity/twins";
import { viewsIn } from "@/attack/anonymity/views";
import type { SessionView } from "@/lib/session/view-schema";
import type { LiveClient } from "@/server/simulated/live-client";
import type { OwnNode } from "@/server/testing/own-node";

/** One phone's part in a measure that is taken twice. */
export interface Rated {
  /** Null: not there the first time. */
  before: number | null;
  /** Null: gone by the second time. */
  after: number | null;
  /** A planted phone: what it says that it answered the first time, when it answered nothing. */
  claims?: number;
}

/** What a measure asks. */
export const measured = ["personally", "distance", "contact"];

/** All that an adversary in the room holds of it: what everybody was sent, the log, the files. */
export interface Held {
  session: string;
  /** What each watcher saw, frame by frame. */
  seen: SessionView[];
  log: string[];
  files: string[];
}

const ACTIVITIES: readonly string[] = ["before", "after", "close"];

/** Plays the measure before and after with these phones, each in its place, to the session's end. */
export async function playMeasure(at: OwnNode, parts: readonly Rated[]): Promise<Held> {
  const room = await openLobby(at, (activities) =>
    activities.filter(({ key }) => ACTIVITIES.includes(key)),
  );
  const { session } = room;
  const phones = new Map<Rated, LiveClient>();
  const join = async (some: readonly Rated[]) => {
    for (const part of some) phones.set(part, await room.join());
  };
  const isEarly = ({ before, claims }: Rated) => before !== null || claims !== undefined;
  await join(parts.filter(isEarly));
  await room.begin();
  await room.to("before", "ask");
  // Their answers stay on the phones; a planted one tries to hand in all the same.
  for (const phone of phones.values()) {
    const scores = measured.map((item) => ({ item, score: 0, before: null }));
    await phone.act({ type: "castScores", revision: 1, scores });
  }
  await join(parts.filter((each) => !isEarly(each)));
  await room.to("after", "ask");
  for (const [{ before, after, claims = before }, phone] of phones) {
    if (after === null) continue;
    const scores = measured.map((item) => ({ item, score: after, before: claims }));
    await phone.act({ type: "castScores", revision: 1, scores });
  }
  await room.to("after", "show");
  await room.to("close", "show");
  await room.end();
  const { rows } = await at.node.server.db.execute<{ event: string }>(
    sql`select event::text from session_events where session_id = ${session} order by seq`,
  );
  return {
    session,
    seen: room.everybody().flatMap(({ frames }) => viewsIn(frames)),
    log: rows.map(({ event }) => event),
    files: await filesOf(at.node, await at.account(), session),
  };
}

/** What is left of it without chance, and without the soft counts, which come by themselves. */
export function essenceOf({ seen, log, files }: Held): string[] {
  const activities = seen.map(({ activity }) => JSON.stringify(activity));
  return [...new Set([...activities, ...log, ...files].map(withoutChance))].sort();
}
