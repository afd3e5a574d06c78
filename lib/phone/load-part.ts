/**
 * Loads a part of a phone's page: all its files at once, and only once they have come is it run. A browser finds files that
 * others need one after the other, and may remember for good that a module didn't come: so nothing is imported that
 * has not come. The bundle calls it for each `import()` (`scripts/phone.mjs`).
 *
 * @param files their names beside this one's
 * @returns what `load` does; rejects where a file doesn't come, and may be asked again
 */
export async function loadPart<Module>(
  files: readonly string[],
  load: () => Promise<Module>,
): Promise<Module> {
  await Promise.all(files.map(come));
  return load();
}

// The bundle calls it by this name where a part is loaded.
Reflect.set(globalThis, "loadPart", loadPart);

/** Files that have come or are on their way. */
const coming = new Map<string, Promise<void>>();

function come(name: string): Promise<void> {
  const known = coming.get(name);
  if (known) return known;
  const found = fetched(new URL(name, import.meta.url).href);
  coming.set(name, found);
  found.catch(() => coming.delete(name));
  return found;
}

/**
 * Into the browser's cache, from where it is imported then. Not by a link that preloads it: Chromium remembers those that
 * failed, too.
 */
async function fetched(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("A part of the page didn't come");
  await answer.arrayBuffer();
}
