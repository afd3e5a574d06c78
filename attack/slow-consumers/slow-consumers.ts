import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Installation, install } from "@/attack/crash/installation";
import {
  keptFigures,
  limitOf,
  readAtLast,
  type StalledPeer,
  stallPolling,
  stallWebSocket,
} from "@/attack/slow-consumers/stalled-peer";
import { cardEvent } from "@/lib/activities/card-events";
import type { SessionEvent } from "@/lib/session/events";
import { initialState } from "@/lib/session/state";
import { readPlan, storedEvent } from "@/lib/session/stored";
import { connect } from "@/server/db/client";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { viewBody } from "@/server/rooms/view-packet";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { advanceTo, here } from "@/server/testing/workshop";

export interface SlowConsumersOptions {
  /** Peers per transport that stop reading. */
  peers: number;
  cards: number;
  /** Positive control: the same product without the limit. */
  uncapped?: boolean;
}

/** As many as one socket may send at once. */
const RESYNCS = 40;

const transports = { websocket: stallWebSocket, polling: stallPolling };

/** Peers that stop reading while they ask for large views; what the server keeps for them. */
export async function attackBySlowConsumers(options: SlowConsumersOptions) {
  const installation = await install({ nodes: 1, uncapped: options.uncapped ?? false });
  const figures: Record<string, string | number>[] = [];
  const defects: string[] = [];
  const open: { close(): void }[] = [];
  try {
    const url = installation.urls[0] ?? "";
    const { id, facilitator } = await largeSession(installation, options.cards);
    open.push(facilitator);
    const honest = await connectClient(url, {
      role: "participant",
      session: id,
      device: randomId(),
    });
    open.push(honest);
    await honest.until((view) => Object.keys(view.cards).length === options.cards);

    for (const [transport, stall] of Object.entries(transports)) {
      const { rss: before } = await installation.first().health();
      const devices = Array.from({ length: options.peers }, () => randomId());
      const peers: StalledPeer[] = [];
      for (const device of devices) {
        peers.push(await stall(url, { role: "participant", session: id, device }));
      }
      open.push(...peers);
      for (let times = 0; times < RESYNCS; times += 1) {
        await Promise.all(peers.map((peer) => peer.ask("resync")));
      }
      // Whoever reads is answered and sees what changes, with all of them stalled.
      const ends = honest.view?.activity?.clock?.endsAt;
      const answer = await facilitator.send({
        type: "addMinutes",
        minutes: 1,
        from: here(facilitator),
      });
      if (!answer.ok) defects.push(`${transport}: a facilitator was refused: ${answer.code}`);
      await honest.until((view) => view.activity?.clock?.endsAt !== ends);
      const { rss: during } = await installation.first().health();

      const view = Math.max(...honest.frames.map(bytesOnTheWire));
      const read = await readAtLast(peers, {
        enough: (RESYNCS - 1) * view,
        uncapped: options.uncapped ?? false,
      });
      figures.push({
        transport,
        limit: limitOf(options.uncapped ?? false),
        peers: options.peers,
        "views asked for": options.peers * RESYNCS,
        ...keptFigures({ before, during }, read),
      });
      defects.push(...read.defects.map((each) => `${transport}: ${each}`));
      for (const peer of peers) peer.close();

      // Back again, it sees what everybody sees.
      const [device = randomId()] = devices;
      const back = await connectClient(url, { role: "participant", session: id, device });
      open.push(back);
      if (same(back) !== same(honest))
        defects.push(`${transport}: a peer came back to another view`);
    }
    return { figures, defects };
  } finally {
    for (const each of open) each.close();
    await installation.stop();
  }
}

const bytesOnTheWire = (frame: string): number => viewBody(frame, "participant").bytes.length;

const same = ({ records }: LiveClient) => JSON.stringify([...records].sort());

/** A session whose log says that many cards were revealed, as a very large room would leave it. */
async function largeSession(installation: Installation, cards: number) {
  const { id, cookie } = await installation.first().open(null, 0);
  const facilitator = await connectClient(
    installation.urls[0] ?? "",
    { role: "facilitator", session: id },
    { cookie: cookie ?? "" },
  );
  await facilitator.send({ type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  await advanceTo(facilitator, "small-no", "reveal");
  const revealed = cardEvent.parse({
    type: "cardsRevealed",
    batch: 0,
    cards: Array.from({ length: cards }, () => ({
      id: randomId(),
      // Four hundred characters that deflating makes no shorter.
      text: randomBytes(300).toString("base64"),
      attributes: {},
      markHash: hashSecret(randomId()),
    })),
    consents: {},
  });
  const event: SessionEvent = { type: "activity", activity: "small-no", event: revealed };
  const connection = connect(installation.databaseUrl());
  try {
    await connection.db.transaction(async (tx) => {
      const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).for("update");
      if (!row) throw new Error("The session is gone");
      await tx.insert(sessionEvents).values({
        ...{ sessionId: id, seq: row.seq + 1 },
        event: storedEvent(event, initialState(readPlan(row.plan))),
      });
      await tx
        .update(sessions)
        .set({ seq: row.seq + 1, rev: row.rev + 1 })
        .where(eq(sessions.id, id));
    });
  } finally {
    await connection.close();
  }
  await facilitator.until((view) => Object.keys(view.cards).length === cards);
  return { id, facilitator };
}
