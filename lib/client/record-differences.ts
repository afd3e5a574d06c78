import * as z from "zod/mini";
import { type DeviceRecord, highestRevision, newDeviceRecord } from "@/lib/client/device-record";

/**
 * What one page has changed in a device's record, as small as its parts: a field of a card, or of what a kind
 * keeps. So that what a page leaves behind is put beside what other pages have written, not over it.
 */

const step = z.string();

/** `was` is what the page knew there, `is` what it made of it; undefined: nothing. */
export const difference = z.object({
  path: z.array(step),
  was: z.optional(z.unknown()),
  is: z.optional(z.unknown()),
});

export type Difference = z.infer<typeof difference>;

type Tree = Map<string, { path: string[]; value: unknown }>;

/** Lists whose entries have a name of their own, by the field that holds it. */
const NAMED_BY: Record<string, string> = { cards: "edit", keptCards: "id" };

/** Where what kinds keep stands, by what its content is called in an entry. */
const KEPT = "kept";
const CONTENT = "content";

/**
 * How deep a record is looked into: collection, entry, field, and of what kinds keep also its content's
 * fields and their entries. A list there is one part: its entries belong together.
 */
function isLookedInto(path: readonly string[], value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const [collection, , field] = path;
  if (collection === KEPT && path.length > 2) {
    return field === CONTENT && path.length <= 4 && !Array.isArray(value);
  }
  if (path.length > 2 || collection === "talk" || collection === "series") return false;
  return !Array.isArray(value) || nameIn(path) !== undefined;
}

const nameIn = (path: readonly string[]): string | undefined =>
  path.length === 1 ? NAMED_BY[path[0] ?? ""] : undefined;

/**
 * What differs between what a page started from and what it has by now; of what kinds keep under `handedIn`
 * also what is the same, since it was handed in with the rest.
 */
export function differences(
  before: DeviceRecord,
  after: DeviceRecord,
  handedIn: readonly string[] = [],
): Difference[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Map([...old, ...now])].flatMap(([key, { path }]) => {
    const [was, is] = [old.get(key)?.value, now.get(key)?.value];
    const isTold = isContent(path) && handedIn.includes(path[1] ?? "");
    return JSON.stringify(was) === JSON.stringify(is) && !isTold ? [] : [{ path, was, is }];
  });
}

/**
 * The record with the differences in it. Where another page has changed the same part since, its word
 * stands: it is the later one. The same differences again change nothing.
 */
export function withDifferences(
  record: DeviceRecord,
  changes: readonly Difference[],
): Record<string, unknown> {
  const parts = partsOf(record);
  /** Entries with a new state of their own, and those that were filled in differently. */
  const [restated, refilled] = [new Set<string>(), new Set<string>()];
  for (const { path, was, is } of changes) {
    const key = JSON.stringify(path);
    const stored = parts.get(key)?.value;
    if (!isSamePart(stored, was)) continue;
    if (is === undefined) parts.delete(key);
    else parts.set(key, { path, value: is });
    const isState = path.length === 3 && path[2] === "state";
    if (isState) restated.add(entryOf(path));
    else if (!isSamePart(stored, is)) refilled.add(entryOf(path));
  }
  /** Entries in which what another page has chosen stands. */
  const overruled = new Set<string>();
  for (const { path, is } of changes) {
    const isOverruled = !isSamePart(parts.get(JSON.stringify(path))?.value, is);
    if (isContent(path) && isOverruled) overruled.add(entryOf(path));
  }
  for (const [key, { path, value }] of parts) {
    const entry = entryOf(path);
    const isState = path.length === 3 && path[2] === "state" && path[0] === KEPT;
    const isHandedIn = value === "saving" || value === "saved";
    // One page has handed it in, and not with what another has put there.
    const isOther = restated.has(entry) ? overruled.has(entry) : refilled.has(entry);
    if (isState && isHandedIn && isOther) parts.set(key, { path, value: "draft" });
  }
  return whole(parts);
}

const isContent = ([collection, , field]: readonly string[]): boolean =>
  collection === KEPT && field === CONTENT;

const entryOf = (path: readonly string[]): string => JSON.stringify(path.slice(0, 2));

/** Two pages may have begun the same answer: nothing yet is nothing yet, whether it stands there or not. */
const isSamePart = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || (isNothing(one) && isNothing(other));

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || value === 0 || value === false;

/**
 * What a page of the first version left: its whole record, with nothing to compare. Where it knows all
 * that is stored it is the later one; else only what isn't stored at all is taken from it.
 */
export function differencesOfWhole(stored: DeviceRecord, left: DeviceRecord): Difference[] {
  const isLater =
    highestRevision(left) >= highestRevision(stored) &&
    stored.cards.every(({ edit, revision }) =>
      left.cards.some((card) => card.edit === edit && card.revision >= revision),
    );
  return differences(isLater ? stored : newDeviceRecord(left.session, left.device), left);
}

function partsOf(record: DeviceRecord): Tree {
  const parts: Tree = new Map();
  function take(value: unknown, path: string[]): void {
    const isOpened = isLookedInto(path, value);
    // What is looked into is a part too, so that it is there while it is empty.
    parts.set(JSON.stringify(path), { path, value: isOpened ? {} : value });
    if (!isOpened) return;
    for (const [key, entry] of Object.entries(value)) {
      take(entry, [...path, nameOf(entry, nameIn(path)) ?? key]);
    }
  }
  take(record, []);
  return parts;
}

function nameOf(entry: unknown, name: string | undefined): string | undefined {
  if (name === undefined || typeof entry !== "object" || entry === null) return undefined;
  const own: unknown = Reflect.get(entry, name);
  return typeof own === "string" ? own : undefined;
}

function whole(parts: Tree): Record<string, unknown> {
  const root = new Map<string, unknown>();
  for (const { path, value } of parts.values()) put(root, path, value, path);
  return Object.fromEntries([...root].map(([key, value]) => [key, plain(value, key)]));
}

function put(
  into: Map<string, unknown>,
  [first, ...rest]: readonly string[],
  value: unknown,
  path: readonly string[],
): void {
  if (first === undefined) return;
  const isLast = rest.length === 0;
  if (isLast && !isLookedInto(path, value)) {
    into.set(first, value);
    return;
  }
  const known = into.get(first);
  const inner = known instanceof Map ? known : new Map<string, unknown>();
  into.set(first, inner);
  put(inner, rest, value, path);
}

function plain(value: unknown, key = ""): unknown {
  if (!(value instanceof Map)) return value;
  if (key in NAMED_BY) return [...value.values()].map((entry) => plain(entry));
  return Object.fromEntries([...value].map(([name, entry]) => [name, plain(entry)]));
}
