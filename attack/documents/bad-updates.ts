import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Random } from "@/attack/random";
import type { Model } from "@/lib/documents/guard";
import {
  BOARD_UPDATE,
  PAD_ENTRIES_MAX,
  PAD_ENTRY_CHARACTERS_MAX,
  PAD_UPDATE,
} from "@/lib/documents/limits";

/** What a hostile member makes out of what it knows: updates that Yjs itself would apply. */
export interface BadUpdate {
  name: string;
  /** The only model that it is one of; left out: both. */
  of?: Model;
  make(known: Known): Uint8Array;
}

export interface Known {
  model: Model;
  /** The id that the attacker was given, and how far the document knows it. */
  client: number;
  clock: number;
  /** A copy of the document, for the attacker alone. */
  doc: Y.Doc;
  /** Somebody else's id. */
  other: number;
  random: Random;
}

const rootOf = (model: Model): string => (model === "board" ? "cards" : "guess");
const limitsOf = (model: Model) => (model === "board" ? BOARD_UPDATE : PAD_UPDATE);
const KEY = "f".repeat(32);

/** What somebody else's page would send: a document of its own under this id, that starts where it is told to. */
function writtenAs(client: number, doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
  const made: Uint8Array[] = [];
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
  own.clientID = client;
  own.on("update", (update: Uint8Array) => made.push(update));
  own.transact(() => write(own));
  return Y.mergeUpdates(made);
}

/** Writes one struct by hand: `info` and what follows it, as `UpdateEncoderV1` would. */
function byHand(
  client: number,
  clock: number,
  structs: readonly ((encoder: encoding.Encoder) => void)[],
  deletions: readonly (readonly [client: number, clock: number, length: number])[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, structs.length > 0 ? 1 : 0);
  if (structs.length > 0) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) struct(encoder);
  }
  encoding.writeVarUint(encoder, deletions.length);
  for (const [of, from, length] of deletions) {
    encoding.writeVarUint(encoder, of);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, from);
    encoding.writeVarUint(encoder, length);
  }
  return encoding.toUint8Array(encoder);
}

/** Bits of a struct's first byte. */
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
const CONTENT = { gc: 0, deleted: 1, string: 4, any: 8, skip: 10 } as const;

const gc = (length: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, CONTENT.gc);
  encoding.writeVarUint(encoder, length);
};
const skip = (length: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, CONTENT.skip);
  encoding.writeVarUint(encoder, length);
};
/** Characters after something that may not be there. */
const stringAfter =
  (client: number, clock: number, text: string) => (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, HAS_ORIGIN | CONTENT.string);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, text);
  };
const anyAt =
  (root: string, key: string | null, values: readonly encoding.AnyEncodable[]) =>
  (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, CONTENT.any | (key === null ? 0 : HAS_PARENT_SUB));
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, root);
    if (key !== null) encoding.writeVarString(encoder, key);
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value);
  };

