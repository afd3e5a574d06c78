import { sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";

/** The database's clock inside a query, ms since 1970; a number in JavaScript too. */
export const databaseNow =
  sql<number>`extract(epoch from clock_timestamp())::float8 * 1000`.mapWith((value) =>
    Math.round(Number(value)),
  );

/** Asked so often at the start: one question alone may have waited somewhere on its way. */
const ASKED_AT_START = 5;
/** The clocks of two machines drift apart by a few milliseconds in this time. */
const ASKED_EVERY_MS = 30_000;
/** Answers that are remembered; the one that came back fastest is the nearest to the truth. */
const ANSWERS_KEPT = 8;
/** What a clock that only drifts can't explain: it was set meanwhile. */
const SET_FROM_MS = 100;

/** The clock that deadlines are written by, without asking for it each time. */
export interface DatabaseClock {
  /** ms since 1970. Goes on while the database is away. */
  now(): number;
  close(): void;
}

interface Answer {
  /** What the database's clock is ahead of `elapsed`. */
  ahead: number;
  /** How long it took: the answer is wrong by half of it at most. */
  took: number;
}

/**
 * Follows the database's clock, by which every deadline is made: a process whose own clock is wrong
 * would otherwise show every countdown wrong by as much (P88). Does not look at the process's own
 * clock at all, so that setting it changes nothing.
 */
export async function startDatabaseClock(db: Db, log: Log): Promise<DatabaseClock> {
  let answers: Answer[] = [];

  const ask = async (): Promise<void> => {
    const sent = elapsed();
    const { rows } = await db.execute<{ now: string }>(sql`select ${databaseNow} as now`);
    const took = elapsed() - sent;
    const answer = { ahead: Number(rows[0]?.now) - sent - took / 2, took };
    const agreeing = answers.filter(
      (each) => Math.abs(each.ahead - answer.ahead) <= (each.took + took) / 2 + SET_FROM_MS,
    );
    answers = [...agreeing, answer].slice(-ANSWERS_KEPT);
  };

  for (let times = 0; times < ASKED_AT_START; times += 1) await ask();
  const timer = setInterval(() => {
    ask().catch((error: unknown) => log.debug({ err: error }, "the database told no time"));
  }, ASKED_EVERY_MS);

  return {
    now() {
      const best = answers.reduce((a, b) => (b.took < a.took ? b : a));
      return Math.round(elapsed() + best.ahead);
    },
    close: () => clearInterval(timer),
  };
}
