import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { workloads } from "@/bench/workloads/workloads";
import { projectRoot } from "@/server/project-root";

/** A minute or two, and several times that on a busy machine. */
const TIMEOUT_MS = 15 * 60_000;

test(
  "each workload still runs, and loses nothing",
  async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "bench/main.ts", "--short"], {
      cwd: projectRoot(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    const [code] = await once(child, "exit");
    for (const { name } of workloads) expect(said).toContain(`── ${name} ──`);
    expect(said.split("\n").filter((line) => line.endsWith(" lost"))).toEqual([]);
    expect(code).toBe(0);
  },
  TIMEOUT_MS,
);
