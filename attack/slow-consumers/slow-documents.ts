import { setTimeout as delay } from "node:timers/promises";
import * as Y from "yjs";
import { becomesTrue } from "@/attack/becomes-true";
import { type Installation, install } from "@/attack/crash/installation";
import { type BoardPage, boardPage } from "@/attack/documents/board-page";
import { boardText } from "@/attack/documents/board-writer";
import {
  consoleOf,
  SORTING_BOARD,
  type SortingSession,
  sortingSession,
} from "@/attack/documents/sorting-session";
import { seeded } from "@/attack/random";
import type { Figures } from "@/attack/report";
import { openRelay, type Relay } from "@/attack/slow-consumers/relay";
import {
  KEPT_BYTES_MAX,
  type PeerShake,
  readAtLast,
  type StalledPeer,
  stallPolling,
  stallWebSocket,
} from "@/attack/slow-consumers/stalled-peer";
import { BOARD_BYTES_MAX } from "@/lib/documents/limits";
import { COORDINATE_MAX, emptyBoard, type Place } from "@/lib/documents/place";
import { BUFFERED_BYTES_MAX } from "@/server/buffered-bytes";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";

export interface SlowDocumentsOptions {
  /** Peers per transport and role that stop reading. */
  peers: number;
  /** People who move cards meanwhile; each has one. */
  people: number;
  /** Positive control: the same product without the limit. */
  uncapped?: boolean;
}

/** More than a socket may send (P34), so that minutes of asking take a second. */
const FRAMES_PER_SECOND = 10_000;
/** Each moves its hand so often while the peers stand still. */
const MOVES_EACH = 5;
/** A board of a long workshop holds what lay there before: half of what it may hold before it is written anew. */
const BOARD_BYTES = BOARD_BYTES_MAX / 2;
/** Moves of one update of it; its guard takes no more than 320. */
const MOVES_AT_ONCE = 200;
/** What was refused for a moment is sent again after this, and so often at most. */
const AGAIN_AFTER_MS = 200;
const TRIES = 150;
const MEGABYTE = 1024 * 1024;

const transports = { websocket: stallWebSocket, polling: stallPolling };

/**
 * Phones and consoles that have a board open, ask for it again and again and read nothing, while the room moves cards: what
 * the server keeps for them. And pages, with the product's own code, whose network takes nothing in for a while: they end
 * with everybody's board, and what they did meanwhile is on it.
 */
export async function attackDocumentsBySlowConsumers({
  peers: count,
  people,
  uncapped = false,
}: SlowDocumentsOptions): Promise<Figures> {
  const figures: Figures["figures"][number][] = [];
  const defects: string[] = [];
  const open: { close(): void }[] = [];
  const keep = <T extends { close(): void }>(each: T): T => {
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
    const { id, cookie } = await installation.first().open(null, 0);
    // One card nobody in the room moves: what becomes of it is the stalled console's.
    const session = await sortingSession(url, { id, cookie: cookie ?? "" }, people + 1);
    const [own = "", ...cards] = session.cards;
    const answerBytes = await fillBoard(url, session);
    const asks = Math.ceil((2 * KEPT_BYTES_MAX) / answerBytes);
    const phones: LiveClient[] = [];
    while (phones.length < people) phones.push(keep(await phoneOf(url, id)));
    const reader = boardPage(keep(await phoneOf(url, id)), SORTING_BOARD);
    const room: Room = { phones, cards, themes: session.themes };
    const shakes = {
      phone: () => ({ role: "participant", session: id, device: randomId() }) as const,
      console: () => ({ role: "facilitator", session: id }) as const,
    };

    for (const [transport, stall] of Object.entries(transports)) {
      for (const [role, shake] of Object.entries<() => PeerShake>(shakes)) {
        const who = `${transport}, ${role}`;
        const { rss: before } = await installation.first().health();
        const peers: StalledPeer[] = [];
        while (peers.length < count) {
          peers.push(keep(await stall(url, shake(), role === "console" ? session.cookie : "")));
        }
        const asking = Promise.all(peers.map((peer) => askForBoard(peer, asks)));
        defects.push(...(await moveCards(room)).map((each) => `${who}: ${each}`));
        await asking;
        const { rss: during } = await installation.first().health();
        const read = await readAtLast(peers, (asks - 1) * answerBytes);
        defects.push(...read.defects.map((each) => `${who}: ${each}`));
        figures.push({
          ...{ transport, role, limit: uncapped ? "none" : `${BUFFERED_BYTES_MAX / MEGABYTE} MB` },
          ...{ peers: count, "boards asked for": count * asks },
          "server grew by MB": Math.round((during - before) / MEGABYTE),
          "most sent to one peer, MB": Math.round((read.most / MEGABYTE) * 10) / 10,
          "cut off": read.cut,
        });
        for (const peer of peers) peer.close();
      }
    }
    // Without the limit nobody is cut off, and nobody comes back.
    if (!uncapped) {
      const stalled = { installation, session, own, relays, asks };
      defects.push(...(await comeBack(stalled, { ...room, reader }, keep)));
    }
    return { figures, defects };
  } finally {
    for (const each of open) each.close();
    await installation.stop();
  }
}

interface Room {
  phones: readonly LiveClient[];
  cards: readonly string[];
  themes: readonly string[];
}

const phoneOf = (url: string, session: string): Promise<LiveClient> =>
  connectClient(
    url,
    { role: "participant", session, device: randomId() },
    { keepFrames: false, reconnects: true },
  );

