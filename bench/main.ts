import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type Figures, tableOf } from "@/bench/figures";
import { startFleet } from "@/bench/load/fleet";
import { isSameMachine, machine } from "@/bench/machine";
import { peers } from "@/bench/peers/peer-server";
import { cores, pin } from "@/bench/processes";
import { resultsOf, type WorkloadResult, withNew, workloadResult } from "@/bench/results";
import { FULL, SHORT } from "@/bench/workloads/workload";
import { workloads } from "@/bench/workloads/workloads";
import { build, isBuilt } from "@/scripts/prepare.mjs";
import { projectRoot } from "@/server/project-root";

/**
 * `npm run bench`: every workload on the real production server, with a table and a JSON file each, and
 * `bench/RESULTS.md` with its picture out of what was measured last of each on this machine. `-- --short` shows only
 * that each still runs and loses nothing; `-- --only "way in"` measures some anew, and `-- --only workshop --people 300` of
 * those the cases with so many people: what was measured of the others stays.
 */
const { values } = parseArgs({
  options: {
    short: { type: "boolean" },
    only: { type: "string", multiple: true },
    people: { type: "string", multiple: true },
  },
});

const root = projectRoot();
const about = machine();
const folder = join(root, "bench");

/** What a workload gave last is kept here, so that one that fails costs no other its measurement. */
const keptIn = (name: string): string =>
  join(root, ".cache/bench", `${name.replaceAll(" ", "-")}.json`);

/** What was measured last of a workload on this machine; null where nothing was. */
function keptOf(name: string): WorkloadResult | null {
  const file = keptIn(name);
  if (!existsSync(file)) return null;
  const kept = workloadResult.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return kept.success && isSameMachine(kept.data.machine, about) ? kept.data : null;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The peers are no part of the product: they are installed when somebody benches. */
function installPeers(): void {
  if (existsSync(join(folder, "node_modules"))) return;
  say("Installing the servers to compare with …");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = spawnSync("npm", args, { cwd: folder, stdio: "inherit" });
  if (done.status !== 0) throw new Error("They could not be installed");
}

const chosen = workloads.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0) {
  throw new Error(`There are only: ${workloads.map(({ name }) => name).join(", ")}`);
}
const people = values.people?.map(Number);
if (people?.some((each) => !(Number.isInteger(each) && each > 0))) {
  throw new Error("People are counted: --people 300");
}
const whole = values.short ? SHORT : FULL;
const size = people ? { ...whole, people } : whole;
installPeers();
// As `npm start` does.
if (!isBuilt()) build();
pin(process.pid, cores?.load);
say(`${about.cpu}, ${about.cores} cores, Node ${about.node}, commit ${about.commit}`);
const fleet = await startFleet();
const results: WorkloadResult[] = [];
try {
  for (const { name, what, run } of chosen) {
    say(`\n── ${name} ──`);
    const outcome = await run({ size, fleet, say });
    const before = people ? keptOf(name) : null;
    const measured = { machine: about, name, what, ...outcome };
    const result = before ? withNew(before, measured) : measured;
    results.push(measured);
    say(tableOf(outcome.rows));
    if (values.short) continue;
    mkdirSync(dirname(keptIn(name)), { recursive: true });
    writeFileSync(keptIn(name), `${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await fleet.stop();
}

if (!values.short) {
  const kept = workloads.flatMap(({ name }) => keptOf(name) ?? []);
  const { markdown, plot } = resultsOf(about, kept);
  writeFileSync(join(folder, "RESULTS.md"), markdown);
  if (plot !== null) writeFileSync(join(folder, "results.svg"), plot);
  say("\nWritten: bench/RESULTS.md");
}
const isPeers = (row: Figures): boolean =>
  peers.some(({ name }) => row.case.startsWith(`${name}: `));
// What other servers lose stands in their rows.
const lossy = results.flatMap(({ name, rows }) =>
  rows
    .filter((row) => row.lost !== 0 && !isPeers(row))
    .map((row) => `${name}: ${row.case}: ${row.lost} lost`),
);
for (const line of lossy) say(line);
say(lossy.length === 0 ? "\nNothing was lost." : "\nSomething was lost.");
process.exitCode = lossy.length === 0 ? 0 : 1;
