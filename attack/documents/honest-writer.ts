import * as Y from "yjs";
import type { Random } from "@/attack/random";
import { changeBoard } from "@/lib/documents/board-document";
import type { Model } from "@/lib/documents/guard";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { padColumn } from "@/lib/documents/pad-document";
import { COORDINATE_MAX, type Place } from "@/lib/documents/place";

/** Cards and groups that writers move; few, so that they get into each other's way. */
const CARDS = Array.from({ length: 12 }, (_, n) => n.toString(16).padStart(32, "c"));
const GROUPS = Array.from({ length: 4 }, (_, n) => n.toString(16).padStart(32, "9"));
const CARDS_AT_ONCE = 5;
const WORDS = ["keine Antwort", "zu spät", "😀", "ä", "Absage\n", " ", "vielleicht"];

/** Somebody who does with a document what our screens let people do. */
export interface Writer {
  readonly doc: Y.Doc;
  /** Does something, and returns the update that it makes; null where nothing changed. */
  write(): Uint8Array | null;
  /** Takes what another has written. */
  hear(update: Uint8Array): void;
}

/** A writer under this client id, who knows `state`. */
export function honestWriter(
  model: Model,
  { client, state, random }: { client: number; state: Uint8Array; random: Random },
): Writer {
  const doc = new Y.Doc();
  doc.clientID = client;
  const undo = model === "board" ? undoing(doc) : null;
  Y.applyUpdate(doc, state, "others");
  let made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "others") made.push(update);
  });
  return {
    doc,
    write() {
      if (undo && random.chance(0.15)) undo.undo();
      else if (undo && random.chance(0.1)) undo.redo();
      else if (model === "board") moveSomething(doc, random);
      else typeSomething(doc, random);
      const [first, ...more] = made;
      made = [];
      if (!first) return null;
      return more.length === 0 ? first : Y.mergeUpdates([first, ...more]);
    },
    hear: (update) => Y.applyUpdate(doc, update, "others"),
  };
}

function undoing(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager([doc.getMap("cards"), doc.getMap("groups")], {
    captureTimeout: 0,
    trackedOrigins: new Set(["own"]),
  });
}

function moveSomething(doc: Y.Doc, random: Random): void {
  const at = () => random.below(COORDINATE_MAX + 1);
  const placeFor = (): Place => [
    random.chance(0.2) ? "" : (random.pick(GROUPS) ?? ""),
    `a${random.hex(2)}1`,
    at(),
    at(),
  ];
  const cards = random.shuffle(CARDS).slice(0, 1 + random.below(CARDS_AT_ONCE));
  const group = random.pick(GROUPS) ?? "";
  changeBoard(
    doc,
    {
      cards: new Map(cards.map((card) => [card, random.chance(0.1) ? null : placeFor()])),
      groups: random.chance(0.2) ? new Map([[group, [at(), at()]]]) : new Map(),
    },
    "own",
  );
}

function typeSomething(doc: Y.Doc, random: Random): void {
  const column = padColumn(doc, random.pick(PAD_COLUMNS) ?? "guess");
  const entry = column.length > 0 ? column.get(random.below(column.length)) : undefined;
  // One less than fits: others write at the same time.
  const hasRoom = column.length < PAD_ENTRIES_MAX / 2;
  if (!entry || (hasRoom && random.chance(0.3))) {
    if (hasRoom) column.insert(random.below(column.length + 1), [new Y.Text(random.pick(WORDS))]);
  } else if (random.chance(0.08)) {
    column.delete(column.toArray().indexOf(entry));
  } else if (random.chance(0.35) && entry.length > 1) {
    const from = random.below(entry.length - 1);
    entry.delete(from, 1 + random.below(entry.length - from));
  } else if (entry.length < PAD_ENTRY_CHARACTERS_MAX / 2) {
    entry.insert(random.below(entry.length + 1), random.pick(WORDS) ?? "");
  }
}
