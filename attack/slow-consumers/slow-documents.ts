import { becomesTrue } from "@/attack/becomes-true";
import { type Installation, install } from "@/attack/crash/installation";
import type { DocumentPage } from "@/attack/documents/document-page";
import type { Figures } from "@/attack/report";
import { openRelay, type Relay } from "@/attack/slow-consumers/relay";
import {
  KEPT_BYTES_MAX,
  keptFigures,
  limitOf,
  type PeerShake,
  readAtLast,
  type StalledPeer,
  stallPolling,
  stallWebSocket,
} from "@/attack/slow-consumers/stalled-peer";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

export interface SlowDocumentsOptions {
  /** Peers per transport and role that stop reading. */
  peers: number;
  /** Positive control: the same product without the limit. */
  uncapped: boolean;
  /** Leaves every other one of the askers out: two documents with a turn each have them all. */
  turn?: 0 | 1;
}

/** A document that peers ask for and read nothing of, and the room around it. */
export interface Scene {
  /** What asks for it, by its role. */
  shakes: { phone(): PeerShake; console(): PeerShake };
  /** Of consoles. */
  cookie: string;
  document: string;
  /** How many bytes it takes on the wire. */
  answerBytes: number;
  /** Everybody else writes into it at once; what was not taken. */
  write(): Promise<string[]>;
  /** A page of the product that has it open. */
  open(client: LiveClient): DocumentPage;
  /** What such a page shows; null while it isn't open. */
  textOf(page: DocumentPage): string | null;
  /** Does something on one of the pages that have stopped reading; whether it is there in the end. */
  change(pages: Record<"phone" | "console", DocumentPage>): (page: DocumentPage) => boolean;
}

/** Closed at the end, whatever happens. */
export type Keep = <T extends { close(): void }>(each: T) => T;

/** More than a socket may send (P34), so that minutes of asking take a second. */
const FRAMES_PER_SECOND = 10_000;

const transports = { websocket: stallWebSocket, polling: stallPolling };
const roles = ["phone", "console"] as const;

/** Who asks for a document and doesn't read it: each role over each transport. */
export const askers = (["websocket", "polling"] as const).flatMap((transport, row) =>
  roles.map((role, column) => ({
    ...{ transport, role, turn: (row + column) % 2 },
    who: `${transport}, ${role}`,
  })),
);

/**
 * Phones and consoles that have a document open, ask for it again and again and read nothing, while the room writes it: what
 * the server keeps for them. And pages, with the product's own code, whose network takes nothing in for a while: they end
 * with everybody's document, and what they did meanwhile is in it.
 */
export async function attackDocumentsBySlowConsumers(
  { peers: count, uncapped, turn }: SlowDocumentsOptions,
  prepare: (installation: Installation, keep: Keep) => Promise<Scene>,
): Promise<Figures> {
  const figures: Figures["figures"][number][] = [];
  const defects: string[] = [];
  const open: { close(): void }[] = [];
  const keep: Keep = (each) => {
    open.push(each);
    return each;
  };
  const relays = [keep(await openRelay()), keep(await openRelay())] as const;
  const installation = await install({
    ...{ nodes: 1, uncapped, framesPerSecond: FRAMES_PER_SECOND },
    hosts: relays.map(({ host }) => host),
  });
  try {
    const [url = ""] = installation.urls;
    for (const relay of relays) relay.leadTo(Number(new URL(url).port));
    const scene = await prepare(installation, keep);
    const { shakes, cookie, document, answerBytes } = scene;
    const asks = Math.ceil((2 * KEPT_BYTES_MAX) / answerBytes);
    const reader = scene.open(keep(await clientOf(url, scene, "phone")));

    for (const { transport, role, who, turn: own } of askers) {
      if (turn !== undefined && own !== turn) continue;
      const { rss: before } = await installation.first().health();
      const peers: StalledPeer[] = [];
      while (peers.length < count) {
        const stalled = transports[transport](
          url,
          shakes[role](),
          role === "console" ? cookie : "",
        );
        peers.push(keep(await stalled));
      }
      const asking = Promise.all(peers.map((peer) => askFor(document, peer, asks)));
      defects.push(...(await scene.write()).map((each) => `${who}: ${each}`));
      await asking;
      const { rss: during } = await installation.first().health();
      const read = await readAtLast(peers, { enough: (asks - 1) * answerBytes, uncapped });
      defects.push(...read.defects.map((each) => `${who}: ${each}`));
      figures.push({
        ...{ transport, role, limit: limitOf(uncapped) },
        ...{ peers: count, "asked for": count * asks },
        ...keptFigures({ before, during }, read),
      });
      for (const peer of peers) peer.close();
    }
    // Without the limit nobody is cut off, and nobody comes back.
    if (!uncapped) defects.push(...(await comeBack(url, scene, { relays, asks, reader, keep })));
    return { figures, defects };
  } finally {
    for (const each of open) each.close();
    await installation.stop();
  }
}

