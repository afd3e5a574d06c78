import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableOf } from "@/bench/figures";
import { startFleet } from "@/bench/load/fleet";
import { machine } from "@/bench/machine";
import { cores, pin } from "@/bench/processes";
import { resultsOf, type WorkloadResult } from "@/bench/results";
import { FULL, SHORT } from "@/bench/workloads/workload";
import { workloads } from "@/bench/workloads/workloads";
import { build, isBuilt } from "@/scripts/prepare.mjs";
import { projectRoot } from "@/server/project-root";

/**
 * `npm run bench`: every workload on the real production server, with a table and a JSON file each, then
 * `bench/RESULTS.md` and its picture. `-- --short` shows only that each still runs and loses nothing;
 * `-- --only "way in"` runs some, and writes no results either.
 */
const { values } = parseArgs({
  options: { short: { type: "boolean" }, only: { type: "string", multiple: true } },
});

const root = projectRoot();
const folder = join(root, "bench");

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
installPeers();
// As `npm start` does.
if (!isBuilt()) build();
pin(process.pid, cores?.load);
const about = machine();
say(`${about.cpu}, ${about.cores} cores, Node ${about.node}, commit ${about.commit}`);
const fleet = await startFleet();
const results: WorkloadResult[] = [];
try {
  for (const { name, what, run } of chosen) {
    say(`\n── ${name} ──`);
    const outcome = await run({ size: values.short ? SHORT : FULL, fleet, say });
    const result = { name, what, ...outcome };
    results.push(result);
    say(tableOf(outcome.rows));
    mkdirSync(join(root, ".cache/bench"), { recursive: true });
    const file = join(root, `.cache/bench/${name.replaceAll(" ", "-")}.json`);
    writeFileSync(file, `${JSON.stringify({ machine: about, ...result }, null, 2)}\n`);
  }
} finally {
  await fleet.stop();
}

if (!values.short && values.only === undefined) {
  const { markdown, plot } = resultsOf(about, results);
  writeFileSync(join(folder, "RESULTS.md"), markdown);
  if (plot !== null) writeFileSync(join(folder, "results.svg"), plot);
  say("\nWritten: bench/RESULTS.md");
}
const lossy = results.flatMap(({ name, rows }) =>
  rows.filter(({ lost }) => lost !== 0).map((row) => `${name}: ${row.case}: ${row.lost} lost`),
);
for (const line of lossy) say(line);
say(lossy.length === 0 ? "\nNothing was lost." : "\nSomething was lost.");
process.exitCode = lossy.length === 0 ? 0 : 1;
