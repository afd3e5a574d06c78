import { chmodSync } from "node:fs";

/** As root, Postgres runs as `nobody`, who has to be able to pass through the folder above its data. */
export function openForEverybody(folder: string): string {
  chmodSync(folder, 0o711);
  return folder;
}
