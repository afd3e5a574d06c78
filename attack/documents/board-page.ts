import * as Y from "yjs";
import { unsentIn } from "@/attack/documents/kept-unsent";
import { type BoardUnsent, boardModel } from "@/lib/client/board-model";
import { createLane } from "@/lib/client/lane";
import { openSharedDocument, type SharedDocument } from "@/lib/client/shared-document";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import type { BoardContent } from "@/lib/documents/place";
import type { LiveClient } from "@/server/simulated/live-client";

/** What a console's tab keeps of a board, across reloads. */
export interface KeptUnsent {
  unsent: BoardUnsent | null;
}

/** A board as one page holds it: the page's own code over a real connection. */
export interface BoardPage {
  readonly shared: SharedDocument;
  readonly kept: KeptUnsent;
  /** Null until it is open. */
  content(): BoardContent | null;
  /** Lays a card into a theme. Throws where the board is not open. */
  put(card: string, theme: string): void;
  offline(): void;
  /** The connection is there again. */
  online(): void;
}

/** With `kept` it is that page after a reload. */
export function boardPage(
  client: LiveClient,
  name: string,
  kept: KeptUnsent = { unsent: null },
): BoardPage {
  const lane = createLane();
  const link = {
    isUp: () => client.isConnected,
    async request(event: string, frame: object): Promise<unknown> {
      if (!client.isConnected) return "offline";
      return client
        .ask(event, frame)
        .catch(() => (client.isConnected ? "silence" : ("offline" as const)));
    },
    say: (event: string, frame: object) => void client.ask(event, frame).catch(() => undefined),
  };
  for (const event of ["doc", "doc:reset"]) client.hear(event, (frame) => lane.tell(event, frame));
  lane.use(link);
  const shared = openSharedDocument({
    ...{ yjs: Y, lane, name, model: boardModel, gatherMs: 0 },
    unsent: unsentIn(kept),
    onChange: () => undefined,
  });
  return {
    ...{ shared, kept },
    content: () => shared.doc && boardContentOf(shared.doc),
    put(card, theme) {
      if (!shared.doc) throw new Error("The board is not open");
      changeBoard(shared.doc, { cards: new Map([[card, [theme, "a0", 0, 0]]]) });
    },
    offline() {
      lane.use(null);
      lane.tell("down", null);
    },
    online() {
      lane.use(link);
      lane.tell("up", null);
    },
  };
}
