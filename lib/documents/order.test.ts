import { expect, test } from "vitest";
import * as Y from "yjs";
import { liesAsSeen } from "@/lib/documents/order";
import { addEntry } from "@/lib/documents/pad-changes";
import { padColumn } from "@/lib/documents/pad-document";

const LETTERS = 190;
const TURNS = 8;

/** Changes a document as one update, and hands it to the others. */
function change(doc: Y.Doc, others: readonly Y.Doc[], write: (entry: Y.Text) => void): void {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => write(padColumn(doc, "guess").get(0)));
  const update = Y.encodeStateAsUpdate(doc, before);
  for (const other of others) Y.applyUpdate(other, update);
}

/** How often a struct of the document is looked at. */
function countReads(doc: Y.Doc): () => number {
  let reads = 0;
  for (const [client, structs] of doc.store.clients) {
    const counted = new Proxy(structs, {
      get(target, name) {
        if (typeof name === "string" && /^\d+$/.test(name)) reads += 1;
        return Reflect.get(target, name);
      },
    });
    doc.store.clients.set(client, counted);
  }
  return () => reads;
}

test("P288 however much was written before, an update costs one look at it, and not one for each letter", () => {
  const [one, two, three] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  addEntry(one, "guess", "()");
  for (const other of [two, three]) Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  // Each letter is put before the one that was put there last, and stays a struct of its own when it is gone.
  const write = (entry: Y.Text) => {
    for (let letters = 0; letters < LETTERS; letters += 1) entry.insert(1, "x");
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [doc, other] of [
      [one, two],
      [two, one],
    ] as const) {
      change(doc, [other, three], (entry) => {
        write(entry);
        entry.delete(1, LETTERS);
      });
    }
  }
  change(three, [one, two], write);
  const structs = [...three.store.clients.values()].reduce((sum, { length }) => sum + length, 0);
  expect(structs).toBeGreaterThan(2 * TURNS * LETTERS);
  const reads = countReads(three);
  expect(liesAsSeen(three, three.clientID, 0)).toBe(true);
  expect(reads()).toBeGreaterThan(structs / 2);
  expect(reads()).toBeLessThan(5 * structs);
});
