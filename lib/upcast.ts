/**
 * How stored data outlive the release that wrote them. Each stored shape (a session's plan, the events
 * of its log, its kept summary, what a device keeps) carries a version, and has a list of upcasts in a
 * file `upcasts.ts` beside it. What is stored is read by first running the upcasts from its version on;
 * all other code knows the current shape only. How to add a version: docs/decisions/0025.
 */

/** An object as it was stored. */
export type StoredObject = Readonly<Record<string, unknown>>;

/**
 * Makes of a shape's version n what version n + 1 would have stored. Pure; leaves alone what it does not
 * know, since the schema of the current shape is asked afterwards. Never changed once it was released.
 */
export type Upcast = (stored: StoredObject) => StoredObject;

/** Stored by a newer release than this one: there is no way back. */
export class NewerVersion extends Error {}

/** Version 1 is what had no version: the shapes of the first release. Each upcast makes one more. */
const versionOf = (upcasts: readonly Upcast[]): number => upcasts.length + 1;

export const isObject = (value: unknown): value is StoredObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What was stored, in the current version's shape and without the version; a schema has to read it
 * next. What is no object comes back as it is, for the schema to refuse. Throws `NewerVersion`.
 */
export function upcast(stored: unknown, upcasts: readonly Upcast[]): unknown {
  if (!isObject(stored)) return stored;
  const { version = 1, ...value } = stored;
  const current = versionOf(upcasts);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new NewerVersion("What is stored has a version that is no number");
  }
  if (version > current) {
    throw new NewerVersion(`Stored in version ${version}; this release reads up to ${current}`);
  }
  return upcasts.slice(version - 1).reduce<StoredObject>((each, next) => next(each), value);
}

/** What is to be stored, with the version of its shape. */
export function versioned<T extends object>(
  value: T,
  upcasts: readonly Upcast[],
): T & { version: number } {
  return { ...value, version: versionOf(upcasts) };
}
