import * as Y from "yjs";

/*
 * Whether items lie between neighbours that whoever wrote them can have seen side by side. Yjs brings everybody's items into
 * one order as long as each is written between two that are next to each other at that moment, for its writer. Where an item
 * made by hand names two that never were, it comes to lie elsewhere on a page that has heard of things in another order, for
 * good and without a warning (decision 0097).
 */

/** Up to which clock each client has to be known. */
type Known = Map<number, number>;

type Structs = readonly (Y.Item | Y.GC)[];

/**
 * Whether all that a client has written from this clock on could have been written on a screen. The document has taken it
 * already; what others wrote at the same time may lie between it and its neighbours. However much lies between: each struct
 * of the document is looked into once, as this runs whenever somebody types (P288).
 */
export function liesAsSeen(doc: Y.Doc, client: number, from: number): boolean {
  const structs: Structs = doc.store.clients.get(client) ?? [];
  // Whoever has written an item knows all that they wrote before: what has to be known only grows from one to the next.
  const known: Known = new Map();
  for (let at = firstAfter(structs, from); at < structs.length; at += 1) {
    const struct = structs[at];
    // What went with the entry that it was in lies nowhere.
    if (!(struct instanceof Y.Item)) continue;
    if (!isAsSeen(doc, struct, { clock: Math.max(from, struct.id.clock), known })) return false;
  }
  return true;
}

/** Where the first struct stands that reaches beyond this clock. */
function firstAfter(structs: Structs, clock: number): number {
  let [low, high] = [0, structs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct && struct.id.clock + struct.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of an item from this clock on. `known`: what its writer had to know for all before it. */
function isAsSeen(
  doc: Y.Doc,
  item: Y.Item,
  { clock, known }: { clock: number; known: Known },
): boolean {
  const { client } = item.id;
  const isRest = clock > item.id.clock;
  const between: Y.ID[] = [];
  // The rest of what is written on lies behind its own beginning.
  if (!isRest) {
    let left = item.left;
    for (; left !== null && !isIn(item.origin, left); left = left.left) between.push(left.id);
    if (left === null && item.origin !== null) return false;
    if (left !== null && item.origin !== null && item.origin.clock < left.lastId.clock) {
      between.push(Y.createID(left.id.client, item.origin.clock + 1));
    }
  }
  let right = item.right;
  for (; right !== null && !isIn(item.rightOrigin, right); right = right.right) {
    between.push(right.id);
  }
  if (right === null && item.rightOrigin !== null) return false;
  if (right !== null && item.rightOrigin !== null && item.rightOrigin.clock > right.id.clock) {
    between.push(right.id);
  }
  if (between.length === 0) return true;
  const origin = isRest ? Y.createID(client, clock - 1) : item.origin;
  learn(doc, known, [
    ...(clock > 0 ? [Y.createID(client, clock - 1)] : []),
    ...namedBy(item),
    ...(origin ? [origin] : []),
  ]);
  return between.every((id) => id.clock >= (known.get(id.client) ?? 0));
}

const isIn = (id: Y.ID | null, { id: first, length }: Y.Item): boolean =>
  id !== null &&
  id.client === first.client &&
  first.clock <= id.clock &&
  id.clock < first.clock + length;

/** What an item names: nobody can have written it without having that. */
function namedBy({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  const inside = parent instanceof Y.AbstractType ? parent._item : null;
  return [origin, rightOrigin, inside?.id ?? null].filter((id) => id !== null);
}

/** Adds all that has to be known to somebody who knows these: of each client everything before, and whatever that names. */
function learn(doc: Y.Doc, known: Known, ids: readonly Y.ID[]): void {
  const pending = [...ids];
  for (let id = pending.pop(); id; id = pending.pop()) {
    const before = known.get(id.client) ?? 0;
    if (id.clock < before) continue;
    known.set(id.client, id.clock + 1);
    const structs: Structs = doc.store.clients.get(id.client) ?? [];
    for (let at = firstAfter(structs, before); at < structs.length; at += 1) {
      const struct = structs[at];
      if (!struct || struct.id.clock > id.clock) break;
      if (struct instanceof Y.Item) pending.push(...namedBy(struct));
    }
  }
}
