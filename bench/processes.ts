import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { availableParallelism } from "node:os";
import * as z from "zod";

/** The kernel counts CPU time in ticks of this length (`sysconf(_SC_CLK_TCK)` is 100 on every Linux). */
const MS_PER_TICK = 10;

/** Fields of `/proc/<pid>/stat` after the name, from `state` on (proc(5)). */
const STAT = {
  parent: 1,
  userTicks: 11,
  systemTicks: 12,
  childUserTicks: 13,
  childSystemTicks: 14,
};

/** Fields of the line `cpu` in `/proc/stat` that count: user, nice, system, irq, softirq. */
const BUSY_FIELDS = [0, 1, 2, 5, 6];

/** Counted before anybody is kept to some cores, which changes what the system answers. */
export const coreCount = availableParallelism();

interface ProcessStat {
  pid: number;
  parent: number;
  /** Its own time and that of children that have ended, ms. */
  cpuMs: number;
}

/** Every process of the machine; none where there is no `/proc`. */
function processes(): ProcessStat[] {
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return [];
  }
  return names.flatMap((name): ProcessStat[] => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The name in brackets may hold blanks.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const at = (field: number): number => Number(fields[field]);
      const { parent, ...ticks } = STAT;
      const sum = Object.values(ticks).reduce((all, field) => all + at(field), 0);
      return [{ pid, parent: at(parent), cpuMs: sum * MS_PER_TICK }];
    } catch {
      // It has ended since.
      return [];
    }
  });
}

/** A process and everything below it. */
function family(all: readonly ProcessStat[], root: number): ProcessStat[] {
  const own = all.filter(({ pid }) => pid === root);
  const below = all.filter(({ parent }) => parent === root);
  return [...own, ...below.flatMap(({ pid }) => family(all, pid))];
}

const sumOf = (all: readonly ProcessStat[]): number =>
  all.reduce((sum, { cpuMs }) => sum + cpuMs, 0);

/** CPU time so far, ms, of who takes part and of everybody else; null where the system doesn't say. */
export interface CpuTimes {
  server: number;
  database: number;
  foreign: number;
  /** Monotonic, ms. */
  at: number;
}

/** `database`: its first process; null where there is none. Load is whatever hangs on this process besides. */
export function cpuTimes(server: number, database: number | null): CpuTimes | null {
  const all = processes();
  if (all.length === 0) return null;
  const ofDatabase = database === null ? [] : family(all, database);
  const inDatabase = new Set(ofDatabase.map(({ pid }) => pid));
  const ofServer = family(all, server).filter(({ pid }) => !inDatabase.has(pid));
  const ours = new Map(
    [...ofDatabase, ...family(all, process.pid)].map((each) => [each.pid, each]),
  );
  return {
    server: sumOf(ofServer),
    database: sumOf(ofDatabase),
    foreign: machineCpuMs() - sumOf([...ours.values()]),
    at: now(),
  };
}

/** What all processes of the machine have used so far. */
function machineCpuMs(): number {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const ticks = line.trim().split(/\s+/).slice(1).map(Number);
  return BUSY_FIELDS.reduce((sum, field) => sum + (ticks[field] ?? 0), 0) * MS_PER_TICK;
}

/** Milliseconds of a clock that all processes of a machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

const health = z.object({
  loopMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() }),
  rss: z.number(),
  cpuMs: z.number(),
});
export type Health = z.infer<typeof health>;

/** Asks the probe of a measured server; its delays are those since it was asked last. */
export function askProbe(path: string): Promise<Health> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(path);
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.once("error", reject);
    socket.once("end", () => {
      try {
        resolve(health.parse(JSON.parse(answer)));
      } catch (error) {
        reject(error);
      }
    });
  });
}

/**
 * Which cores whom: the server the first, its database the second where there are three, load the rest. On
 * two cores the database shares the server's; on one nobody is pinned.
 */
export const cores = (() => {
  const canPin = coreCount > 1 && spawnSync("taskset", ["--version"]).status === 0;
  if (!canPin) return null;
  const firstOfLoad = coreCount > 2 ? 2 : 1;
  return {
    server: "0",
    database: coreCount > 2 ? "1" : "0",
    load: `${firstOfLoad}-${coreCount - 1}`,
  };
})();

/** Keeps a running process, with its threads and all below it, to some cores. */
export function pin(root: number, on: string | undefined): void {
  if (on === undefined) return;
  for (const { pid } of family(processes(), root)) {
    spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", on, String(pid)]);
  }
}
