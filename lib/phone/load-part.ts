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

/** Files that have come or are on their way. */
const coming = new Map<string, Promise<void>>();

function come(name: string): Promise<void> {
  const known = coming.get(name);
  if (known) return known;
  const found = preload(new URL(name, import.meta.url).href);
  coming.set(name, found);
  found.catch(() => coming.delete(name));
  return found;
}

function preload(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "script";
    // As modules are asked for, or it would come twice.
    link.crossOrigin = "anonymous";
    link.nonce = document.querySelector("script")?.nonce ?? "";
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error("A part of the page didn't come"));
    };
    link.href = address;
    document.head.append(link);
  });
}