/** Arrays in arrays, as deep as an update has bytes. */
function nested(depth: number): encoding.AnyEncodable {
  let value: encoding.AnyEncodable = 0;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

const DEEP = 500;
/** Each of these is allowed, and only all of them together are too much. */
const LONG_KEYS = 80;
const LONG_ENTRIES = 3;
const BEYOND = 2 ** 40;

/** The attacks of the threat model, and those that a spike has seen get through; all of them are to be refused. */
export const badUpdates: readonly BadUpdate[] = [
  {
    name: "under somebody else's id",
    make: ({ model, doc, other }) =>
      writtenAs(other, doc, (own) => {
        if (model === "board") own.getMap("cards").set(KEY, ["", "a1", 1, 1]);
        else own.getArray("guess").insert(0, [new Y.Text("x")]);
      }),
  },
  {
    name: "after a gap in one's own clock",
    make: ({ model, client, clock }) =>
      byHand(client, clock + 5, [
        anyAt(rootOf(model), model === "board" ? KEY : null, [["", "a1", 1, 1]]),
      ]),
  },
  {
    name: "after something that never comes",
    make: ({ client, clock, random }) =>
      byHand(client, clock, [stringAfter(random.below(BEYOND), random.below(1_000), "x")]),
  },
  {
    name: "after what comes later in itself",
    make: ({ client, clock }) => byHand(client, clock, [stringAfter(client, clock + 3, "abcdef")]),
  },
  {
    name: "a gap that is said to be one",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [
        skip(3),
        anyAt(rootOf(model), model === "board" ? KEY : null, [["", "a1", 1, 1]]),
      ]),
  },
  {
    name: "a jump of the clock",
    make: ({ client, clock }) => byHand(client, clock, [gc(2 ** 52)]),
  },
  {
    name: "a jump of the clock by what is deleted",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [
        (encoder) => {
          encoding.writeUint8(encoder, CONTENT.deleted | (model === "board" ? HAS_PARENT_SUB : 0));
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, rootOf(model));
          if (model === "board") encoding.writeVarString(encoder, KEY);
          encoding.writeVarUint(encoder, limitsOf(model).clocks + 1);
        },
      ]),
  },
  {
    name: "more structs than anybody makes",
    make: ({ model, client, clock }) =>
      byHand(
        client,
        clock,
        Array.from({ length: limitsOf(model).structs + 1 }, () => gc(1)),
      ),
  },
  {
    name: "more bytes than anybody sends",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [anyAt(rootOf(model), KEY, ["x".repeat(limitsOf(model).bytes + 1)])]),
  },
  {
    name: "deletions of what is not there",
    make: ({ client, random }) => byHand(client, 0, [], [[random.below(BEYOND), 0, 10]]),
  },
  {
    name: "deletions of what will once be there",
    make: ({ client, clock, other, doc, random }) =>
      random.chance(0.5)
        ? byHand(client, 0, [], [[client, clock, 1_000]])
        : byHand(client, 0, [], [[other, Y.getState(doc.store, other), 1_000]]),
  },
  {
    name: "a large set of deletions",
    make: ({ model, other }) =>
      byHand(
        0,
        0,
        [],
        Array.from({ length: limitsOf(model).deletes + 1 }, (_, n) => [other, n, 1] as const),
      ),
  },
  {
    name: "another root",
    make: ({ model, client, doc }) =>
      writtenAs(client, doc, (own) => {
        if (model === "board") own.getMap("else").set(KEY, ["", "a1", 1, 1]);
        else own.getArray("else").insert(0, [new Y.Text("x")]);
      }),
  },
  {
    name: "types in types",
    make: ({ model, client, doc }) =>
      writtenAs(client, doc, (own) => {
        if (model === "board") own.getMap("cards").set(KEY, new Y.Map([["x", 1]]));
        else own.getArray("guess").insert(0, [new Y.Array<unknown>()]);
      }),
  },
  {
    name: "types that look like text",
    make: ({ model, client, doc }) =>
      writtenAs(client, doc, (own) => {
        if (model === "board") own.getMap("groups").set(KEY, new Y.XmlText());
        else own.getArray("guess").insert(0, [new Y.XmlText()]);
      }),
  },
  {
    name: "a text on a board",
    of: "board",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => own.getMap("cards").set(KEY, new Y.Text("x"))),
  },
  {
    name: "something in a text",
    of: "pad",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => {
        const text = new Y.Text("x");
        own.getArray("guess").insert(0, [text]);
        text.insertEmbed(0, { src: "x" });
        text.format(0, 1, { bold: true });
      }),
  },
  {
    name: "a text with attributes",
    of: "pad",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => {
        const text = new Y.Text("x");
        own.getArray("guess").insert(0, [text]);
        text.setAttribute("href", "x");
      }),
  },
  {
    name: "deep nesting",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [anyAt(rootOf(model), model === "board" ? KEY : null, [nested(DEEP)])]),
  },
  {
    name: "values that are no places",
    make: ({ model, client, clock, random }) =>
      byHand(client, clock, [
        anyAt(rootOf(model), KEY, [
          random.pick([
            "Somebody's story",
            ["", "a1", 1.5, 1],
            ["", "a1", 1, 4096],
            ["x", "a1", 1, 1],
            ["", "a 1", 1, 1],
            [1, 1],
            { "0": "" },
            null,
          ]) ?? null,
        ]),
      ]),
  },
  {
    name: "two values at once",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [
        anyAt(rootOf(model), KEY, [
          ["", "a1", 1, 1],
          ["", "a1", 1, 1],
        ]),
      ]),
  },
  {
    name: "text under a key",
    make: ({ model, client, clock }) =>
      byHand(client, clock, [
        (encoder) => {
          encoding.writeUint8(encoder, CONTENT.string | HAS_PARENT_SUB);
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, rootOf(model));
          encoding.writeVarString(encoder, KEY);
          encoding.writeVarString(encoder, "x");
        },
      ]),
  },
  {
    name: "keys that are no ids",
    make: ({ model, client, clock, random }) =>
      byHand(client, clock, [
        anyAt(
          rootOf(model),
          random.pick(["__proto__", "", "Anna was here", "A".repeat(32)]) ?? "",
          [["", "a1", 1, 1]],
        ),
      ]),
  },
  {
    name: "more bytes than anybody moves",
    of: "board",
    make: ({ client, doc, random }) =>
      writtenAs(client, doc, (own) => {
        for (let card = 0; card < LONG_KEYS; card += 1) {
          own.getMap("cards").set(random.hex(32), ["", "a".repeat(160), 1, 1]);
        }
      }),
  },
  {
    name: "more bytes than anybody types",
    of: "pad",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => {
        for (const [column, root] of ["guess", "know", "ask"].entries()) {
          const entries = Array.from({ length: LONG_ENTRIES }, () => new Y.Text("…".repeat(190)));
          own.getArray(root).insert(column === 0 ? 0 : own.getArray(root).length, entries);
        }
      }),
  },
  {
    name: "more entries than there is room for",
    of: "pad",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => {
        const texts = Array.from({ length: PAD_ENTRIES_MAX + 1 }, () => new Y.Text("x"));
        own.getArray("know").insert(0, texts);
      }),
  },
  {
    name: "an entry that is too long",
    of: "pad",
    make: ({ client, doc }) =>
      writtenAs(client, doc, (own) => {
        own.getArray("ask").insert(0, [new Y.Text("x".repeat(PAD_ENTRY_CHARACTERS_MAX + 1))]);
      }),
  },
];

