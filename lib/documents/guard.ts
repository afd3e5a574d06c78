import * as Y from "yjs";
import { BOARD_ROOTS, boardKeys } from "@/lib/documents/board-document";
import {
  BOARD_KEYS_MAX,
  BOARD_UPDATE,
  PAD_ENTRIES_MAX,
  PAD_ENTRY_CHARACTERS_MAX,
  PAD_UPDATE,
  type UpdateLimits,
} from "@/lib/documents/limits";
import { liesAsSeen } from "@/lib/documents/order";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { padColumn } from "@/lib/documents/pad-document";
import { groupAt, place } from "@/lib/documents/place";
import { randomId } from "@/lib/ids";

/**
 * What looks at an update before a document takes it. Yjs applies whatever it is given: structs under somebody else's id,
 * such as wait for ever for something that never comes, types inside types, clocks that jump to the end of all numbers. So
 * each update is decoded first and everything in it has to be what our own screens make. Pure, but for the last step,
 * which applies it.
 */

/** What a document is, as far as its guard has to know. */
export type Model = "board" | "pad";

/** The steps in their order; each is one of the reasons for which an update is refused. */
export type Step =
  | "size"
  | "undecodable"
  | "structs"
  | "contents"
  | "references"
  | "deletions"
  | "pending"
  | "order"
  | "shape";

type Structs = ReturnType<typeof Y.decodeUpdate>["structs"];
type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];

interface Examined {
  doc: Y.Doc;
  model: ModelRules;
  /** The id that whoever sent it writes under. */
  client: number;
  structs: Structs;
  deletions: Deletions;
  /** How far the document knows this client, before the update and after it. */
  known: number;
  end: number;
}

/** True: the update may go on. */
type Check = (examined: Examined) => boolean;

/** Where an item lies. `gone`: in something that was deleted, where Yjs keeps nothing but its length. */
type Lies =
  | { in: "root"; root: string; key: string | null }
  | { in: "text"; id: string }
  | { in: "gone" };

interface ModelRules {
  limits: UpdateLimits;
  roots: readonly string[];
  /** Whether an item may have this content at all. */
  mayHold(content: Y.Item["content"]): boolean;
  /** Whether it may have it where it lies. */
  fits(content: Y.Item["content"], lies: Lies): boolean;
  /** Whether structs may stand for what is gone with what it was in. */
  mayBeGone: boolean;
  /** Values of a map are replaced, so nothing is ever written before something. */
  hasRights: boolean;
  /** Asked before a document takes an update: whether it is still one afterwards. */
  staysWhole(doc: Y.Doc): () => boolean;
}

const isDeleted = (content: Y.Item["content"]): boolean => content instanceof Y.ContentDeleted;

const board: ModelRules = {
  limits: BOARD_UPDATE,
  roots: Object.values(BOARD_ROOTS),
  mayHold: (content) => content instanceof Y.ContentAny || isDeleted(content),
  fits(content, lies) {
    if (lies.in !== "root" || lies.key === null) return false;
    if (!randomId.safeParse(lies.key).success) return false;
    if (!(content instanceof Y.ContentAny)) return true;
    const [value, ...more] = content.arr;
    const schema = lies.root === BOARD_ROOTS.cards ? place : groupAt;
    return more.length === 0 && schema.safeParse(value).success;
  },
  mayBeGone: false,
  hasRights: false,
  staysWhole(doc) {
    // What the server has laid for a large room can be moved by a console, too.
    const most = Math.max(BOARD_KEYS_MAX, boardKeys(doc));
    return () => boardKeys(doc) <= most;
  },
};

const pad: ModelRules = {
  limits: PAD_UPDATE,
  roots: PAD_COLUMNS,
  mayHold: (content) =>
    content instanceof Y.ContentString || isDeleted(content) || isPlainText(content),
  fits(content, lies) {
    if (lies.in === "gone" || isDeleted(content)) return true;
    return lies.in === "text"
      ? content instanceof Y.ContentString
      : lies.key === null && isPlainText(content);
  },
  mayBeGone: true,
  hasRights: true,
  staysWhole: (doc) => () =>
    PAD_COLUMNS.every((name) => {
      const column = padColumn(doc, name);
      if (column.length > PAD_ENTRIES_MAX) return false;
      return column
        .toArray()
        .every((entry) => entry instanceof Y.Text && entry.length <= PAD_ENTRY_CHARACTERS_MAX);
    }),
};

/** A text, and none of the types that are made of one. */
const isPlainText = (content: Y.Item["content"]): boolean =>
  content instanceof Y.ContentType && content.type.constructor === Y.Text;

const rulesOf: Readonly<Record<Model, ModelRules>> = { board, pad };

/** The steps between decoding and applying. Tests leave single ones out, to see that each is needed. */
export const checks: readonly { step: Step; check: Check }[] = [
  { step: "structs", check: hasOwnStructs },
  { step: "contents", check: hasAllowedContents },
  { step: "references", check: refersToWhatIsThere },
  { step: "deletions", check: deletesWhatIsThere },
];

/**
 * Looks at an update and applies it, as the writer who owns `client`. Null: taken. Otherwise the step that refused it;
 * after `pending`, `order` and `shape` the document has taken it, and is to be thrown away.
 */
