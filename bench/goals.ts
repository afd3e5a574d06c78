import { type Figures, isCarried, type Spread } from "@/bench/figures";
import type { WorkloadResult } from "@/bench/results";
import { FIRST_FILE, HOCUSPOCUS_TUNED, OWN, PEERS, Y_WEBSOCKET } from "@/bench/servers";

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

/** Decisions that say why something is not as it is wanted. */
export const whyNot = [
  "0101-exports-in-a-process-of-their-own",
  "0117-moves-are-decided-from-memory",
  "0125-what-a-move-costs-by-thread",
  "0127-the-same-change-beside-others",
  "0134-a-command-reads-what-it-names",
  "0136-what-a-phone-does-on-its-way-in",
] as const;

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
const sustainedBy =
  (people: number) =>
  (results: Results): string | null => {
    const fit = (results.get("workshop") ?? []).filter(
      (each) => each.case.includes(`: ${people}, each`) && isCarried(each),
    );
    const most = Math.max(...fit.map(({ donePerSecond }) => donePerSecond ?? 0));
    return fit.length === 0 ? null : `${Math.round(most)}/s`;
  };

/** Of each phase in which 300 people send one command five times a second: quickest and slowest, and the one in the middle. */
function answeredAt1500(results: Results): string | null {
  const spreads = (results.get("workshop") ?? [])
    .filter((each) => each.case.includes(": 300, each 5/s") && each.offeredPerSecond === 1_500)
    .flatMap(({ answerMs }) => answerMs ?? []);
  const told = (of: keyof Spread): string => {
    const sorted = spreads.map((each) => Math.round(each[of])).toSorted((a, b) => a - b);
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    return `${of} ${sorted.at(0)}–${sorted.at(-1)}, mostly ${middle} ms`;
  };
  return spreads.length === 0 ? null : `${told("p50")}; ${told("p99")} (${spreads.length} phases)`;
}

/** The rows of one server, its rates rising. */
const changesOf = (results: Results, server: string): readonly Figures[] =>
  (results.get(PEERS) ?? []).filter((each) => each.case.startsWith(`${server}: `));

/** What one of its figures is at the lowest rate, beside that of a tuned hocuspocus; null where either isn't known. */
function besideTuned(
  results: Results,
  server: string,
  of: (row: Figures) => number | null,
): { own: number; ratio: number } | null {
  const [own, theirs] = [server, HOCUSPOCUS_TUNED].map((name) => {
    const [lowest] = changesOf(results, name);
    return lowest ? of(lowest) : null;
  });
  return own && theirs ? { own, ratio: own / theirs } : null;
}

/** The highest rate up to which a server has carried all; null where it carried none, or wasn't measured. */
function carriedBy(results: Results, server: string): number | null {
  const rows = changesOf(results, server);
  const end = rows.findIndex((each) => !isCarried(each));
  const carried = end < 0 ? rows : rows.slice(0, end);
  return carried.at(-1)?.offeredPerSecond ?? null;
}

const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;

/** One after the other, as far as they are known; null where none is. */
const listed = (parts: readonly (string | null)[]): string | null => {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join("; ");
};

/** What a change that everybody sees costs the server, and its database beside it. */
function costOfChange(results: Results, server: string, name: string): string | null {
  const alone = besideTuned(results, server, (each) => each.serverCpuMsPerAction);
  const whole = besideTuned(
    results,
    server,
    (each) => (each.serverCpuMsPerAction ?? 0) + (each.databaseCpuMsPerAction ?? 0),
  );
  if (!alone || !whole) return null;
  return `${name} ${alone.own.toFixed(2)} ms, ${times(alone.ratio)} (with its database ${times(whole.ratio)})`;
}

function bytesOfChange(results: Results, server: string, name: string): string | null {
  const found = besideTuned(results, server, (each) => each.bytesPerClient);
  return found && `${name} ${found.own}, ${times(found.ratio)}`;
}

/** The same of each change of ours. */
const ofEachChange =
  (told: (results: Results, server: string, name: string) => string | null) =>
  (results: Results): string | null =>
    listed([
      told(results, OWN.onBoard, "moved, board open"),
      told(results, OWN.inViews, "moved, in views"),
      told(results, OWN.letThrough, "let through"),
    ]);

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
    now: answeredAt1500,
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
    what: "a change that 300 see, 50/s: server CPU against hocuspocus with `flushDelay: 50`",
    before: "2.6×",
    wanted: "≤ 1×, ½ is the stretch",
    now: ofEachChange(costOfChange),
  },
  {
    what: "changes that 300 see, sustained with p99 < 250 ms to the last screen (moved, board open)",
    before: "not measured",
    wanted: "≥ 3× tuned hocuspocus, ≥ 20× y-websocket",
    now(results) {
      const [own, tuned, plain] = [OWN.onBoard, HOCUSPOCUS_TUNED, Y_WEBSOCKET].map((name) =>
        carriedBy(results, name),
      );
      if (!own) return null;
      const beside = (carried: number | null | undefined, name: string) =>
        carried ? `${times(own / carried)} ${name} (${Math.round(carried)}/s)` : null;
      return listed([
        `${Math.round(own)}/s`,
        beside(tuned, "tuned hocuspocus"),
        beside(plain, "y-websocket"),
      ]);
    },
  },
  {
    what: "bytes per such change and client, 50/s, against the same hocuspocus",
    before: "660–720, its 148–158",
    wanted: "≤ ½×",
    now: ofEachChange(bytesOfChange),
  },
  {
    what: "one ballot opened by each of 1,000 phones: server CPU; longest stall",
    before: "2.3 s of blocked loop",
    wanted: "≤ 200 ms",
    now(results) {
      const [found] = results.get("ballots") ?? [];
      if (!found) return null;
      const cpu = found.serverCpuMsPerAction;
      return listed([cpu === null ? null : ms(cpu * found.done), spread(found.loopDelayMs, "max")]);
    },
  },
  {
    what: "longest stall of a live server while files of 1,000 people are made",
    before: "not measured",
    wanted: "< 50 ms",
    now(results) {
      const made = (results.get("files") ?? [])
        .filter(({ offered }) => offered > 0)
        .toSorted((a, b) => (b.loopDelayMs?.max ?? 0) - (a.loopDelayMs?.max ?? 0));
      const isFirst = (each: Figures) => each.case.endsWith(FIRST_FILE);
      const longest = [made.find((each) => !isFirst(each)), made.find(isFirst)];
      return listed(
        longest.map((each) => (each ? `${spread(each.loopDelayMs, "max")} (${each.case})` : null)),
      );
    },
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
