import type { Dump, Found } from "@/attack/anonymity/disk";
import type { Trace } from "@/attack/anonymity/truth";

/** All that the adversary holds of one session. Variants that leak are made by changing it. */
export interface Evidence {
  trace: Trace;
  rows: Dump["rows"];
  /** Markdown, JSON and CSV of the summary. */
  exports: readonly string[];
}

/** What an adversary holds against one card: everything beside its words, by where it stood. */
export type Facts = Map<string, number | string>;
/** By the card's text. */
export type Clues = Map<string, Facts>;

/**
 * What a card says because its author chose to. It isn't a channel: whoever is recognised by it is
 * recognised by their own words. (Consents are looked at apart, in the second table.)
 */
const CONTENT: ReadonlySet<string> = new Set(["text", "notForStage"]);

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Walks any JSON for cards. Every scalar beside a card's text is a fact, so is its place in lists
 * and objects, and so is every scalar of the objects around it: a field that somebody adds one day
 * is attacked without a change here.
 */
function gather(value: Json, path: string, around: Facts, clues: Clues): void {
  if (value === null || typeof value !== "object") return;
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((each, at) => [String(at), each])
    : Object.entries(value);
  const isList = Array.isArray(value);
  const scalars: Facts = new Map();
  if (!isList) {
    for (const [key, each] of entries) {
      if (CONTENT.has(key) || (typeof each !== "string" && typeof each !== "number")) continue;
      scalars.set(`${path}.${key}`, each);
    }
  }
  const text = isList ? undefined : value.text;
  if (typeof text === "string" && text.startsWith("wort-")) {
    const facts = clues.get(text) ?? new Map();
    // The first time tells most; later ones are the same card again.
    for (const [name, fact] of [...around, ...scalars]) if (!facts.has(name)) facts.set(name, fact);
    clues.set(text, facts);
  }
  for (const [at, [key, each]] of entries.entries()) {
    const inside = isList ? `${path}[]` : isName(key) ? `${path}.${key}` : `${path}.*`;
    const place: Facts = new Map([...around, ...scalars, [`${inside}.place`, at]]);
    gather(each, inside, place, clues);
  }
}

/** Names of fields, as against ids that happen to be keys. */
const isName = (key: string): boolean => /^[a-zA-Z]{1,20}$/.test(key);

const parse = (text: string): Json => JSON.parse(text);

/** What the frames of one watcher tell, record by record: `cards`, `review`, … */
export function fromFrames(frames: readonly string[]): Clues {
  const clues: Clues = new Map();
  for (const [number, text] of frames.entries()) {
    const frame = parse(text);
    if (frame === null || typeof frame !== "object" || Array.isArray(frame)) continue;
    const records = frame.records ?? frame.set;
    if (records === null || typeof records !== "object" || Array.isArray(records)) continue;
    for (const [place, [path, record]] of Object.entries(records).entries()) {
      const name = path.split("/")[0] ?? path;
      const around: Facts = new Map<string, number | string>([
        [`${name}.frame`, number],
        [`${name}.now`, Number(frame.now)],
        [`${name}.place`, place],
        [`${name}.key`, path],
      ]);
      gather(record, name, around, clues);
    }
  }
  return clues;
}

/** What the rows of a dump tell. */
export function fromRows(rows: Dump["rows"]): Clues {
  const clues: Clues = new Map();
  for (const { table, row } of rows) gather(parse(JSON.stringify(row)), table, new Map(), clues);
  return clues;
}

/** Where files hold a card's words. */
export function fromPlaces(name: string, places: Found["tables"]): Clues {
  return new Map([...places].map(([text, offset]) => [text, new Map([[name, offset]])]));
}

/** What an export tells: where in the file each card's words stand. */
export function fromExport(file: string, word: RegExp): Clues {
  return new Map(
    [...file.matchAll(word)].map((match) => [match[0], new Map([["offset", match.index]])]),
  );
}

/** Only facts whose name begins with one of these. */
export function only(clues: Clues, prefixes: readonly string[]): Clues {
  return new Map(
    [...clues].map(([text, facts]) => [
      text,
      new Map([...facts].filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)))),
    ]),
  );
}

/** The known behaviours, as orders of people: each person as often as they have revealed cards. */
export type Timelines = Map<string, string[]>;

export function timelinesOf(trace: Trace, question: string): Timelines {
  const cards = trace.cards.filter(
    (card) => card.question === question && card.fate === "revealed",
  );
  const activity = question.split("/")[0] ?? question;
  const by = (moment: (card: (typeof cards)[number]) => number) =>
    [...cards].sort((a, b) => moment(a) - moment(b)).map(({ author }) => author);
  const done = trace.done.get(`${activity}/write`) ?? [];
  return new Map([
    ["handed in", by(({ sentAt }) => sentAt)],
    ["corrected", by(({ editedAt }) => editedAt)],
    ["joined", by(({ author }) => trace.joined.indexOf(author))],
    ["said done", by(({ author }) => done.findIndex(({ who }) => who === author))],
  ]);
}
