import * as z from "zod";
import { type Figures, figures, tableOf } from "@/bench/figures";
import { byWorkload, goals, whyNot } from "@/bench/goals";
import { isSameMachine, type Machine, machineSchema } from "@/bench/machine";
import { type Rounds, roundsSchema } from "@/bench/measured";
import { plotOf } from "@/bench/plot";
import { PEERS } from "@/bench/servers";

/** A case, and the sources that it was measured on; left out where those are all its workload's. */
const measuredCase = z.object({ ...figures.shape, commit: z.optional(z.string()) });

/** What a workload gave, with what it is and where it ran: as a run keeps it. */
export const workloadResult = z.object({
  machine: machineSchema,
  name: z.string(),
  what: z.string(),
  rows: z.readonly(z.array(measuredCase)),
  rounds: z.optional(z.readonly(z.array(roundsSchema))),
});
export type WorkloadResult = z.infer<typeof workloadResult>;

/**
 * What was measured of a workload before, with what was measured now of some of its cases: each takes the place of the same one
 * before. Which one that is says its name, without what came of it in brackets, and where several are called the same their order.
 */
export function withNew(before: WorkloadResult, now: WorkloadResult): WorkloadResult {
  const of = (result: WorkloadResult): Map<string, WorkloadResult["rows"][number]> => {
    const times = new Map<string, number>();
    return new Map(
      result.rows.map((row) => {
        const name = row.case.replace(/ \(.*$/, "");
        const count = (times.get(name) ?? 0) + 1;
        times.set(name, count);
        return [`${name} ${count}`, { commit: result.machine.commit, ...row }];
      }),
    );
  };
  return { ...now, rows: [...new Map([...of(before), ...of(now)]).values()] };
}

/** On which sources the cases of a workload were measured. */
function commitsOf({ machine, rows }: WorkloadResult): string {
  const cases = new Map<string, number>();
  for (const { commit = machine.commit } of rows) cases.set(commit, (cases.get(commit) ?? 0) + 1);
  if (cases.size < 2) return [...cases.keys()].join() || machine.commit;
  return [...cases].map(([commit, count]) => `${commit} (cases: ${count})`).join(", ");
}

/** A run beside others is no measurement: from this share on it says so. */
const FOREIGN_CPU_MAX = 0.05;

/** Of what is over sooner, the system's clock of CPU, which ticks a hundred times a second, says nothing. */
const CPU_TOLD_FROM_S = 1;

/** Whether it took long enough to say how much of the machine others used. */
const tellsOfOthers = ({ done, donePerSecond }: Figures): boolean =>
  donePerSecond !== null && done / donePerSecond >= CPU_TOLD_FROM_S;

/**
 * `bench/RESULTS.md` and its picture, out of what was measured last of each workload, on one machine. The picture is
 * null where nothing was run that it shows.
 */
export function resultsOf(
  about: Machine,
  results: readonly WorkloadResult[],
): { markdown: string; plot: string | null } {
  const stranger = results.find(({ machine }) => !isSameMachine(machine, about));
  if (stranger) throw new Error(`${stranger.name} was measured on another machine`);
  const plot = plotOf(results.find(({ name }) => name === PEERS)?.rounds ?? []);
  const busiest = Math.max(
    0,
    ...results.flatMap(({ rows }) =>
      rows.filter(tellsOfOthers).map(({ foreignCpu }) => foreignCpu ?? 0),
    ),
  );
  const found = byWorkload(results);
  const versions = Object.entries(about.versions).map(([name, version]) => `${name} ${version}`);
  const markdown = [
    "<!-- Made by `npm run bench`. Not to be changed by hand. -->",
    "# What the bench measured",
    `${about.cpu}, ${about.cores} cores, ${about.memoryGib} GiB, ${about.system}, Node ${about.node}.`,
    about.pinned
      ? `Server on core ${about.pinned.server}, its database on ${about.pinned.database}, load on ${about.pinned.load}.`
      : "Nobody was kept to any core.",
    `${versions.join(", ")}.`,
    busiest > FOREIGN_CPU_MAX
      ? `**In some cases others used up to ${Math.round(busiest * 100)} % of the machine: these are no measurements.**`
      : "",
    "## What is wanted",
    "| | before | wanted | now |",
    "| --- | --- | --- | --- |",
    ...goals.map(
      ({ what, before, wanted, now }) =>
        `| ${what} | ${before} | ${wanted} | ${now(found) ?? "not measured"} |`,
    ),
    `Why what is not met isn't, and what was tried: decisions ${whyNot.map(linkTo).join(", ")}.`,
    plot === null
      ? ""
      : "![Changes per second and how long the slowest screens waited](results.svg)",
    ...results.flatMap((result) => [
      `## ${result.name}`,
      `${result.what} Measured on commit ${commitsOf(result)}.`,
      tableOf(result.rows),
      result.rounds ? rangesOf(result.rounds) : "",
    ]),
  ];
  return { markdown: `${joined(markdown)}\n`, plot };
}

const linkTo = (name: string): string => `[${name.slice(0, 4)}](../docs/decisions/${name}.md)`;

/** Blocks with an empty line between them; rows of a table stay together. */
function joined(blocks: readonly string[]): string {
  return blocks
    .filter((block) => block !== "")
    .reduce((text, block) => {
      const isRow = block.startsWith("|") && text.endsWith("|") && !block.includes("\n");
      return text === "" ? block : `${text}${isRow ? "\n" : "\n\n"}${block}`;
    }, "");
}

/** How far rounds lay apart. */
function rangesOf(rounds: readonly Rounds[]): string {
  const cell = (range: readonly [number, number] | null): string =>
    range === null ? "–" : range.map((each) => each.toFixed(2)).join(" to ");
  return [
    "| lowest to highest round | done/s | every screen p99 ms | server CPU ms/action |",
    "| --- | ---: | ---: | ---: |",
    ...rounds.map(
      ({ median, ranges }) =>
        `| ${median.case} | ${cell(ranges.donePerSecond)} | ${cell(ranges.seenP99)} | ${cell(ranges.serverCpu)} |`,
    ),
  ].join("\n");
}
