import * as Y from "yjs";
import { consoleOf, SORTING_BOARD, type SortingSession } from "@/attack/documents/sorting-session";
import type { Random } from "@/attack/random";
import type { Place } from "@/lib/documents/place";
import type { LiveClient } from "@/server/simulated/live-client";
import { type DocumentClient, openDocument } from "@/server/testing/document-client";

/**
 * A page with one board in memory: what it writes is sent until it is acknowledged, over whichever connection there is, and
 * then together, as pages do.
 */
export interface BoardWriter {
  readonly page: DocumentClient;
  /** Moves or takes away a few cards. */
  write(): void;
  /** Sends what was not acknowledged; true once it was. False where the connection went, or something was refused for now. */
  send(options?: { forgetsAnswer?: boolean }): Promise<boolean>;
  /** What was acknowledged last, by the number of the change; 0 before the first one. */
  readonly acknowledged: number;
  /** The board after each of its changes, as text; the first one is what it began with. */
  readonly history: readonly string[];
  hangUp(): void;
  /** Comes back with the same document. */
  comeBack(url: string): Promise<void>;
  readonly problems: readonly string[];
}

export const boardText = (page: Pick<DocumentClient, "board">): string =>
  JSON.stringify([...page.board().cards].sort(([a], [b]) => (a < b ? -1 : 1)));

export async function openWriter(
  url: string,
  session: SortingSession,
  random: Random,
): Promise<BoardWriter> {
  let client: LiveClient = await consoleOf(url, session);
  let page = await openDocument(client, SORTING_BOARD);
  let unacknowledged: Uint8Array[] = [];
  let acknowledged = 0;
  const history = [boardText(page)];
  const problems: string[] = [];

  const change = (): Map<string, Place | null> => {
    const cards = random.shuffle(session.cards).slice(0, 1 + random.below(3));
    const placed = (): Place => [
      random.pick([...session.themes, ""]) ?? "",
      `a${random.hex(3)}1`,
      random.below(4_096),
      random.below(4_096),
    ];
    return new Map(cards.map((card) => [card, random.chance(0.25) ? null : placed()]));
  };

  return {
    get page() {
      return page;
    },
    write() {
      unacknowledged.push(page.change({ cards: change() }));
      history.push(boardText(page));
    },
    async send({ forgetsAnswer = false } = {}) {
      const [first, ...more] = unacknowledged;
      if (!first) return true;
      const count = unacknowledged.length;
      const upTo = history.length - 1;
      const update = more.length === 0 ? first : Y.mergeUpdates([first, ...more]);
      const answer = await page.send(update).catch(() => null);
      if (!answer || forgetsAnswer) return false;
      if (!answer.ok) {
        if (answer.code !== "busy" && answer.code !== "rate-limited") {
          problems.push(`an honest update was answered ${answer.code}`);
        }
        return false;
      }
      unacknowledged = unacknowledged.slice(count);
      acknowledged = upTo;
      return true;
    },
    get acknowledged() {
      return acknowledged;
    },
    history,
    hangUp: () => client.close(),
    async comeBack(to) {
      client.close();
      client = await consoleOf(to, session);
      const before = page;
      page = await openDocument(client, SORTING_BOARD, before);
      if (page.opened.epoch !== before.opened.epoch) problems.push("it was written anew");
      if (page.opened.writer?.client !== before.opened.writer?.client) problems.push("another id");
    },
    problems,
  };
}
