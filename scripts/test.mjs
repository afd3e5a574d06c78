// `npm test`: every check, and one line at the end. Plain Node, since nothing is installed yet when it
// first runs. A failing step does not stop the others. They come one after the other, but for some that go on
// beside others: the build beside those that need none; the types, and the server's tests, which mostly wait, beside
// the browser's (docs/decisions/0119-what-npm-test-runs-together.md, 0130-npm-test-in-fifteen-minutes.md).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const all = process.argv.includes("--all");

/** A runner that hangs is ended, so that the others still report. Everything's servers alone take most of an hour on two cores. */
const RUNNER_TIMEOUT_MS = (all ? 120 : 35) * 60_000;

/** So many failed tests are named again at the end, which may be all that is kept of a run. */
const MOST_NAMED = 20;

const reports = mkdtempSync(join(tmpdir(), "aufwind-report-"));
const outcomes = [];

const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  AUFWIND_TEST_ALL: all ? "1" : "",
};
// Both decide what gets built and what React checks; every runner sets its own.
delete environment.NODE_ENV;

const bin = (name) => join(root, "node_modules/.bin", name);

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const child of running) child.kill("SIGTERM");
    rmSync(reports, { recursive: true, force: true });
    process.exit(130);
  });
}

/**
 * Runs a program with its output on ours, or given to `keep`; resolves with its exit code (1 when it
 * has none).
 */
