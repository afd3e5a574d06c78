import { type DocumentPage, documentPage } from "@/attack/documents/document-page";
import { type BoardUnsent, boardModel } from "@/lib/client/board-model";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import type { BoardContent } from "@/lib/documents/place";
import type { LiveClient } from "@/server/simulated/live-client";

/** What a console's tab keeps of a board, across reloads. */
export interface KeptUnsent {
  unsent: BoardUnsent | null;
}

/** A board as one page holds it. */
export interface BoardPage extends DocumentPage {
  readonly kept: KeptUnsent;
  /** Null until it is open. */
  content(): BoardContent | null;
  /** Lays a card into a theme. Throws where the board is not open. */
  put(card: string, theme: string): void;
}

/** With `kept` it is that page after a reload. */
export function boardPage(
  client: LiveClient,
  name: string,
  kept: KeptUnsent = { unsent: null },
): BoardPage {
  const page = documentPage(client, { name, model: boardModel, kept, gatherMs: 0 });
  return {
    ...{ ...page, kept },
    content: () => page.shared.doc && boardContentOf(page.shared.doc),
    put: (card, theme) =>
      changeBoard(page.doc(), { cards: new Map([[card, [theme, "a0", 0, 0]]]) }),
  };
}
