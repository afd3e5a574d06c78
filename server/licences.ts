import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "@/server/project-root";

/** Our licence and those of everything in the product, as the build wrote them; null before a build. */
export async function readLicences(): Promise<string | null> {
  return await readFile(join(projectRoot(), "dist/licences.txt"), "utf8").catch(() => null);
}
