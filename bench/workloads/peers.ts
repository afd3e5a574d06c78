import { type Figures, isCarried } from "@/bench/figures";
import type { Fleet } from "@/bench/load/fleet";
import { changeInPeer, enterPeer, leavePeer, seenInPeer } from "@/bench/load/orders";
import { measured, ofRounds } from "@/bench/measured";
import { type Peer, peers, startPeer } from "@/bench/peers/peer-server";
import { PEERS } from "@/bench/servers";
import { sum } from "@/bench/workloads/crowd";
import { delaysOf, SETTLE_MS } from "@/bench/workloads/delays";
import { ownChanges } from "@/bench/workloads/own-changes";
import type { ChangeWork, Workload } from "@/bench/workloads/workload";
import { BOARD_CARDS_MAX } from "@/lib/documents/limits";

/** A card as people write them. */
const CHARACTERS = 120;

export const otherServers: Workload = {
  name: PEERS,
  what: `What one does and all others see, on Aufwind and on the servers that it is measured against: in turns, in several rounds, at higher and higher rates until one doesn't carry it any more. On the others a card of ${CHARACTERS} characters is put up or changed, and none of them checks or stores anything. Aufwind shows nobody's words before they are let through, so there it is people who move cards (“board open”: seen on screens that have the board open, as stage and console do; “in views”: as phones follow it, in a view a second; above 500/s several cards at once), and a facilitator who lets held cards of ${CHARACTERS} characters through one by one. What comes after a later change of the same card counts as seen with that. Bytes are those of one change and client. Decision 0127.`,
  async run(bench) {
    const { rounds } = bench.size.peers;
    const work = { ...bench.size.peers, characters: CHARACTERS };
    const gathered = new Map<string, Figures[]>();
    const note = (row: Figures) => gathered.set(row.case, [...(gathered.get(row.case) ?? []), row]);
    for (let round = 0; round < rounds; round += 1) {
      for (const row of await ownChanges(bench, work)) note(row);
      for (const peer of peers) {
        for (const row of await runPeer(bench.fleet, peer, work)) note(row);
      }
      bench.say(`  round ${round + 1} of ${rounds}`);
    }
    const all = [...gathered.values()].map(ofRounds);
    return { rows: all.map(({ median }) => median), rounds: all };
  },
};

/** Lets a peer do it, in a process that nothing else has run in, until it doesn't carry a rate. */
export async function runPeer(
  fleet: Fleet,
  peer: Peer,
  { clients, perSecond: rates, warm, ...work }: ChangeWork,
): Promise<Figures[]> {
  const server = await startPeer(peer);
  try {
    await fleet.askAll(enterPeer, (seed) => ({
      protocol: peer.protocol,
      port: server.port,
      clients: Math.ceil(clients / fleet.size),
      seed,
    }));
    await change(fleet, { ...work, ...warm });
    const rows: Figures[] = [];
    for (const perSecond of rates) {
      const row = await measured(server, async () => {
        const { offered, ...seen } = await change(fleet, { ...work, perSecond });
        return {
          case: `${peer.name}: ${perSecond}/s seen by ${seen.clients}`,
          ...{ offered, done: offered },
          lost: offered * seen.clients - seen.seenMs.length,
          offeredMs: work.seconds * 1_000,
          ...seen,
          clients: seen.clients * offered,
        };
      });
      rows.push(row);
      if (!isCarried(row)) break;
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
    ...work
  }: Omit<ChangeWork, "clients" | "warm" | "perSecond"> & { perSecond: number },
) {
  const sent = await fleet.askAll(changeInPeer, () => ({
    ...work,
    ...{ perSecond: perSecond / fleet.size, settleMs: SETTLE_MS },
    cards: Math.floor(BOARD_CARDS_MAX / fleet.size),
  }));
  const sentAt = new Map(sent.flatMap((part) => part.sentAt.map(({ mark, at }) => [mark, at])));
  const parts = await fleet.askAll(seenInPeer, () => ({}));
  return {
    offered: sentAt.size,
    ...delaysOf(
      sentAt,
      parts.map(({ marks }) => marks),
    ),
    bytes: sum(parts.map(({ bytes }) => bytes)),
    clients: sum(parts.map(({ clients }) => clients)),
  };
}
