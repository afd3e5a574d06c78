import type { SeriesScores } from "@/lib/series/series-schema";
import type { SeriesWords } from "@/lib/series/series-words";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import type { OwnNode } from "@/server/testing/own-node";
import { begin } from "@/server/testing/workshop";

/** Four words that no other number gives. */
export const wordsOf = (number: number): SeriesWords => ({
  language: "de",
  words: [number, number + 100, number + 200, number + 300],
});

/** What somebody answered at the first meeting, the same for the same number. */
export const scoresOf = (number: number): SeriesScores => ({
  personally: number % 11,
  distance: (number + 3) % 11,
  contact: (number + 7) % 11,
});

/** A meeting that has begun, with so many phones; all clients are closed with the node. */
export async function holdMeeting(
  at: OwnNode,
  templateId: "series-1" | "series-3" | "series-4",
  { phones, after }: { phones: number; after?: string },
) {
  const { id: userId, cookie } = await at.account();
  const how = { userId, templateId, address: "du", language: "de" } as const;
  const { id } = await at.node.server.sessions.open({ ...how, ...(after ? { after } : {}) });
  const facilitator = await connectClient(
    at.node.url,
    { role: "facilitator", session: id },
    { cookie },
  );
  const devices = Array.from({ length: phones }, () => randomId());
  const participants = await Promise.all(
    devices.map((device) =>
      connectClient(at.node.url, { role: "participant", session: id, device }),
    ),
  );
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  return { id, facilitator, participants, devices };
}

/** What a phone sends once its owner has drawn words. */
export const keep = (phone: LiveClient, words: SeriesWords, scores: SeriesScores) =>
  phone.send({ type: "keepInSeries", words, scores });

/** What it sends when they are typed in at the last meeting. */
export const recall = (phone: LiveClient, words: SeriesWords) =>
  phone.act({ type: "recallScores", words });
