import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The first moment that a zip knows. In the machine's own zone, as the format has it: the bytes are the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** Where an Office file says when it was made and changed. */
const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:)/g;

/**
 * An Office file without the moment in which it was made, and with its parts in order: of equal content equal bytes.
 * Office files inside of it, such as the tables of charts, likewise.
 */
export function settled(file: Uint8Array, day: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith("/"));
  parts.sort(([one], [other]) => (one < other ? -1 : 1));
  // Readers look for this one first.
  const types = parts.findIndex(([name]) => name === "[Content_Types].xml");
  parts.unshift(...parts.splice(types, types < 0 ? 0 : 1));
  const made = parts.map(([name, content]): [string, Uint8Array] => {
    if (name.endsWith(".xlsx")) return [name, settled(content, day)];
    if (name !== "docProps/core.xml") return [name, content];
    return [name, strToU8(strFromU8(content).replace(TIMES, `$1${day}T00:00:00Z$2`))];
  });
  return zipSync(Object.fromEntries(made), { mtime: NO_TIME, level: 6 });
}