function run(command, args, { extra = {}, keep } = {}) {
  return new Promise((resolve) => {
    const output = keep ? "pipe" : "inherit";
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", output, output],
      env: { ...environment, ...extra },
      shell: process.platform === "win32",
    });
    running.add(child);
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const timer = setTimeout(() => {
      process.stderr.write(`\nNo end after ${RUNNER_TIMEOUT_MS / 60_000} minutes: stopped.\n`);
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 20_000).unref();
    }, RUNNER_TIMEOUT_MS);
    child.once("error", (error) => {
      clearTimeout(timer);
      running.delete(child);
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    // After its last output, which "exit" may come before.
    child.once("close", (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Notes how a step went; what it returns gets the step's seconds. */
function record(name, passed, failed, note = "") {
  const outcome = { name, passed, failed, note };
  outcomes.push(outcome);
  return outcome;
}

const secondsSince = (began) => (performance.now() - began) / 1000;

/** So much is said of why one failed: enough for what axe found, which comes some lines down. */
const WHY_CHARACTERS = 400;

/** Failed tests by name, each with why in one line. */
const failures = [];

function nameFailure(runner, file, title, message = "") {
  const why = stripVTControlCharacters(message).replace(/\s+/g, " ").slice(0, WHY_CHARACTERS);
  failures.push(`${runner}: ${relative(root, file)} › ${title}: ${why}`);
}

/** Runs one step, which answers with what it has recorded; true when nothing in it failed. */
async function step(name, work) {
  process.stdout.write(`\n── ${name} ──\n`);
  const began = performance.now();
  const outcome = await work({});
  outcome.seconds = secondsSince(began);
  return outcome.failed === 0;
}

/**
 * Begins a step beside those that follow; its output comes in one piece when they wait for it, by calling what this
 * returns. That resolves as `step` does.
 */
function begin(name, work) {
  const began = performance.now();
  const output = [];
  const ended = work({ keep: (chunk) => output.push(chunk) }).then((outcome) => {
    outcome.seconds = secondsSince(began);
    return outcome;
  });
  return async () => {
    const { failed } = await ended;
    process.stdout.write(`\n── ${name} ──\n`);
    process.stdout.write(Buffer.concat(output));
    return failed === 0;
  };
}

/** A static check counts as one test. */
const recordCheck = (name, code) => record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
const check = (name, command, args) =>
  step(name, async () => recordCheck(name, await run(command, args)));

/** Calls prepare.mjs in a process of its own, because it ends its process when it fails. */
const prepare = (calls) => [
  process.execPath,
  ["--input-type=module", "--eval", `import * as prepare from "./scripts/prepare.mjs"; ${calls}`],
];

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Adds up a runner's report. No report, no test or a bad end without a failed test is a failure. */
function recordRunner(name, code, counts) {
  if (!counts) return record(name, 0, 1, "crashed: no report");
  const { passed, failed, skipped } = counts;
  if (passed + failed === 0) return record(name, 0, 1, "ran no test");
  if (code !== 0 && failed === 0) return record(name, passed, 1, "ended with an error");
  return record(name, passed, failed, skipped ? `${skipped} skipped` : "");
}

/** Projects of vitest, as a step named after the first. */
const vitest = (...projects) => [
  `vitest ${projects[0]}`,
  async (options) => {
    const file = join(reports, `${projects[0]}.json`);
    const code = await run(
      bin("vitest"),
      [
        "run",
        ...projects.flatMap((project) => ["--project", project]),
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
      ],
      options,
    );
    const report = readReport(file);
    // A file that could not be loaded holds no tests, hence no failed ones.
    const broken = report?.testResults.filter(
      (one) =>
        one.status === "failed" && one.assertionResults.every((test) => test.status !== "failed"),
    );
    for (const { name: path, message, assertionResults } of report?.testResults ?? []) {
      for (const test of assertionResults.filter(({ status }) => status === "failed")) {
        nameFailure("vitest", path, test.fullName, test.failureMessages[0]);
      }
      if (broken.some((one) => one.name === path)) nameFailure("vitest", path, "the file", message);
    }
    return recordRunner(
      `vitest ${projects[0]}`,
      code,
      report && {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken.length,
        skipped: report.numPendingTests + report.numTodoTests,
      },
    );
  },
];

let browser;

const getBrowser = () =>
  step("browser", async () => {
    try {
      const { findBrowser } = await import("./find-browser.mjs");
      browser = findBrowser();
      process.stdout.write(`${browser}\n`);
      return record("browser", 0, 0);
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
      return record("browser", 0, 1);
    }
  });

/** Playwright's report nests suites in suites. */
const specsIn = (suites) =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsIn(suite.suites ?? [])]);

const playwright = () =>
  step("playwright", async () => {
    // A build that failed may have left the server of an earlier one.
    if (!browser || !built) {
      process.stderr.write("Without a browser and a build these tests can't run.\n");
      return record("playwright", 0, 1, "not run");
    }
    const file = join(reports, "playwright.json");
    const code = await run(
      bin("playwright"),
      ["test", "--reporter=list,json", ...(all ? [] : ["--grep-invert", "@all"])],
      { extra: { AUFWIND_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    );
    const report = readReport(file);
    for (const { file: path, title, tests } of specsIn(report?.suites ?? [])) {
      const missed = tests.find(({ status }) => status === "unexpected" || status === "flaky");
      const error = missed?.results.find((result) => result.error)?.error;
      if (missed) nameFailure("playwright", join(root, "e2e", path), title, error?.message);
    }
    const stats = report?.stats;
    return recordRunner(
      "playwright",
      code,
      stats && {
        passed: stats.expected,
        // Passing only at the second try is not passing.
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      },
    );
  });

await step("install", async () => {
  const code = await run(...prepare("prepare.checkNode(); prepare.install();"));
  return record("install", 0, code === 0 ? 0 : 1);
});
const build = begin("build", async (options) =>
  recordCheck("build", await run(...prepare("if (!prepare.isBuilt()) prepare.build();"), options)),
);
await getBrowser();
await check("biome", bin("biome"), ["check", "."]);
await check("boundaries", bin("depcruise"), [
  ...["--config", ".dependency-cruiser.cjs"],
  ...["app", "exports", "server", "lib", "attack", "proxy.ts"],
]);
await check("lock file", process.execPath, ["scripts/check-lock.mjs"]);
await check("registries", process.execPath, ["scripts/registries.mjs", "--check"]);
await check("drawings", process.execPath, ["scripts/drawings.mjs", "--check"]);
await step(...vitest("unit"));
// Whether there is a build of these sources.
const built = await build();
// After the build, which writes types. Without what an earlier run remembers: after merges that has
// passed code which does not compile.
const types = begin("types", async (options) =>
  recordCheck("types", await run(bin("tsc"), ["--noEmit", "--incremental", "false"], options)),
);
const server = begin(...vitest("server", "apart", "disk"));
await playwright();
await types();
await server();
await step(...vitest("server-alone"));

rmSync(reports, { recursive: true, force: true });

process.stdout.write("\n");
for (const { name, passed, failed, note, seconds } of outcomes) {
  const mark = failed === 0 ? "ok  " : "FAIL";
  process.stdout.write(
    `${mark} ${name.padEnd(20)} ${String(passed).padStart(5)} passed, ${failed} failed ` +
      `(${seconds.toFixed(1)} s)${note ? ` ${note}` : ""}\n`,
  );
}
if (failures.length > 0) {
  process.stdout.write(`\n${failures.slice(0, MOST_NAMED).join("\n")}\n`);
  if (failures.length > MOST_NAMED) {
    process.stdout.write(`and ${failures.length - MOST_NAMED} more\n`);
  }
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const failed = sum("failed");
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`\n${sum("passed")} passed, ${failed} failed\n`);
