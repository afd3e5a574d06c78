import { createHmac } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type SeriesScores, seriesScores as scoresSchema } from "@/lib/series/series-schema";
import type { SeriesWords } from "@/lib/series/series-words";
import type { Db } from "@/server/db/client";
import { series, seriesScores, sessions } from "@/server/db/schema/sessions";

/** Far above any group; what a room of planted phones can fill a table with ends somewhere. */
const KEPT_MAX = 2_000;

/** What the series of a session keeps, as far as a batch asks for it, and what the batch changes. */
export interface SeriesRows {
  /** Whether there is a series that still keeps anything. */
  isKept: boolean;
  scores(words: SeriesWords): SeriesScores | null;
  keep(words: SeriesWords, scores: SeriesScores): void;
  /** Writes what `keep` gathered. */
  flush(tx: Pick<Db, "insert">): Promise<void>;
}

export const noSeries: SeriesRows = {
  isKept: false,
  scores: () => null,
  keep: () => {
    throw new Error("A command kept something in a series that there isn't");
  },
  flush: async () => undefined,
};

/** `HMAC(K_series, words)`: the language counts, since the same places are other words in another. */
const tagOfWords = (key: string, { language, words }: SeriesWords): string =>
  createHmac("sha256", Buffer.from(key, "hex"))
    .update(JSON.stringify([language, ...words]))
    .digest("hex");

/** Loads what is kept under these words. */
export async function loadSeriesRows(
  tx: Pick<Db, "select" | "$count">,
  sessionId: string,
  asked: readonly SeriesWords[],
): Promise<SeriesRows> {
  const [own] = await tx
    .select({ id: series.id, key: series.key })
    .from(series)
    .innerJoin(sessions, eq(sessions.seriesId, series.id))
    .where(eq(sessions.id, sessionId));
  if (!own) return noSeries;
  const tags = asked.map((words) => tagOfWords(own.key, words));
  const rows =
    tags.length === 0
      ? []
      : await tx
          .select()
          .from(seriesScores)
          .where(and(eq(seriesScores.seriesId, own.id), inArray(seriesScores.tag, tags)));
  const known = new Map(rows.map(({ tag, scores }) => [tag, scoresSchema.parse(scores)]));
  const isFull = (await tx.$count(seriesScores, eq(seriesScores.seriesId, own.id))) >= KEPT_MAX;
  const changed = new Map<string, SeriesScores>();
  return {
    isKept: !isFull,
    scores: (words) => known.get(tagOfWords(own.key, words)) ?? null,
    keep(words, scores) {
      const tag = tagOfWords(own.key, words);
      known.set(tag, scores);
      changed.set(tag, scores);
    },
    async flush(writing) {
      if (changed.size === 0) return;
      await writing
        .insert(seriesScores)
        .values([...changed].map(([tag, scores]) => ({ seriesId: own.id, tag, scores })))
        .onConflictDoUpdate({
          target: [seriesScores.seriesId, seriesScores.tag],
          set: { scores: sql`excluded.scores` },
        });
    },
  };
}

/** Ends the series of a session, with all that it keeps. */
export async function endSeries(tx: Pick<Db, "select" | "delete">, sessionId: string) {
  const ofSession = tx
    .select({ id: sessions.seriesId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  await tx.delete(series).where(inArray(series.id, ofSession));
}
