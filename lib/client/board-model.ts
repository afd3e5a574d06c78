import * as z from "zod/mini";
import type { DocumentModel, UnsentKeeper } from "@/lib/client/shared-document";
import { BOARD_ROOTS, changeBoard } from "@/lib/documents/board-document";
import { groupAt, place } from "@/lib/documents/place";

/** What was changed on a board, in plain values; null: a place was taken away. */
const boardUnsent = z.strictObject({
  /** A page of another release lets go of what it can't read: it is a few moves at most. */
  version: z.literal(1),
  cards: z.record(z.string(), z.nullable(place)),
  groups: z.record(z.string(), z.nullable(groupAt)),
});

export type BoardUnsent = z.infer<typeof boardUnsent>;

/** The last place of whatever moved is all that has to be said again. */
export const boardModel: DocumentModel<BoardUnsent> = {
  changedBy({ doc, changed }) {
    const changes: BoardUnsent = { version: 1, cards: {}, groups: {} };
    for (const root of [BOARD_ROOTS.cards, BOARD_ROOTS.groups] as const) {
      const map = doc.getMap(root);
      const schema = root === BOARD_ROOTS.cards ? place : groupAt;
      for (const [type, keys] of changed) {
        if (!Object.is(type, map)) continue;
        for (const key of keys) {
          if (key === null) continue;
          const read = schema.safeParse(map.get(key));
          Object.assign(changes[root], { [key]: read.success ? read.data : null });
        }
      }
    }
    return changes;
  },
  together: (all) => ({
    version: 1,
    cards: Object.assign({}, ...all.map(({ cards }) => cards)),
    groups: Object.assign({}, ...all.map(({ groups }) => groups)),
  }),
  enter(doc, { cards, groups }) {
    changeBoard(doc, {
      cards: new Map(Object.entries(cards)),
      groups: new Map(Object.entries(groups)),
    });
  },
};

/**
 * Keeps it in this tab's storage, so that a reload loses nothing, and a closed tab leaves nothing behind. A duplicated
 * tab says the same places again, which changes nothing.
 */
export function keepUnsentBoard(key: string): UnsentKeeper<BoardUnsent> {
  /** For this page alone, where the browser keeps nothing. */
  let here: BoardUnsent | null = null;
  return {
    read() {
      try {
        const kept = sessionStorage.getItem(key);
        const read = boardUnsent.safeParse(kept === null ? null : JSON.parse(kept));
        return read.success ? read.data : here;
      } catch {
        return here;
      }
    },
    keep(unsent) {
      here = unsent;
      try {
        if (unsent === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(unsent));
      } catch {
        // It still holds for this page.
      }
    },
  };
}