export function takeUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  { client, model, without = null }: { client: number; model: Model; without?: Step | null },
): Step | null {
  const rules = rulesOf[model];
  if (without !== "size" && update.byteLength > rules.limits.bytes) return "size";
  const decoded = decode(update);
  if (!decoded) return "undecodable";
  const { structs, ds: deletions } = decoded;
  const known = Y.getState(doc.store, client);
  const last = structs.at(-1);
  const end = last ? last.id.clock + last.length : known;
  const examined: Examined = { doc, model: rules, client, structs, deletions, known, end };
  for (const { step, check } of checks) {
    if (step !== without && !check(examined)) return step;
  }
  const isWhole = rules.staysWhole(doc);
  Y.applyUpdate(doc, update);
  const { pendingStructs, pendingDs } = doc.store;
  if (without !== "pending" && (pendingStructs !== null || pendingDs !== null)) return "pending";
  if (without !== "order" && !liesAsSeen(doc, client, known)) return "order";
  return without !== "shape" && !isWhole() ? "shape" : null;
}

/** Whether a refused update has left the document with what it must not hold. */
export const isSpoilt = (refusedBy: Step): boolean =>
  refusedBy === "pending" || refusedBy === "order" || refusedBy === "shape";

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** Only the writer's own, one after the other, from what is known on, and not too many at once. */
function hasOwnStructs({ model, client, structs, known, end }: Examined): boolean {
  if (structs.length > model.limits.structs || end - known > model.limits.clocks) return false;
  let next: number | null = null;
  for (const struct of structs) {
    const { id, length } = struct;
    if (id.client !== client || struct instanceof Y.Skip || length < 1) return false;
    if (next === null ? id.clock > known : id.clock !== next) return false;
    next = id.clock + length;
  }
  return true;
}

function hasAllowedContents({ model, structs }: Examined): boolean {
  return structs.every((struct) =>
    struct instanceof Y.Item ? model.mayHold(struct.content) : model.mayBeGone,
  );
}

/** A struct of the update, and where it will lie. What the document has under its id goes before it. */
interface Earlier {
  struct: Y.Item | Y.GC;
  lies: Lies;
}

/**
 * What an item names as its neighbours and its parent is there, is earlier, and is where such an item may be. Of an item
 * that the document knows in part (it may be sent again after a lost answer) Yjs puts the rest after that part, wherever
 * that lies.
 */
function refersToWhatIsThere(examined: Examined): boolean {
  const { model, structs, client, known } = examined;
  const earlier: Earlier[] = [];
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return false;
    if (struct instanceof Y.GC) {
      earlier.push({ struct, lies: { in: "gone" } });
      continue;
    }
    const lies = whereItLies(struct, examined, earlier);
    if (lies === null || !model.fits(struct.content, lies)) return false;
    if (struct.id.clock < known && known < struct.id.clock + struct.length) {
      const before = lieOf(Y.createID(client, known - 1), examined, earlier);
      if (before === null || !isSamePlace(before, lies)) return false;
    }
    earlier.push({ struct, lies });
  }
  return true;
}

/** Null where what it refers to is not there, or does not belong together. */
function whereItLies(
  { origin, rightOrigin, parent, parentSub }: Y.Item,
  examined: Examined,
  earlier: readonly Earlier[],
): Lies | null {
  if (rightOrigin !== null && !examined.model.hasRights) return null;
  if (origin === null && rightOrigin === null) {
    if (typeof parent === "string") {
      const isRoot = examined.model.roots.includes(parent);
      return isRoot ? { in: "root", root: parent, key: parentSub } : null;
    }
    const isInside = parent instanceof Y.ID && parentSub === null;
    return isInside ? insideOf(parent, examined, earlier) : null;
  }
  const left = origin && lieOf(origin, examined, earlier);
  const right = rightOrigin && lieOf(rightOrigin, examined, earlier);
  if ((origin && !left) || (rightOrigin && !right)) return null;
  if (left && right) {
    // Next to something that is gone everything is gone.
    if (left.in === "gone" || right.in === "gone") return { in: "gone" };
    return isSamePlace(left, right) ? left : null;
  }
  return left ?? right;
}

const isSamePlace = (a: Lies, b: Lies): boolean => JSON.stringify(a) === JSON.stringify(b);

const nameOf = ({ client, clock }: Y.ID): string => `${client}/${clock}`;

/** What is written into the text that this item holds. */
function insideOf(id: Y.ID, examined: Examined, earlier: readonly Earlier[]): Lies | null {
  const struct = stored(id, examined) ?? earlier.find((each) => isIn(id, each.struct))?.struct;
  if (!struct) return null;
  // What was in a deleted entry goes with it.
  if (!(struct instanceof Y.Item) || isDeleted(struct.content)) return { in: "gone" };
  return isPlainText(struct.content) ? { in: "text", id: nameOf(struct.id) } : null;
}

/** Where a neighbour lies. */
function lieOf(id: Y.ID, examined: Examined, earlier: readonly Earlier[]): Lies | null {
  const struct = stored(id, examined);
  if (!struct) return earlier.find((each) => isIn(id, each.struct))?.lies ?? null;
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) {
    return { in: "gone" };
  }
  const { parent, parentSub } = struct;
  return parent._item === null
    ? { in: "root", root: Y.findRootTypeKey(parent), key: parentSub }
    : { in: "text", id: nameOf(parent._item.id) };
}

const isIn = ({ client, clock }: Y.ID, { id, length }: Y.Item | Y.GC): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length;

/** What the document holds under an id; null where it does not know it. */
function stored(id: Y.ID, { doc }: Examined): Y.Item | Y.GC | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item || struct instanceof Y.GC ? struct : null;
}

function deletesWhatIsThere({ doc, model, client, deletions, known, end }: Examined): boolean {
  let ranges = 0;
  for (const [of, deleted] of deletions.clients) {
    const state = of === client ? Math.max(known, end) : Y.getState(doc.store, of);
    ranges += deleted.length;
    if (ranges > model.limits.deletes) return false;
    if (deleted.some(({ clock, len }) => len < 1 || clock + len > state)) return false;
  }
  return true;
}