/** Lays cards anew again and again, as in a long workshop; how many bytes the board then takes on the wire. */
async function fillBoard(url: string, session: SortingSession): Promise<number> {
  const client = await consoleOf(url, session);
  const page = await openDocument(client, SORTING_BOARD);
  const random = seeded(1);
  const place = (): Place => [
    random.pick(session.themes) ?? "",
    `a${random.hex(4)}1`,
    random.below(COORDINATE_MAX),
    random.below(COORDINATE_MAX),
  ];
  while (Y.encodeStateAsUpdate(page.doc).byteLength < BOARD_BYTES) {
    const updates: Uint8Array[] = [];
    for (let moves = 0; moves + session.cards.length <= MOVES_AT_ONCE; ) {
      updates.push(page.change({ cards: new Map(session.cards.map((card) => [card, place()])) }));
      moves += session.cards.length;
    }
    const answer = await page.send(Y.mergeUpdates(updates));
    if (!answer.ok) throw new Error(`Laying cards: ${answer.code}`);
  }
  const again = await openDocument(client, SORTING_BOARD);
  client.close();
  return again.opened.u.length;
}

async function askForBoard(peer: StalledPeer, asks: number): Promise<void> {
  for (let asked = 0; asked < asks; asked += 1) {
    await peer.ask("doc:open", { doc: SORTING_BOARD });
  }
}

/** Everybody moves cards at once; what was not taken is a defect. */
async function moveCards({ phones, cards, themes }: Room): Promise<string[]> {
  const one = async (phone: LiveClient, n: number): Promise<string[]> => {
    const refused: string[] = [];
    for (let time = 0; time < MOVES_EACH; time += 1) {
      const id = cards[(n + time) % cards.length];
      const to = themes[(n + time) % themes.length];
      const move = { type: "placeCards", cards: [{ id, to, before: null }] };
      let answer = await phone.act(move);
      // Whoever comes into a session that has begun is let write ten by ten (P139).
      for (let tries = 1; !answer.ok && answer.code === "crowded" && tries < TRIES; tries += 1) {
        await delay(AGAIN_AFTER_MS);
        answer = await phone.act(move);
      }
      if (!answer.ok) refused.push(`a move was refused: ${answer.code}`);
    }
    return refused;
  };
  return (await Promise.all(phones.map(one))).flat();
}

/** A phone and a console stop reading, are cut off, and come back by themselves. */
async function comeBack(
  {
    installation,
    session,
    own,
    relays,
    asks,
  }: {
    installation: Installation;
    session: SortingSession;
    /** The card that the console moves. */
    own: string;
    relays: readonly [Relay, Relay];
    asks: number;
  },
  room: Room & { reader: BoardPage },
  keep: <T extends { close(): void }>(each: T) => T,
): Promise<string[]> {
  const [url = ""] = installation.urls;
  const [forPhone, forConsole] = relays;
  const phone = await stallingPage(
    forPhone,
    { role: "participant", session: session.id, device: randomId() },
    keep,
  );
  const desk = await stallingPage(
    forConsole,
    { role: "facilitator", session: session.id },
    keep,
    session.cookie,
  );
  const other = boardPage(keep(await consoleOf(url, session)), SORTING_BOARD);
  const pages = [phone.page, desk.page, room.reader, other];
  const areOpen = await becomesTrue(() => pages.every((page) => page.content() !== null));
  if (!areOpen) return ["a board did not open"];

  for (const each of [phone, desk]) each.stall(asks);
  const moved = moveCards(room);
  const lay = () => desk.page.content()?.cards.get(own)?.[0];
  const [to = ""] = session.themes.filter((theme) => theme !== lay());
  desk.page.put(own, to);
  const refused = await moved;
  for (const each of [phone, desk]) each.relay.goOn();

  const defects = [...refused];
  for (const { name, cameBack } of [phone, desk]) {
    if (!(await becomesTrue(cameBack))) defects.push(`${name}: it was not cut off, or stayed away`);
  }
  if (!(await becomesTrue(() => desk.page.shared.state === "saved"))) {
    defects.push(`console: what it did meanwhile is ${desk.page.shared.state}`);
  }
  const fresh = boardPage(keep(await consoleOf(url, session)), SORTING_BOARD);
  const texts = () => [...pages, fresh].map(textOf);
  if (!(await becomesTrue(() => new Set(texts()).size === 1))) {
    defects.push(`boards differ: ${texts().join(" | ")}`);
  }
  if (fresh.content()?.cards.get(own)?.[0] !== to) defects.push("what the console did is gone");
  return defects;
}

interface StallingPage {
  name: string;
  page: BoardPage;
  relay: Relay;
  /** From now on nothing arrives, and the page asks for so much that the server gives it up. */
  stall(asks: number): void;
  cameBack(): boolean;
}

async function stallingPage(
  relay: Relay,
  shake: Parameters<typeof connectClient>[1],
  keep: <T extends { close(): void }>(each: T) => T,
  cookie?: string,
): Promise<StallingPage> {
  let page: BoardPage | null = null;
  let connections = 0;
  const client = keep(
    await connectClient(relay.url, shake, {
      ...(cookie === undefined ? {} : { cookie }),
      ...{ keepFrames: false, reconnects: true },
      onUp() {
        connections += 1;
        page?.online();
      },
    }),
  );
  const opened = boardPage(client, SORTING_BOARD);
  page = opened;
  return {
    ...{ name: shake.role, page: opened, relay },
    stall(asks) {
      relay.stall();
      // What its owner does now waits in the page.
      opened.offline();
      for (let asked = 0; asked < asks; asked += 1) {
        client.ask("doc:open", { doc: SORTING_BOARD }).catch(() => undefined);
      }
    },
    cameBack: () => connections > 1 && client.isConnected,
  };
}

const textOf = (page: BoardPage): string =>
  boardText({ board: () => page.content() ?? emptyBoard });
