import { type Narrow, narrow } from "@/lib/channel";
import { viewCollections } from "@/lib/session/view-schema";

/**
 * Views travel as flat records: `session`, `activity`, …, `cards/<id>` for the entries of collections,
 * and `activity/record/<field>` for what the current activity's kind shows, where a field that is a map
 * is a record per entry (`activity/record/sorted/<card>`): a change costs its own size and not the
 * collection's. What a seat or a group sees is flat in the same way (`group/lines/<line>`).
 * A patch names the records that changed and those that are gone.
 */

const collections: readonly string[] = viewCollections;

/** Stands for a collection or map itself, so that an empty one arrives. */
const CONTAINER = "{}";

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A view as far as flattening looks into it. */
interface Nested {
  activity: { record?: unknown; [name: string]: unknown } | null;
  [name: string]: unknown;
}

/**
 * What records look like on their way, kept from one flattening to the next: the text of what is frozen, and paths. Nothing
 * is decided by it: of what may have changed the text is made each time.
 */
export interface RecordTexts {
  /** A record as JSON text. */
  textOf(value: unknown): string;
  /** The path of an entry. */
  under(path: string, key: string): string;
}

/** Remembers for as long as one screenful of things is shown again and again: a room's views. */
export function createRecordTexts(): RecordTexts {
  const texts = new WeakMap<object, string>();
  const paths = new Map<string, Map<string, string>>();
  return {
    textOf(value) {
      if (typeof value !== "object" || value === null || !Object.isFrozen(value)) {
        return JSON.stringify(value);
      }
      const text = texts.get(value) ?? JSON.stringify(value);
      texts.set(value, text);
      return text;
    },
    under(path, key) {
      let known = paths.get(path);
      if (!known || known.size >= PATHS_MAX) {
        known = new Map();
        paths.set(path, known);
      }
      const entry = known.get(key) ?? `${path}/${key}`;
      known.set(key, entry);
      return entry;
    },
  };
}

/** Entries of one collection whose paths are kept: several times what an activity shows. */
const PATHS_MAX = 2_000;

/** Where records are put. */
interface Records {
  records: Map<string, string>;
  texts: RecordTexts;
}

/** Puts a value as records, its fields one by one down to `depth`. */
function put(into: Records, path: string, value: unknown, depth: number): void {
  const { records, texts } = into;
  if (depth === 0 || !isMap(value)) {
    records.set(path, texts.textOf(value));
    return;
  }
  records.set(path, CONTAINER);
  for (const key of Object.keys(value)) put(into, texts.under(path, key), value[key], depth - 1);
}

/** The records of what a seat or a group sees. */
export function flattenNarrow(
  narrow: Narrow,
  record: unknown,
  texts = createRecordTexts(),
): Map<string, string> {
  const records = new Map<string, string>();
  put({ records, texts }, narrow, record, RECORD_DEPTH);
  return records;
}

/** Each record of a view as JSON text, by its path. */
export function flatten(view: Nested, texts = createRecordTexts()): Map<string, string> {
  const records = new Map<string, string>();
  const into: Records = { records, texts };
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined || name === "activity") continue;
    put(into, name, value, collections.includes(name) ? 1 : 0);
  }
  if (view.activity === null) {
    records.set("activity", "null");
  } else {
    const { record, ...activity } = view.activity;
    put(into, "activity", activity, 0);
    put(into, RECORD, record, RECORD_DEPTH);
  }
  return records;
}

const RECORD = "activity/record";
/** Where kinds show something of their own. */
const RECORDS: readonly string[] = [RECORD, ...narrow.options];
/** Fields of a kind's record, and entries of those that are maps. */
const RECORD_DEPTH = 2;

/** What changed between two flattened views; null where nothing did. */
export function diff(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { set: Map<string, string>; gone: string[] } | null {
  const set = new Map<string, string>();
  for (const [path, json] of after) if (before.get(path) !== json) set.set(path, json);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return set.size === 0 && gone.length === 0 ? null : { set, gone };
}

/** JSON object text from records that are JSON text already: encoded once, sent to everybody. */
export function encodeRecords(records: ReadonlyMap<string, string>): string {
  return `{${[...records].map(([path, json]) => `${JSON.stringify(path)}:${json}`).join(",")}}`;
}

/** Flat records back into the nested shape that `sessionView` parses. Parents may come after entries. */
export function unflatten(records: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  const containers = new Map<string, Record<string, unknown>>([["", view]]);
  const containerAt = (path: string): Record<string, unknown> => {
    const known = containers.get(path);
    if (known) return known;
    const made: Record<string, unknown> = {};
    containers.set(path, made);
    place(path, made);
    return made;
  };
  const place = (path: string, value: unknown): void => {
    const slash = path.lastIndexOf("/");
    containerAt(path.slice(0, Math.max(slash, 0)))[path.slice(slash + 1)] = value;
  };
  for (const [path, value] of records) {
    if (isMap(value) && isContainer(path)) Object.assign(containerAt(path), value);
    else place(path, value);
  }
  return view;
}

/** Whether what stands at a path, if it is a map at all, has entries that are records themselves. */
function isContainer(path: string): boolean {
  if (path === "activity" || collections.includes(path)) return true;
  const record = RECORDS.find((each) => path === each || path.startsWith(`${each}/`));
  return record !== undefined && path.split("/").length < record.split("/").length + RECORD_DEPTH;
}