/**
 * Letters between two others that are in one text and were never next to each other: nothing in it is wrong by itself, and
 * where it comes to lie may depend on what else was there. Null where there is no text yet.
 */
export function betweenStrangers({ client, clock, doc, random }: Known): Uint8Array | null {
  const column = doc.getArray(random.pick(["guess", "know", "ask"]) ?? "guess");
  const text = column.length > 0 ? column.get(random.below(column.length)) : null;
  if (!(text instanceof Y.Text)) return null;
  const letters: Y.ID[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    for (let at = 0; at < item.length; at += 1) {
      letters.push(Y.createID(item.id.client, item.id.clock + at));
    }
  }
  const [left, right] = random.shuffle(letters);
  if (!left || !right) return null;
  return lettersBetween({ client, clock }, left, right, random.pick(["x", "yz"]) ?? "x");
}

/** An update of one item: letters that are said to have been written between these two. */
export const lettersBetween = (
  { client, clock }: Pick<Known, "client" | "clock">,
  left: Y.ID,
  right: Y.ID,
  letters: string,
): Uint8Array =>
  byHand(client, clock, [
    (encoder) => {
      encoding.writeUint8(encoder, HAS_ORIGIN | HAS_RIGHT_ORIGIN | CONTENT.string);
      for (const { client: of, clock: at } of [left, right]) {
        encoding.writeVarUint(encoder, of);
        encoding.writeVarUint(encoder, at);
      }
      encoding.writeVarString(encoder, letters);
    },
  ]);

/** Bytes changed, cut, doubled and put together: most of it is no update any more, some is one that nobody made. */
export function mutated(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update];
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) {
    const at = random.below(bytes.length);
    switch (random.below(6)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        // Neighbours, lengths and clocks are mostly off by little.
        bytes[at] = ((bytes[at] ?? 0) + (random.chance(0.5) ? 1 : 255)) % 256;
        break;
      case 2:
        bytes.splice(at, 1 + random.below(4));
        break;
      case 3:
        bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random.below(8)));
        break;
      case 4: {
        const from = random.below(other.length);
        const part = other.slice(from, from + 1 + random.below(12));
        bytes.splice(at, part.length, ...part);
        break;
      }
      default:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
  }
  return Uint8Array.from(bytes);
}
