import { inAttributes } from "@/lib/activities/card-upcasts";
import { keptAsBefore, keptByKinds, keptLeft } from "@/lib/client/kept-upcasts";
import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";

/** Before cards could be tagged as unfair nobody had tagged one. */
const withoutTags: Upcast = (record) =>
  Array.isArray(record.cards)
    ? {
        ...record,
        cards: record.cards.map((card: unknown) =>
          isObject(card) ? { ...card, unfair: false } : card,
        ),
      }
    : record;

/** What only some kinds' cards have stands in a place of its own. */
const withAttributes: Upcast = (record) =>
  Array.isArray(record.cards) ? { ...record, cards: record.cards.map(ofKind) } : record;

/** A card of one's own: on a card of a kind without attributes both were null. */
function ofKind(card: unknown): unknown {
  if (!isObject(card)) return card;
  const names = ["caseId", "lens"].filter((name) => typeof card[name] === "string");
  return inAttributes(card, names);
}

/** Readings were handed in by commands of their own; now all cards are by the same. */
const oneCommandForCards: Upcast = (frame) => {
  const { command } = frame;
  if (!isObject(command) || !isObject(command.command)) return frame;
  return { ...frame, command: { ...command, command: cardCommand(command.command) } };
};

function cardCommand(command: StoredObject): StoredObject {
  if (command.type === "withdrawReading") return { ...command, type: "withdrawCard" };
  if (command.type !== "submitReading") return command;
  const { caseId, lens, ...rest } = command;
  return { ...rest, type: "submitCard", attributes: { caseId, lens } };
}

/** The same for what a page left of a card, field by field. */
const attributesLeft: Upcast = (letter) =>
  Array.isArray(letter.changes)
    ? { ...letter, changes: changesOfAttributes(letter.changes) }
    : letter;

function changesOfAttributes(changes: readonly unknown[]): unknown[] {
  const isAttribute = (change: unknown): change is StoredObject & { path: unknown[] } =>
    isObject(change) &&
    Array.isArray(change.path) &&
    change.path[0] === "cards" &&
    (change.path[2] === "caseId" || change.path[2] === "lens");
  const rest = changes.filter((change) => !isAttribute(change));
  const edits = new Set(changes.filter(isAttribute).map(({ path }) => path[1]));
  const merged = [...edits].map((edit) => {
    const ofCard = changes.filter(isAttribute).filter(({ path }) => path[1] === edit);
    const side = (name: "was" | "is") => {
      const fields = ofCard.flatMap(({ path, ...values }) =>
        typeof values[name] === "string" ? [[String(path[2]), values[name]]] : [],
      );
      return fields.length === 0 ? undefined : Object.fromEntries(fields);
    };
    return { path: ["cards", edit, "attributes"], was: side("was"), is: side("is") ?? {} };
  });
  return [...rest, ...merged];
}

/** From version to version of a command that waits on the device. */
export const commandFrameUpcasts: readonly Upcast[] = [
  oneCommandForCards,
  // 3: where the device keeps what is handed in.
  keptAsBefore,
];

/** From version to version of what a page leaves behind; the first one was the whole record. */
export const letterUpcasts: readonly Upcast[] = [
  (letter) => letter,
  attributesLeft,
  // 4: one place for what kinds keep.
  keptLeft,
];

/** From version to version of what a device keeps of a session. */
export const deviceUpcasts: readonly Upcast[] = [
  // 2: what was handed in may be in "conflict" with another page's (P135). Nothing was before.
  (stored) => stored,
  // 3: a card may be tagged as unfair.
  withoutTags,
  // 4: the pass (P111). Whoever joined before has none, and gets one when it connects.
  (stored) => stored,
  // 5: attributes of cards.
  withAttributes,
  // 6: one place for what kinds keep.
  keptByKinds,
  // 7: the four words of a series. Nobody had drawn any.
  (stored) => stored,
];
