import { sql } from "drizzle-orm";
import { openLobby } from "@/attack/anonymity/room";
import { filesOf } from "@/attack/anonymity/summary";
import { withoutChance } from "@/attack/anonymity/twins";
import { viewsIn } from "@/attack/anonymity/views";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { planAround } from "@/lib/workshops/single-activity";
import type { OwnNode } from "@/server/testing/own-node";

/** Both questions of an activity of which the second may be left open; null: it was. */
export interface Answers {
  guess: number;
  lived: number | null;
}

/** How a phone hands in that something was left open. */
export type Way =
  /** As ours do: a ballot as any other. */
  | "ballot"
  /** A leak on purpose: nothing at all. */
  | "nothing";

/** All that somebody gets who attacks: what was sent, the log, the files, and the disk while it was asked. */
export interface LeftOpen {
  told: string[];
  /** How many rows there were by question, and how many each transaction wrote. */
  rows: string[];
}

const { key } = tenRequests.activity;

/** Holds the activity by itself with these people, in their order, to the session's end. */
export async function playLeftOpen(
  at: OwnNode,
  people: readonly Answers[],
  way: Way = "ballot",
): Promise<LeftOpen> {
  const room = await openLobby(at, () => [...planAround(tenRequests).activities]);
  const phones = [];
  for (const each of people) phones.push({ phone: await room.join(), ...each });
  await room.begin();
  await room.to(key, "ask");
  for (const { phone, guess, lived } of phones) {
    const scores = [
      { item: "guess", score: guess, before: null },
      ...(lived === null && way === "nothing"
        ? []
        : [{ item: "experience", score: lived, before: null }]),
    ];
    const answer = await phone.act({ type: "castScores", revision: 1, scores });
    if (!answer.ok) throw new Error(answer.code);
  }
  const { session } = room;
  const { db } = at.node.server;
  const { rows } = await db.execute<{ written: string }>(
    sql`select string_agg(slot, ',' order by slot) as written from sealed_ballots
      where session_id = ${session} group by xmin::text order by written`,
  );
  await room.to(key, "show");
  await room.to("close", "show");
  await room.end();
  const log = await db.execute<{ event: string }>(
    sql`select event::text from session_events where session_id = ${session} order by seq`,
  );
  const seen = room
    .everybody()
    .flatMap(({ frames }) => viewsIn(frames))
    .map(({ activity }) => JSON.stringify(activity));
  const files = await filesOf(at.node, await at.account(), session);
  const told = [...seen, ...log.rows.map(({ event }) => event), ...files].map(withoutChance);
  return { told: [...new Set(told)].sort(), rows: rows.map(({ written }) => written) };
}
