import { install } from "@/attack/crash/installation";
import type { Figures } from "@/attack/report";
import {
  KEPT_BYTES_MAX,
  keptFigures,
  limitOf,
  readAtLast,
  type StalledPeer,
  stallWebSocket,
} from "@/attack/slow-consumers/stalled-peer";

export interface AtTheDoorOptions {
  /** Few: whoever is not in after ten seconds is ended for that (P35), and all that they ask has to be answered before. */
  peers: number;
  /** Positive control: the same product without the limit. */
  uncapped?: boolean;
}

/** Where they want to go: there is no such place, and the refusal names it. A frame may have 32 kB (P33). */
const NOWHERE = "x".repeat(20_000);
const ASKED = `40/${NOWHERE},`;
const REFUSED_BYTES = NOWHERE.length;

/** Peers that never come in, are refused again and again, and read nothing of it: what the server keeps for them. */
export async function attackAtTheDoor({
  peers: count,
  uncapped = false,
}: AtTheDoorOptions): Promise<Figures> {
  const installation = await install({ nodes: 1, uncapped });
  const peers: StalledPeer[] = [];
  try {
    const [url = ""] = installation.urls;
    const { rss: before } = await installation.first().health();
    while (peers.length < count) peers.push(await stallWebSocket(url, null));
    const asks = Math.ceil((2 * KEPT_BYTES_MAX) / REFUSED_BYTES);
    for (let asked = 0; asked < asks; asked += 1) {
      await Promise.all(peers.map((peer) => peer.say(ASKED)));
    }
    const { rss: during } = await installation.first().health();
    const read = await readAtLast(peers, { enough: (asks - 1) * REFUSED_BYTES, uncapped });
    const figures = {
      ...{ limit: limitOf(uncapped), peers: count },
      "refused times": count * asks,
      ...keptFigures({ before, during }, read),
    };
    return { figures: [figures], defects: read.defects };
  } finally {
    for (const peer of peers) peer.close();
    await installation.stop();
  }
}
