import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Figures, spreadOf, tableOf } from "@/bench/figures";
import { goals, whyNot } from "@/bench/goals";
import { passed } from "@/bench/load/changes";
import { ofRounds } from "@/bench/measured";
import { resultsOf, withNew } from "@/bench/results";
import { HOCUSPOCUS_TUNED, OWN, PEERS, Y_WEBSOCKET } from "@/bench/servers";
import { delaysOf } from "@/bench/workloads/delays";
import { root } from "@/scripts/prepare.mjs";

const row = (of: Partial<Figures>): Figures => ({
  case: "something",
  offered: 10,
  done: 10,
  offeredPerSecond: null,
  donePerSecond: null,
  answerMs: null,
  seenMs: null,
  slowestMs: null,
  serverCpuMsPerAction: null,
  databaseCpuMsPerAction: null,
  bytesPerClient: null,
  memoryPerConnection: null,
  memoryBeside: null,
  loopDelayMs: null,
  foreignCpu: null,
  again: 0,
  lost: 0,
  ...of,
});

const machine = {
  cpu: "A processor",
  cores: 2,
  memoryGib: 8,
  system: "linux",
  node: "20",
  commit: "abc",
  pinned: null,
  versions: {},
};

const upTo = (end: number): number[] => Array.from({ length: end }, (_, at) => end - at);

test("a spread names what so many percent stayed below, by the nearest rank", () => {
  expect(spreadOf(upTo(100))).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
  expect(spreadOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 });
  expect(spreadOf([])).toBeNull();
});

test("a table has a line for each case, and no column of which none says anything", () => {
  const table = tableOf([row({ case: "one" }), row({ case: "two", donePerSecond: 12.345 })]);
  expect(table.split("\n").map((line) => line.split(" | ").length)).toEqual([6, 6, 6, 6]);
  expect(table).toContain("| two | 10 | 10 | 12.3 | 0 | 0 |");
});

test("of several rounds the middle one stands, with what was lost in any of them", () => {
  const rounds = [30, 10, 20].map((p99, lost) =>
    row({ seenMs: { p50: 1, p95: 1, p99, max: p99 }, lost, donePerSecond: p99 * 2 }),
  );
  const { median, ranges } = ofRounds(rounds);
  expect(median.seenMs?.p99).toBe(20);
  expect(median.lost).toBe(2);
  expect(ranges).toEqual({ donePerSecond: [20, 60], seenP99: [10, 30], serverCpu: null });
});

test("every goal has its row, measured or not", () => {
  const results = [
    {
      machine,
      name: "restart",
      what: "It is killed.",
      rows: [row({ case: "300 phones", seenMs: { p50: 1, p95: 2, p99: 3, max: 3_456 } })],
    },
  ];
  const { markdown, plot } = resultsOf(machine, results);
  for (const { what } of goals) expect(markdown).toContain(`| ${what} |`);
  expect(markdown).toContain("| 8.7 s | ≤ 4 s | max 3456 ms |");
  expect(markdown).toContain("| ≤ 3 s | not measured |");
  expect(plot).toBeNull();
});

test("a run beside others says that it measured nothing, one alone does not", () => {
  const said = (foreignCpu: number, donePerSecond = 5) =>
    resultsOf(machine, [
      { machine, name: "a", what: "b", rows: [row({ foreignCpu, donePerSecond })] },
    ]).markdown;
  expect(said(0.3)).toContain("others used up to 30 % of the machine");
  expect(said(0.01)).not.toContain("others used");
  // A tenth of a second is ten ticks of the clock that tells of CPU.
  expect(said(0.3, 100)).not.toContain("others used");
});

test("each server has its line in the picture", () => {
  const rounds = ["one", "two"].map((name) => {
    const seenMs = { p50: 5, p95: 8, p99: 9, max: 10 };
    return ofRounds([row({ case: `${name}: 50/s seen by 3`, seenMs, offeredPerSecond: 50 })]);
  });
  const rest = { machine, what: "", rows: [] };
  const { plot } = resultsOf(machine, [
    { ...rest, name: PEERS, rounds },
    // Fewer screens are another picture.
    { ...rest, name: "boards", rounds: rounds.slice(0, 1) },
  ]);
  expect(plot?.match(/<polyline/g)).toHaveLength(2);
  expect(plot?.match(/<circle/g)).toHaveLength(2);
  // They end at the same height, and their names don't lie on each other.
  const heights = [...(plot ?? "").matchAll(/ y="([\d.]+)"[^>]*>(?:one|two)</g)].map(([, y]) =>
    Number(y),
  );
  expect(new Set(heights).size).toBe(2);
  expect(plot).toContain(">one</text>");
  expect(plot).not.toContain("NaN");
});

test("each workload names the commit it was measured on, and none stands beside one of another machine", () => {
  const of = (changed: Partial<typeof machine>) => ({
    machine: { ...machine, ...changed },
    name: "clock",
    what: "Minutes are added.",
    rows: [row({})],
  });
  expect(resultsOf(machine, [of({ commit: "earlier" })]).markdown).toContain(
    "Minutes are added. Measured on commit earlier.",
  );
  expect(() => resultsOf(machine, [of({ cpu: "Another processor" })])).toThrow("another machine");
});

