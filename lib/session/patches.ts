import { type SessionView, viewCollections } from "@/lib/session/view-schema";

/**
 * Views travel as flat records: `session`, `activity`, … and `cards/<id>` for the entries of
 * collections. A patch names the records that changed and those that are gone.
 */

const collections: readonly string[] = viewCollections;

/** Each record of a view as JSON text, by its path. */
export function flatten(view: SessionView): Map<string, string> {
  const records = new Map<string, string>();
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined) continue;
    if (!collections.includes(name)) {
      records.set(name, JSON.stringify(value));
      continue;
    }
    // The collection itself is a record too, so that an empty one arrives.
    records.set(name, "{}");
    for (const [id, entry] of Object.entries(value ?? {})) {
      records.set(`${name}/${id}`, JSON.stringify(entry));
    }
  }
  return records;
}

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

/** Flat records back into the nested shape that `sessionView` parses. */
export function unflatten(records: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  const entries = new Map<string, Record<string, unknown>>();
  for (const [path, value] of records) {
    const slash = path.indexOf("/");
    if (slash < 0) {
      if (collections.includes(path)) entries.set(path, entries.get(path) ?? {});
      else view[path] = value;
      continue;
    }
    const name = path.slice(0, slash);
    const collection = entries.get(name) ?? {};
    collection[path.slice(slash + 1)] = value;
    entries.set(name, collection);
  }
  for (const [name, collection] of entries) view[name] = collection;
  return view;
}
