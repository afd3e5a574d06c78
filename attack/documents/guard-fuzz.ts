import * as Y from "yjs";
import { badUpdates, betweenStrangers, mutated } from "@/attack/documents/bad-updates";
import { honestWriter, type Writer } from "@/attack/documents/honest-writer";
import { type Random, seeded } from "@/attack/random";
import { isSpoilt, type Model, type Step, takeUpdate } from "@/lib/documents/guard";
import {
  BOARD_KEYS_MAX,
  BOARD_UPDATE,
  PAD_ENTRIES_MAX,
  PAD_ENTRY_CHARACTERS_MAX,
  PAD_UPDATE,
} from "@/lib/documents/limits";
import { reloadsTheSame, textOf } from "@/lib/documents/reload";

/** What a run of the fuzz has counted. */
export interface FuzzCount {
  honest: number;
  /** Made by an attack that has a name; none may be taken. */
  bad: number;
  /** Mutations of what honest people sent, and how many of them were valid. */
  mutated: number;
  mutatedTaken: number;
}

interface Options {
  model: Model;
  seed: number;
  /** How many updates that are not honest. */
  updates: number;
  /** A step that the guard leaves out, to see that this is noticed. */
  without?: Step;
}

/** People who write one document until it is thrown away. */
const WRITERS = 4;
const HOSTILE_PER_DOCUMENT = 150;
/** How often letters come between two that were never neighbours. */
const ODD = 0.2;

/** Honest people write, and between them somebody sends what nobody's screen makes. Returns what must not have happened. */
export function fuzzGuard({ model, seed, updates, without }: Options): {
  count: FuzzCount;
  defects: string[];
} {
  const count: FuzzCount = { honest: 0, bad: 0, mutated: 0, mutatedTaken: 0 };
  const defects: string[] = [];
  for (let nth = 0; count.bad + count.mutated < updates && defects.length === 0; nth += 1) {
    const found = fuzzOne(model, seeded(seed * 1_000_003 + nth), count, without);
    if (found) defects.push(`${model}, seed ${seed}, document ${nth}: ${found}`);
  }
  return { count, defects };
}

function fuzzOne(
  model: Model,
  random: Random,
  count: FuzzCount,
  without: Step | undefined,
): string | null {
  let live = new Y.Doc();
  let nextClient = 100;
  const fresh = (): { client: number; writer: Writer; late: Uint8Array[] } => {
    nextClient += 1;
    const state = Y.encodeStateAsUpdate(live);
    return {
      client: nextClient,
      writer: honestWriter(model, { client: nextClient, state, random }),
      late: [],
    };
  };
  const people = Array.from({ length: WRITERS }, fresh);
  const attacks = badUpdates.filter(({ of = model }) => of === model);
  const sent: Uint8Array[] = [];
  const options = (client: number) => ({ client, model, ...(without ? { without } : {}) });

  for (let hostile = 0; hostile < HOSTILE_PER_DOCUMENT; ) {
    const at = random.below(people.length);
    const person = people[at];
    if (!person) continue;
    // Some hear of the others late.
    if (random.chance(0.7)) for (const update of person.late.splice(0)) person.writer.hear(update);
    const update = person.writer.write();
    if (update) {
      count.honest += 1;
      const refused = takeUpdate(live, update, options(person.client));
      if (refused) return `an honest update was refused by ${refused}: ${hexOf(update)}`;
      sent.push(update);
      for (const other of people) if (other !== person) other.late.push(update);
    }
    const last = random.pick(sent);
    if (!last) continue;
    hostile += 1;
    const attack = random.chance(0.25) ? random.pick(attacks) : undefined;
    const other = people[(at + 1) % people.length]?.client ?? 1;
    const clock = Y.getState(live.store, person.client);
    const known = { model, client: person.client, clock, doc: live, other, random };
    const odd = model === "pad" && !attack && random.chance(ODD) ? betweenStrangers(known) : null;
    const made = attack
      ? attack.make({ ...known, doc: copyOf(live) })
      : (odd ?? mutated(last, random.pick(sent) ?? last, random));
    if (attack) count.bad += 1;
    else count.mutated += 1;
    const before = told(live);
    const refused = attempt(live, made, options(person.client));
    if (typeof refused === "object" && refused !== null) return `${refused.error}: ${hexOf(made)}`;
    if (refused === "pending") return `only the last step noticed: ${hexOf(made)}`;
    if (refused !== null) {
      if (isSpoilt(refused)) live = reloaded(before.state, live);
      else if (told(live).text !== before.text)
        return `refused, and yet it changed: ${hexOf(made)}`;
      continue;
    }
    if (attack && told(live).text !== before.text)
      return `${attack.name} was taken: ${hexOf(made)}`;
    const wrong = wrongIn(live, { model, made, before: before.clocks, client: person.client });
    if (wrong) return `${wrong}: ${hexOf(made)}`;
    if (told(live).text === before.text) continue;
    count.mutatedTaken += 1;
    if (!reloadsTheSame(live, model))
      return `it reads otherwise once it is loaded anew: ${hexOf(made)}`;
    // Who has sent it is another one from now on: its page does not know what it is said to have written.
    for (const each of people) if (each !== person) each.late.push(made);
    people[at] = fresh();
  }
  for (const { writer, late } of people) {
    for (const update of late) writer.hear(update);
    if (textOf(writer.doc, model) !== textOf(live, model)) return "somebody reads something else";
  }
  return null;
}

