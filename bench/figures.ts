import * as z from "zod";

/** What one server carries: nothing is lost, and the slowest percent of changes is everywhere within less than this. */
const CARRIED_P99_MS = 250;

const spread = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() });
export type Spread = z.infer<typeof spread>;

/** What one case of a workload gave. Times in ms; null where there was nothing to measure. */
export const figures = z.object({
  /** What was done, and how large it was. */
  case: z.string(),
  offered: z.int(),
  done: z.int(),
  offeredPerSecond: z.nullable(z.number()),
  donePerSecond: z.nullable(z.number()),
  /** From sending to the answer. */
  answerMs: z.nullable(spread),
  /** From sending to each screen that shows it. */
  seenMs: z.nullable(spread),
  /** From sending to the last screen that shows it. */
  slowestMs: z.nullable(spread).default(null),
  serverCpuMsPerAction: z.nullable(z.number()),
  databaseCpuMsPerAction: z.nullable(z.number()),
  bytesPerClient: z.nullable(z.number()),
  memoryPerConnection: z.nullable(z.number()),
  /** The most that a process held which the server started for it, bytes. */
  memoryBeside: z.nullable(z.number()).default(null),
  loopDelayMs: z.nullable(spread),
  /** Share of the machine that others used meanwhile, 0 to 1; a run beside others is no measurement. */
  foreignCpu: z.nullable(z.number()),
  /** Refused for a moment and sent again: not lost, but waited for. */
  again: z.int(),
  lost: z.int(),
});
export type Figures = z.infer<typeof figures>;

/** The nearest rank of sorted numbers. */
const rank = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Null for no numbers. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  if (numbers.length === 0) return null;
  // Millions of them, where each screen counts.
  const sorted = Float64Array.from(numbers).sort();
  return {
    p50: rank(sorted, 0.5),
    p95: rank(sorted, 0.95),
    p99: rank(sorted, 0.99),
    max: rank(sorted, 1),
  };
}

/** Short for people: three digits at least, and no more than one needs. */
const short = (number: number): string =>
  number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(3)));

const cell = (value: number | null): string => (value === null ? "–" : short(value));

const spreadCell = (value: Spread | null): string =>
  value === null ? "–" : [value.p50, value.p95, value.p99, value.max].map(short).join(" / ");

/** The columns of a table, as terminal and RESULTS.md show it. */
const COLUMNS: readonly [title: string, of: (row: Figures) => string][] = [
  ["case", (row) => row.case],
  ["offered", (row) => String(row.offered)],
  ["done", (row) => String(row.done)],
  ["offered/s", (row) => cell(row.offeredPerSecond)],
  ["done/s", (row) => cell(row.donePerSecond)],
  ["answer ms p50 / p95 / p99 / max", (row) => spreadCell(row.answerMs)],
  ["every screen ms p50 / p95 / p99 / max", (row) => spreadCell(row.seenMs)],
  ["last screen ms p50 / p95 / p99 / max", (row) => spreadCell(row.slowestMs)],
  ["server CPU ms/action", (row) => cell(row.serverCpuMsPerAction)],
  ["database CPU ms/action", (row) => cell(row.databaseCpuMsPerAction)],
  ["bytes/client", (row) => cell(row.bytesPerClient)],
  ["memory/connection", (row) => cell(row.memoryPerConnection)],
  ["memory beside", (row) => cell(row.memoryBeside)],
  ["loop delay ms p50 / p95 / p99 / max", (row) => spreadCell(row.loopDelayMs)],
  [
    "foreign CPU",
    (row) => (row.foreignCpu === null ? "–" : `${Math.round(row.foreignCpu * 100)} %`),
  ],
  ["again", (row) => String(row.again)],
  ["lost", (row) => String(row.lost)],
];

/** A table in Markdown; columns of which no row says anything are left out. */
export function tableOf(rows: readonly Figures[]): string {
  const shown = COLUMNS.filter(([, of]) => rows.some((row) => of(row) !== "–"));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(shown.map(([title]) => title)),
    line(shown.map((_, column) => (column === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(shown.map(([, of]) => of(row)))),
  ].join("\n");
}

/** Whether a server carries what it was offered: see `CARRIED_P99_MS`. */
export const isCarried = ({ lost, slowestMs, answerMs }: Figures): boolean =>
  lost === 0 && ((slowestMs ?? answerMs)?.p99 ?? Number.POSITIVE_INFINITY) < CARRIED_P99_MS;