const clientOf = (url: string, { shakes, cookie }: Scene, role: "phone" | "console") =>
  connectClient(url, shakes[role](), {
    ...(role === "console" ? { cookie } : {}),
    ...{ keepFrames: false, reconnects: true },
  });

async function askFor(document: string, peer: StalledPeer, asks: number): Promise<void> {
  for (let asked = 0; asked < asks; asked += 1) {
    await peer.ask("doc:open", { doc: document });
  }
}

/** A phone and a console stop reading, are cut off, and come back by themselves. */
async function comeBack(
  url: string,
  scene: Scene,
  {
    relays: [forPhone, forConsole],
    asks,
    reader,
    keep,
  }: { relays: readonly [Relay, Relay]; asks: number; reader: DocumentPage; keep: Keep },
): Promise<string[]> {
  const phone = await stallingPage(forPhone, scene, "phone", keep);
  const desk = await stallingPage(forConsole, scene, "console", keep);
  const pageOfConsole = async () => scene.open(keep(await clientOf(url, scene, "console")));
  const pages = [phone.page, desk.page, reader, await pageOfConsole()];
  const areOpen = await becomesTrue(() => pages.every((page) => scene.textOf(page) !== null));
  if (!areOpen) return ["a document did not open"];

  for (const each of [phone, desk]) each.stall(asks);
  const writing = scene.write();
  const isThere = scene.change({ phone: phone.page, console: desk.page });
  const defects = await writing;
  for (const each of [phone, desk]) each.relay.goOn();

  for (const { name, cameBack, page } of [phone, desk]) {
    if (!(await becomesTrue(cameBack))) defects.push(`${name}: it was not cut off, or stayed away`);
    const isDone = () => page.shared.state === "saved" || page.shared.state === "reading";
    if (!(await becomesTrue(isDone))) {
      defects.push(`${name}: what it did meanwhile is ${page.shared.state}`);
    }
  }
  const fresh = await pageOfConsole();
  const texts = () => [...pages, fresh].map(scene.textOf);
  if (!(await becomesTrue(() => new Set(texts()).size === 1))) {
    defects.push(`documents differ: ${texts().join(" | ")}`);
  }
  if (!isThere(fresh)) defects.push("what was done meanwhile is gone");
  return defects;
}

interface StallingPage {
  name: string;
  page: DocumentPage;
  relay: Relay;
  /** From now on nothing arrives, and the page asks for so much that the server gives it up. */
  stall(asks: number): void;
  cameBack(): boolean;
}

async function stallingPage(
  relay: Relay,
  { shakes, cookie, document, open }: Scene,
  name: "phone" | "console",
  keep: Keep,
): Promise<StallingPage> {
  let page: DocumentPage | null = null;
  let connections = 0;
  const client = keep(
    await connectClient(relay.url, shakes[name](), {
      ...(name === "console" ? { cookie } : {}),
      ...{ keepFrames: false, reconnects: true },
      onUp() {
        connections += 1;
        page?.online();
      },
    }),
  );
  const opened = open(client);
  page = opened;
  return {
    ...{ name, page: opened, relay },
    stall(asks) {
      relay.stall();
      // What its owner does now waits in the page.
      opened.offline();
      for (let asked = 0; asked < asks; asked += 1) {
        client.ask("doc:open", { doc: document }).catch(() => undefined);
      }
    },
    cameBack: () => connections > 1 && client.isConnected,
  };
}
