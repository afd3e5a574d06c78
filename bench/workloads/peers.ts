import type { Figures } from "@/bench/figures";
import type { Fleet } from "@/bench/load/fleet";
import { changeInPeer, enterPeer, leavePeer, seenInPeer } from "@/bench/load/orders";
import { measured, ofRounds } from "@/bench/measured";
import { type Peer, peers, startPeer } from "@/bench/peers/peer-server";
import { sum } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";

/** A card as people write them. */
const CHARACTERS = 120;

/** The slowest screen gets so long after the last change. */
const SETTLE_MS = 1_500;

/** Changes before anything is counted, so that everybody's code is compiled. */
const WARM = { perSecond: 50, seconds: 1 };

export const otherServers: Workload = {
  name: "peers",
  what: `A card of ${CHARACTERS} characters is put up or changed by one and seen by all others, on the servers that Aufwind is measured against: in turns, in several rounds. None of them checks or stores anything. Bytes are those of one change and client.`,
  async run(bench) {
    const { rounds } = bench.size.peers;
    const gathered = new Map<string, Figures[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const peer of peers) {
        const work = { ...bench.size.peers, characters: CHARACTERS, warm: WARM };
        for (const row of await runPeer(bench.fleet, peer, work)) {
          gathered.set(row.case, [...(gathered.get(row.case) ?? []), row]);
        }
      }
      bench.say(`  round ${round + 1} of ${rounds}`);
    }
    const all = [...gathered.values()].map(ofRounds);
    return { rows: all.map(({ median }) => median), rounds: all };
  },
};

/** What a peer is given to do: changes at several rates, each seen by all of its clients. */
interface PeerWork {
  clients: number;
  perSecond: readonly number[];
  seconds: number;
  /** Of what is changed. */
  characters: number;
  /** What it does before anything is counted. */
  warm: { perSecond: number; seconds: number };
}

/** Lets a peer do it, in a process that nothing else has run in. */
export async function runPeer(
  fleet: Fleet,
  peer: Peer,
  { clients, perSecond: rates, seconds, characters, warm }: PeerWork,
): Promise<Figures[]> {
  const server = await startPeer(peer);
  try {
    await fleet.askAll(enterPeer, (seed) => ({
      protocol: peer.protocol,
      port: server.port,
      clients: Math.ceil(clients / fleet.size),
      seed,
    }));
    await change(fleet, { ...warm, characters });
    const rows = [];
    for (const perSecond of rates) {
      rows.push(
        await measured(server, async () => {
          const { offered, seen } = await change(fleet, { perSecond, seconds, characters });
          const shown = sum(seen.marks.map((times) => times.length));
          return {
            case: `${peer.name}: ${perSecond}/s seen by ${seen.clients}`,
            offered,
            done: offered,
            lost: offered * seen.clients - shown,
            offeredMs: seconds * 1_000,
            tookMs: seen.lastMs,
            seenMs: seen.marks.flat(),
            bytes: seen.bytes,
            clients: seen.clients * offered,
          };
        }),
      );
    }
    await fleet.askAll(leavePeer, () => ({}));
    return rows;
  } finally {
    await server.stop();
  }
}

/** Lets all generators change cards at the same time; when each client saw each change after it was sent. */
async function change(
  fleet: Fleet,
  {
    perSecond,
    seconds,
    characters,
  }: { perSecond: number } & Pick<PeerWork, "seconds" | "characters">,
) {
  const sent = await fleet.askAll(changeInPeer, () => ({
    perSecond: perSecond / fleet.size,
    seconds,
    characters,
    settleMs: SETTLE_MS,
  }));
  const sentAt = new Map(sent.flatMap((part) => part.sentAt.map(({ mark, at }) => [mark, at])));
  const parts = await fleet.askAll(seenInPeer, () => ({}));
  const marks = parts.flatMap((part) =>
    part.marks.flatMap(({ mark, at }) => {
      const from = sentAt.get(mark);
      return from === undefined ? [] : [at.map((each) => each - from)];
    }),
  );
  const firstAt = Math.min(...sentAt.values());
  // More than a call takes as arguments: each client saw each change.
  const lastAt = parts
    .flatMap((part) => part.marks.flatMap(({ at }) => at))
    .reduce((latest, each) => Math.max(latest, each), firstAt);
  return {
    offered: sentAt.size,
    seen: {
      marks,
      lastMs: lastAt - firstAt,
      bytes: sum(parts.map(({ bytes }) => bytes)),
      clients: sum(parts.map(({ clients }) => clients)),
    },
  };
}
