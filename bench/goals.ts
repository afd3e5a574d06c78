import type { Figures, Spread } from "@/bench/figures";
import type { WorkloadResult } from "@/bench/results";

/** What one wants of the product, beside what it was before anything was mended. */
interface Goal {
  what: string;
  /** As it was measured then, on two cores. */
  before: string;
  wanted: string;
  /** What a run has measured of it; null where it has not. */
  now(results: Results): string | null;
}

/** The rows of a run by workload. */
export type Results = ReadonlyMap<string, readonly Figures[]>;

export const byWorkload = (results: readonly WorkloadResult[]): Results =>
  new Map(results.map(({ name, rows }) => [name, rows]));

const row = (results: Results, workload: string, begins: string): Figures | undefined =>
  results.get(workload)?.find((each) => each.case.startsWith(begins));

const ms = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : `${Math.round(value)} ms`;

const spread = (value: Spread | null | undefined, ...of: (keyof Spread)[]): string | null =>
  value ? of.map((each) => `${each} ${Math.round(value[each])} ms`).join(", ") : null;

const kilobytes = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : `${Math.round(value / 1_000)} kB`;

/** When the last one was in. */
const lastIn = (phones: number) => (results: Results) => {
  const found = row(results, "way in", `${phones} phones`);
  if (!found?.donePerSecond) return null;
  return `${(found.done / found.donePerSecond).toFixed(1)} s, ${found.lost} failed`;
};

/** What a phase is called that shows everybody the card of each: other kinds show more than one, or fewer. */
const REVEAL = "reveal";

/** The reveal of a card of each to all of them. */
const revealed = (results: Results, shownTo: number): Figures | undefined =>
  results.get("workshop")?.find((each) => each.case.endsWith(` ${REVEAL}: shown to ${shownTo}`));

/** The highest rate of a room of so many at which everything was done and the slowest percent waited less than this. */
const SUSTAINED_P99_MS = 250;
const sustainedBy =
  (people: number) =>
  (results: Results): string | null => {
    const fit = (results.get("workshop") ?? []).filter(
      (each) =>
        each.case.includes(`: ${people}, each`) &&
        each.lost === 0 &&
        (each.answerMs?.p99 ?? Number.POSITIVE_INFINITY) < SUSTAINED_P99_MS,
    );
    const most = Math.max(...fit.map(({ donePerSecond }) => donePerSecond ?? 0));
    return fit.length === 0 ? null : `${Math.round(most)}/s`;
  };

export const goals: readonly Goal[] = [
  {
    what: "one phone comes in: server CPU",
    before: "93–118 ms",
    wanted: "≤ 20 ms",
    now: (results) => ms(row(results, "way in", "30 phones")?.serverCpuMsPerAction),
  },
  {
    what: "100 phones within 2 s: last one in",
    before: "11–12 s",
    wanted: "≤ 3 s",
    now: lastIn(100),
  },
  {
    what: "300 phones within 2 s: last one in",
    before: "38 s, 49 page loads failed",
    wanted: "≤ 8 s, none failed",
    now: lastIn(300),
  },
  {
    what: "1,000 sockets with a 300-card view: the last one; longest stall",
    before: "8–14 s, 337 ms",
    wanted: "≤ 4 s, ≤ 100 ms",
    now(results) {
      const found = row(results, "sockets", "1000");
      return found
        ? [spread(found.seenMs, "max"), spread(found.loopDelayMs, "max")].join("; ")
        : null;
    },
  },
  {
    what: "answer to a command, 300 people, 1,500/s",
    before: "p50 77, p99 108–124 ms",
    wanted: "p50 ≤ 40, p99 ≤ 85 ms",
    now: (results) =>
      spread(
        results.get("workshop")?.find((each) => each.case.includes(": 300, each 5/s"))?.answerMs,
        ...(["p50", "p99"] as const),
      ),
  },
  {
    what: "sustained by 300 people with p99 < 250 ms (each may send ten a second)",
    before: "1,500/s shown",
    wanted: "≥ 4,000/s",
    now: sustainedBy(300),
  },
  {
    what: "the same by 1,000 people, of whom so much may come",
    before: "not measured",
    wanted: "≥ 4,000/s",
    now: sustainedBy(1_000),
  },
  {
    what: "reveal of 300 cards to 300 screens: slowest; CPU",
    before: "376–658 ms; 380–460 ms",
    wanted: "≤ 200 ms; ≤ 50 ms",
    now(results) {
      const found = revealed(results, 300);
      return found
        ? [spread(found.seenMs, "max"), ms(found.serverCpuMsPerAction)].join("; ")
        : null;
    },
  },
  {
    what: "a reveal to 1,000 screens",
    before: "2.1 s",
    wanted: "≤ 500 ms",
    now: (results) => spread(revealed(results, 1_000)?.seenMs, "max"),
  },
  {
    what: "bytes of the reveal to 300, per phone",
    before: "106 kB",
    wanted: "≤ 26 kB",
    now: (results) => kilobytes(revealed(results, 300)?.bytesPerClient),
  },
  {
    what: "sorting 300 cards, bytes per phone",
    before: "3.9 MB",
    wanted: "≤ 60 kB",
    now: (results) =>
      kilobytes(
        results.get("sorting")?.find((each) => each.case.includes(", 300 p"))?.bytesPerClient,
      ),
  },
  {
    what: "scripts of the participant's route; time to can-write",
    before: "262 kB; 4.6–4.8 s",
    wanted: "≤ 150 kB; ≤ 3 s",
    now(results) {
      const found = row(results, "browser", "until");
      return found
        ? [kilobytes(found.bytesPerClient), spread(found.seenMs, "p50")].join("; ")
        : null;
    },
  },
  {
    what: "back after `kill -9`, 300 phones",
    before: "8.7 s",
    wanted: "≤ 4 s",
    now: (results) => spread(row(results, "restart", "300")?.seenMs, "max"),
  },
  {
    what: "1,000 moves of 300 cards seen by 60: server CPU; against hocuspocus with `flushDelay: 50`",
    before: "2.8 s; 3.0×",
    wanted: "≤ 1 s; ≤ 1×",
    now(results) {
      const [ours, theirs] = ["collect", "hocuspocus"].map(
        (name) => row(results, "boards", name)?.serverCpuMsPerAction,
      );
      return ours && theirs ? `${ours.toFixed(2)} s; ${(ours / theirs).toFixed(1)}×` : null;
    },
  },
];
