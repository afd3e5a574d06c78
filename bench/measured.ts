import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { type Figures, figures, spreadOf } from "@/bench/figures";
import { askProbe, coreCount, cpuTimes, type Health } from "@/bench/processes";

/** A server that is measured, in processes of its own. */
export interface Measured {
  /** Its first process, and that of its database; null where it has none. */
  readonly pids: { server: number; database: number | null };
  /** The socket of its probe (`probe.mjs`). */
  readonly probe: string;
}

/** What a piece of work has to say of itself; the rest is read off the processes. */
export interface Work {
  case: string;
  offered: number;
  done: number;
  again?: number;
  /** What was to happen and did not; what wasn't done is lost unless it says otherwise. */
  lost?: number;
  /** How long it was offered, and took, ms. */
  offeredMs?: number;
  tookMs?: number;
  answersMs?: readonly number[];
  seenMs?: readonly number[];
  slowestMs?: readonly number[];
  bytes?: number;
  clients?: number;
  /** Connections that were opened by it and stay. */
  connections?: number;
  memoryBeside?: number;
}

/** A process needs a moment to settle after what was before. */
const SETTLE_MS = 200;

const MS_PER_SECOND = 1_000;

/** Does a piece of work, and reads what it cost. */
export async function measured(server: Measured, work: () => Promise<Work>): Promise<Figures> {
  await delay(SETTLE_MS);
  const { server: pid, database } = server.pids;
  const healthBefore = await askProbe(server.probe);
  const before = cpuTimes(pid, database);
  const did = await work();
  const after = cpuTimes(pid, database);
  const health = await askProbe(server.probe);
  const per = (of: "server" | "database"): number | null =>
    before && after && did.done > 0 ? (after[of] - before[of]) / did.done : null;
  const perSecond = (count: number, ms: number | undefined): number | null =>
    ms === undefined || ms === 0 ? null : (count / ms) * MS_PER_SECOND;
  return {
    case: did.case,
    offered: did.offered,
    done: did.done,
    offeredPerSecond: perSecond(did.offered, did.offeredMs),
    donePerSecond: perSecond(did.done, did.tookMs),
    answerMs: spreadOf(did.answersMs ?? []),
    seenMs: spreadOf(did.seenMs ?? []),
    slowestMs: spreadOf(did.slowestMs ?? []),
    serverCpuMsPerAction: per("server"),
    databaseCpuMsPerAction: database === null ? null : per("database"),
    bytesPerClient:
      did.bytes === undefined || !did.clients ? null : Math.round(did.bytes / did.clients),
    memoryPerConnection: memoryPer(did.connections, healthBefore, health),
    memoryBeside: did.memoryBeside ?? null,
    loopDelayMs: health.loopMs,
    foreignCpu:
      before && after
        ? Math.max(0, after.foreign - before.foreign) / ((after.at - before.at) * coreCount)
        : null,
    again: did.again ?? 0,
    lost: did.lost ?? did.offered - did.done,
  };
}

function memoryPer(connections: number | undefined, before: Health, after: Health): number | null {
  return connections ? Math.round(Math.max(0, after.rss - before.rss) / connections) : null;
}

const range = z.nullable(z.tuple([z.number(), z.number()]));

/** What is true of all figures of several rounds: the middle one of each, and how far apart they lay. */
export const roundsSchema = z.object({
  median: figures,
  /** Of `donePerSecond`, `seenMs.p99` and `serverCpuMsPerAction`, lowest and highest. */
  ranges: z.object({ donePerSecond: range, seenP99: range, serverCpu: range }),
});
export type Rounds = z.infer<typeof roundsSchema>;

/** The round in the middle by the slowest screens, so that its figures belong together. */
export function ofRounds(rounds: readonly Figures[]): Rounds {
  const sorted = rounds.toSorted((a, b) => (a.seenMs?.p99 ?? 0) - (b.seenMs?.p99 ?? 0));
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!median) throw new Error("There was no round");
  const rangeOf = (
    of: (row: Figures) => number | null | undefined,
  ): Rounds["ranges"]["seenP99"] => {
    const known = rounds.map(of).filter((each) => each !== null && each !== undefined);
    return known.length === 0 ? null : [Math.min(...known), Math.max(...known)];
  };
  return {
    // Whatever was lost in one of them was lost.
    median: { ...median, lost: Math.max(...rounds.map(({ lost }) => lost)) },
    ranges: {
      donePerSecond: rangeOf((row) => row.donePerSecond),
      seenP99: rangeOf((row) => row.seenMs?.p99),
      serverCpu: rangeOf((row) => row.serverCpuMsPerAction),
    },
  };
}
