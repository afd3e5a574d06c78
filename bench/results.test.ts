import { expect, test } from "vitest";
import { type Figures, spreadOf, tableOf } from "@/bench/figures";
import { goals } from "@/bench/goals";
import { ofRounds } from "@/bench/measured";
import { resultsOf } from "@/bench/results";

const row = (of: Partial<Figures>): Figures => ({
  case: "something",
  offered: 10,
  done: 10,
  offeredPerSecond: null,
  donePerSecond: null,
  answerMs: null,
  seenMs: null,
  serverCpuMsPerAction: null,
  databaseCpuMsPerAction: null,
  bytesPerClient: null,
  memoryPerConnection: null,
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
  const { plot } = resultsOf(machine, [{ machine, name: "peers", what: "", rows: [], rounds }]);
  expect(plot?.match(/<polyline/g)).toHaveLength(2);
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