function attempt(
  live: Y.Doc,
  update: Uint8Array,
  options: Parameters<typeof takeUpdate>[2],
): Step | null | { error: string } {
  try {
    return takeUpdate(live, update, options);
  } catch (error) {
    return { error: `it threw ${error instanceof Error ? error.message : "something"}` };
  }
}

/** Looks at a document with no help of the guard's. */
function wrongIn(
  doc: Y.Doc,
  {
    model,
    made,
    before,
    client,
  }: { model: Model; made: Uint8Array; before: ReadonlyMap<number, number>; client: number },
): string | null {
  const { bytes, clocks } = model === "board" ? BOARD_UPDATE : PAD_UPDATE;
  if (made.byteLength > bytes) return "more bytes than may be taken";
  if (doc.store.pendingStructs || doc.store.pendingDs) return "something waits for ever";
  for (const [id, structs] of doc.store.clients) {
    const state = Y.getState(doc.store, id);
    if (id !== client && state !== (before.get(id) ?? 0)) return "somebody else's clock moved";
    if (state - (before.get(id) ?? 0) > clocks) return "a clock jumped";
    if (structs.length === 0) return "a client without anything";
  }
  const roots = model === "board" ? ["cards", "groups"] : ["guess", "know", "ask"];
  if ([...doc.share.keys()].some((root) => !roots.includes(root))) return "another root";
  return model === "board" ? wrongInBoard(doc) : wrongInPad(doc);
}

function wrongInBoard(doc: Y.Doc): string | null {
  const [cards, groups] = [doc.getMap("cards"), doc.getMap("groups")];
  if (cards._map.size + groups._map.size > BOARD_KEYS_MAX) return "too many keys";
  for (const map of [cards, groups]) {
    if (map._start !== null) return "a map with a list in it";
    for (const [key, value] of map.entries()) {
      if (!/^[0-9a-f]{32}$/.test(key)) return `the key ${key}`;
      const [group, order, ...at] =
        map === cards && Array.isArray(value)
          ? value
          : ["", "", ...(Array.isArray(value) ? value : [])];
      const isPlace =
        at.length === 2 &&
        at.every((each) => Number.isInteger(each) && each >= 0 && each <= 4095) &&
        typeof group === "string" &&
        /^([0-9a-f]{32})?$/.test(group) &&
        typeof order === "string" &&
        /^[0-9A-Za-z]{0,160}$/.test(order);
      if (!isPlace) return `no place: ${JSON.stringify(value)}`;
    }
  }
  return null;
}

function wrongInPad(doc: Y.Doc): string | null {
  for (const name of ["guess", "know", "ask"]) {
    const column = doc.getArray(name);
    if (column._map.size > 0) return "a list with keys";
    if (column.length > PAD_ENTRIES_MAX) return "too many entries";
    for (const entry of column.toArray()) {
      if (!(entry instanceof Y.Text) || entry.constructor !== Y.Text) return "no text";
      if (entry.length > PAD_ENTRY_CHARACTERS_MAX) return "too long";
      if (entry._map.size > 0) return "a text with attributes";
      const parts: unknown[] = entry.toDelta();
      const isPlain = parts.every(
        (part) =>
          JSON.stringify(Object.keys(part ?? {})) === '["insert"]' &&
          typeof Reflect.get(Object(part), "insert") === "string",
      );
      if (!isPlain) return "not only letters";
    }
  }
  return null;
}

/** What a document holds, down to its clocks and what is deleted. */
function told(doc: Y.Doc): {
  text: string;
  state: Uint8Array;
  clocks: ReadonlyMap<number, number>;
} {
  const state = Y.encodeStateAsUpdate(doc);
  const clocks = new Map(
    [...doc.store.clients.keys()].map((id) => [id, Y.getState(doc.store, id)]),
  );
  return { text: Buffer.from(state).toString("base64"), state, clocks };
}

function reloaded(state: Uint8Array, spoilt: Y.Doc): Y.Doc {
  spoilt.destroy();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

const copyOf = (doc: Y.Doc): Y.Doc => reloaded(Y.encodeStateAsUpdate(doc), new Y.Doc());

const hexOf = (update: Uint8Array): string => Buffer.from(update).toString("hex").slice(0, 400);
