import { createHmac } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { type SeriesScores, seriesScores as scoresSchema } from "@/lib/series/series-schema";
import type { SeriesWords } from "@/lib/series/series-words";
import { type Upcast, upcast, versioned } from "@/lib/upcast";
import type { Db } from "@/server/db/client";
import { series, seriesScores, sessions } from "@/server/db/schema/sessions";

/** Far above any group; what a room of planted phones can fill a table with ends somewhere. */
const KEPT_MAX = 2_000;

/** From version to version of what a series keeps under four words. */
const keptUpcasts: readonly Upcast[] = [];
const keptShape = z.strictObject({ scores: scoresSchema });

/** What the series of a session keeps, as far as a batch asks for it, and what the batch changes. */
export interface SeriesRows {
  /** Whether there is a series that takes something under these words; what it keeps already, always. */
  mayKeep(words: SeriesWords): boolean;
  scores(words: SeriesWords): SeriesScores | null;
  keep(words: SeriesWords, scores: SeriesScores): void;
  /** Writes what `keep` gathered. */
  flush(tx: Pick<Db, "insert">): Promise<void>;
}

export const noSeries: SeriesRows = {
  mayKeep: () => false,
  scores: () => null,
  keep: () => {
    throw new Error("A command kept something in a series that there isn't");
  },
  flush: async () => undefined,
};

const readKept = (stored: unknown): SeriesScores =>
  keptShape.parse(upcast(stored, keptUpcasts)).scores;

/** `HMAC(K_series, words)`: the language counts, since the same places are other words in another. */
const tagOfWords = (key: string, { language, words }: SeriesWords): string =>
  createHmac("sha256", Buffer.from(key, "hex"))
    .update(JSON.stringify([language, ...words]))
    .digest("hex");

/** Loads what is kept under the words that a batch asks about, or keeps something under. */
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
  const known = new Map(rows.map(({ tag, kept }) => [tag, readKept(kept)]));
  let count = await tx.$count(seriesScores, eq(seriesScores.seriesId, own.id));
  const changed = new Map<string, SeriesScores>();
  return {
    mayKeep: (words) => count < KEPT_MAX || known.has(tagOfWords(own.key, words)),
    scores: (words) => known.get(tagOfWords(own.key, words)) ?? null,
    keep(words, scores) {
      const tag = tagOfWords(own.key, words);
      if (!known.has(tag)) count += 1;
      known.set(tag, scores);
      changed.set(tag, scores);
    },
    async flush(writing) {
      if (changed.size === 0) return;
      await writing
        .insert(seriesScores)
        .values(
          [...changed].map(([tag, scores]) => ({
            ...{ seriesId: own.id, tag },
            kept: versioned({ scores }, keptUpcasts),
          })),
        )
        .onConflictDoUpdate({
          target: [seriesScores.seriesId, seriesScores.tag],
          set: { kept: sql`excluded.kept` },
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
