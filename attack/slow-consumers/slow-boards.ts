import { setTimeout as delay } from "node:timers/promises";
import * as Y from "yjs";
import { boardPage } from "@/attack/documents/board-page";
import { boardText } from "@/attack/documents/board-writer";
import {
  consoleOf,
  SORTING_BOARD,
  type SortingSession,
  sortingSession,
} from "@/attack/documents/sorting-session";
import { seeded } from "@/attack/random";
import type { Figures } from "@/attack/report";
import {
  attackDocumentsBySlowConsumers,
  type SlowDocumentsOptions,
} from "@/attack/slow-consumers/slow-documents";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import { BOARD_BYTES_MAX } from "@/lib/documents/limits";
import { COORDINATE_MAX, type Place } from "@/lib/documents/place";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";

/** Each moves its hand so often while the peers stand still. */
const MOVES_EACH = 5;
/** A board of a long workshop holds what lay there before: half of what it may hold before it is written anew. */
const BOARD_BYTES = BOARD_BYTES_MAX / 2;
/** Moves of one update of it; its guard takes no more than 320. */
const MOVES_AT_ONCE = 200;
/** What was refused for a moment is sent again after this, and so often at most. */
const AGAIN_AFTER_MS = 200;
const TRIES = 150;

/** Nobody reads the board on which so many people move cards; each has one. */
export function attackBoardsBySlowConsumers({
  people,
  ...options
}: SlowDocumentsOptions & { people: number }): Promise<Figures> {
  return attackDocumentsBySlowConsumers(options, async (installation, keep) => {
    const [url = ""] = installation.urls;
    const { id, cookie } = await installation.first().open(null, 0);
    // One card nobody in the room moves: what becomes of it is the stalled console's.
    const session = await sortingSession(url, { id, cookie: cookie ?? "" }, people + 1);
    const { themes } = session;
    const [own = "", ...cards] = session.cards;
    const phones: LiveClient[] = [];
    const phone = () => ({ role: "participant", session: id, device: randomId() }) as const;
    const answerBytes = await fillBoard(url, session);
    while (phones.length < people) {
      const of = { keepFrames: false, reconnects: true };
      phones.push(keep(await connectClient(url, phone(), of)));
    }
    return {
      shakes: { phone, console: () => ({ role: "facilitator", session: id }) },
      ...{ cookie: session.cookie, document: SORTING_BOARD, answerBytes },
      write: () => moveCards({ phones, cards, themes }),
      open: (client) => boardPage(client, SORTING_BOARD),
      textOf: ({ shared: { doc } }) => doc && boardText({ board: () => boardContentOf(doc) }),
      change({ console: desk }) {
        const lies = (page: typeof desk) => boardContentOf(page.doc()).cards.get(own)?.[0];
        const before = lies(desk);
        const to = themes.find((theme) => theme !== before) ?? "";
        changeBoard(desk.doc(), { cards: new Map([[own, [to, "a0", 0, 0]]]) });
        return (page) => lies(page) === to;
      },
    };
  });
}

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

/** Everybody moves cards at once; what was not taken is a defect. */
async function moveCards({
  phones,
  cards,
  themes,
}: {
  phones: readonly LiveClient[];
  cards: readonly string[];
  themes: readonly string[];
}): Promise<string[]> {
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