test("of cases that are measured anew each takes the place of its own, and tells its commit", () => {
  const of = (commit: string, rows: Figures[]) => ({
    ...{ machine: { ...machine, commit }, name: "workshop", what: "It is held." },
    rows,
  });
  const before = of("earlier", [
    row({ case: "pause: shown to 300", done: 1 }),
    row({ case: "pause: shown to 25", done: 2 }),
    row({ case: "pause: shown to 300", done: 3 }),
    row({ case: "vote: 300 at once (2 × conflict)", done: 4 }),
  ]);
  const now = of("later", [
    row({ case: "pause: shown to 300", done: 11 }),
    row({ case: "pause: shown to 300", done: 13 }),
    row({ case: "vote: 300 at once", done: 14 }),
    row({ case: "sort: 300 at once", done: 15 }),
  ]);
  const both = withNew(before, now);
  expect(both.rows.map(({ done }) => done)).toEqual([11, 2, 13, 14, 15]);
  expect(resultsOf(machine, [both]).markdown).toContain(
    "Measured on commit later (cases: 4), earlier (cases: 1).",
  );
});

test("a screen is past a change once it shows a later one of the same card", () => {
  const got = new Map([
    ["0.5", 50],
    ["1.4", 60],
    ["0.4", 70],
    ["0.3", 80],
  ]);
  // Two cards each: the third of the first generator came with the fifth, which is of the same card.
  const all = passed(got, { cards: 2, first: 1 });
  expect(Object.fromEntries(all)).toEqual({
    ...{ "0.1": 50, "0.3": 50, "0.5": 50 },
    ...{ "1.2": 60, "1.4": 60, "0.2": 70, "0.4": 70 },
  });
  // What was before the first one doesn't count.
  expect([...passed(got, { cards: 2, first: 4 }).keys()]).toEqual(["0.5", "1.4", "0.4"]);
});

test("a change is as slow as its slowest screen, and what was not sent is none", () => {
  const sentAt = new Map([
    ["0.1", 10],
    ["0.2", 20],
  ]);
  const parts = [
    [
      { mark: "0.1", at: [30, 12] },
      { mark: "0.9", at: [100] },
    ],
    [{ mark: "0.1", at: [17] }],
    [{ mark: "0.2", at: [21] }],
  ];
  const { seenMs, slowestMs, tookMs } = delaysOf(sentAt, parts);
  expect(seenMs.toSorted((a, b) => a - b)).toEqual([1, 2, 7, 20]);
  expect(slowestMs.toSorted((a, b) => a - b)).toEqual([1, 20]);
  expect(tookMs).toBe(20);
});

test("a server is held to the last rate that it carried before the first that it did not", () => {
  const at = (name: string, perSecond: number, p99: number, lost = 0) =>
    row({
      case: `${name}: ${perSecond}/s seen by 300`,
      slowestMs: { p50: 1, p95: 1, p99, max: p99 },
      offeredPerSecond: perSecond,
      ...{ serverCpuMsPerAction: 100 / perSecond, databaseCpuMsPerAction: 0, bytesPerClient: 80 },
      lost,
    });
  const rows = [
    ...[at(OWN.onBoard, 50, 60), at(OWN.onBoard, 200, 70), at(OWN.onBoard, 500, 80)],
    // Slower than wanted, and carried again by chance.
    ...[at(OWN.onBoard, 1_000, 300), at(OWN.onBoard, 2_000, 200)],
    at(HOCUSPOCUS_TUNED, 50, 60),
    { ...at(HOCUSPOCUS_TUNED, 200, 60, 1), bytesPerClient: 1 },
    at(Y_WEBSOCKET, 50, 10),
  ];
  const { markdown } = resultsOf(machine, [{ machine, name: PEERS, what: "Changes.", rows }]);
  expect(markdown).toContain("| 500/s; 10× tuned hocuspocus (50/s); 10× y-websocket (50/s) |");
  expect(markdown).toContain("| moved, board open 80, 1.00× |");
  expect(markdown).toContain("| moved, board open 2.00 ms, 1.00× (with its database 1.00×) |");
});

test("answers are told from the quickest to the slowest of the phases that send as much", () => {
  const answers = [40, 120, 60].map((p99, at) =>
    row({
      case: `kind ${at} · phase: 300, each 5/s`,
      offeredPerSecond: 1_500,
      answerMs: { p50: p99 / 2, p95: p99, p99, max: p99 },
    }),
  );
  const twice = row({ ...answers[0], offeredPerSecond: 3_000 });
  const rows = [...answers, twice];
  const { markdown } = resultsOf(machine, [{ machine, name: "workshop", what: "", rows }]);
  expect(markdown).toContain("| p50 20–60, mostly 30 ms; p99 40–120, mostly 60 ms (3 phases) |");
});

test("what says why something is not met is there", () => {
  const missing = whyNot.filter((name) => !existsSync(join(root, `docs/decisions/${name}.md`)));
  expect(missing).toEqual([]);
});
