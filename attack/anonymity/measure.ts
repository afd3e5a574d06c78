import { sql } from "drizzle-orm";
import { filesOf } from "@/attack/anonymity/summary";
import { viewsIn } from "@/attack/anonymity/views";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { advanceTo, type Node, openSession, openStage } from "@/server/testing/workshop";

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
export async function playMeasure(
  node: Node,
  account: { id: string; cookie: string },
  parts: readonly Rated[],
): Promise<Held> {
  const { facilitator, id: session } = await openSession(node, account, (activities) =>
    activities.filter(({ key }) => ACTIVITIES.includes(key)),
  );
  const stage = await openStage(node, { account, id: session });
  const phones = new Map<Rated, LiveClient>();
  const join = async (part: Rated) => {
    const shake = { role: "participant", session, device: randomId() } as const;
    phones.set(part, await connectClient(node.url, shake));
  };
  const isEarly = ({ before, claims }: Rated) => before !== null || claims !== undefined;
  for (const part of parts.filter(isEarly)) await join(part);
  await facilitator.until((view) => view.people?.joined === phones.size);
  await facilitator.send({ type: "begin", endsAt: null });
  const to = async (activity: string, phase: string) => {
    await advanceTo(facilitator, activity, phase);
    for (const client of [stage, ...phones.values()]) {
      await client.until(
        (view) => view.planned?.key === activity && view.activity?.phase === phase,
      );
    }
  };
  await to("before", "ask");
  // Their answers stay on the phones; a planted one tries to hand in all the same.
  for (const phone of phones.values()) {
    const scores = measured.map((item) => ({ item, score: 0, before: null }));
    await phone.act({ type: "castScores", revision: 1, scores });
  }
  for (const part of parts.filter((each) => !isEarly(each))) await join(part);
  await to("after", "ask");
  for (const [{ before, after, claims = before }, phone] of phones) {
    if (after === null) continue;
    const scores = measured.map((item) => ({ item, score: after, before: claims }));
    await phone.act({ type: "castScores", revision: 1, scores });
  }
  await to("after", "show");
  await to("close", "show");
  await facilitator.send({ type: "end" });
  const everybody = [facilitator, stage, ...phones.values()];
  for (const client of everybody) {
    await client.until((view) => view.session.status === "finished");
    client.close();
  }
  const { rows } = await node.server.db.execute<{ event: string }>(
    sql`select event::text from session_events where session_id = ${session} order by seq`,
  );
  return {
    session,
    seen: everybody.flatMap((client) => viewsIn(client.frames)),
    log: rows.map(({ event }) => event),
    files: await filesOf(node, account, session),
  };
}

/**
 * What is left of it when ids, moments and the soft counts are taken out, which are chance's and not
 * any answer's: the same for two rooms that are told apart by nothing.
 */
export function withoutChance({ seen, log, files }: Held): string[] {
  const activities = seen.map(({ activity }) => JSON.stringify(activity));
  const still = (text: string) =>
    text.replace(/[0-9a-f]{32,}/g, "id").replace(/\b1\d{12}\b/g, "moment");
  return [...new Set([...activities, ...log, ...files].map(still))].sort();
}
