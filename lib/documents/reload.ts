import * as Y from "yjs";
import { boardContentOf } from "@/lib/documents/board-document";
import type { Model } from "@/lib/documents/guard";
import { padContentOf } from "@/lib/documents/pad-document";

/**
 * Whether a document reads the same once it is loaded anew from what is stored. In rows of an earlier release somebody's own
 * structs may name neighbours that were never next to each other, and then the order in which they are applied decides. Such a
 * document is written anew (docs/protocol.md, P259); the guard takes no more of it (P264).
 */
export function reloadsTheSame(doc: Y.Doc, model: Model): boolean {
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  const isSame = textOf(doc, model) === textOf(again, model);
  again.destroy();
  return isSame;
}

/** What a document holds, in an order that depends on nothing but that. */
export function textOf(doc: Y.Doc, model: Model): string {
  if (model === "pad") return JSON.stringify(padContentOf(doc));
  const { cards, groups } = boardContentOf(doc);
  return JSON.stringify([...cards, ...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
