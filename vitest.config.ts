import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

type ProjectConfig = NonNullable<TestProjectInlineConfiguration["test"]>;

/** How long a test waits for a condition: reached only where something is broken, also on a busy machine. */
const WAIT_MS = 30_000;

/** The server's tests mostly wait for sockets, ticks and Postgres. */
const SERVER_WORKERS = 2;

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = [...configDefaults.exclude, "e2e/**", ".next/**", "dist/**", ".cache/**"];

/** Files named `*.all.*` take longer than everyday work allows; `npm run test:all` adds them. */
const slow =
  process.env.AUFWIND_TEST_ALL === "1" ? [] : ["**/*.all.test.ts", "**/*.all.pg.test.ts"];

/** These look at what a whole Postgres has written: one after the other, on one that nobody else writes to. */
const disk = ["server/erasure/**/*.pg.test.ts"];

/** Takes longest, mostly waiting, on a Postgres of its own: begins first, so that nothing is left waiting for it. */
const longest = ["attack/anonymity/anonymity.pg.test.ts"];

/** These measure: one after the other, beside nothing else. */
const alone = [
  "attack/input/input*.pg.test.ts",
  "attack/room-codes/**/*.pg.test.ts",
  "attack/slow-consumers/**/*.pg.test.ts",
  "bench/*.pg.test.ts",
];

/** The tests below a folder of ours; nothing that is installed, built or kept for a run. */
function testsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (/^(?:\.|node_modules$|dist$)/.test(entry.name)) return [];
    if (entry.isDirectory()) return testsIn(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** These put modules of their own in the place of others: each has a process to itself. */
const apart = testsIn(".").filter((path) =>
  /^\s*vi\.(?:mock|doMock)\(/m.test(readFileSync(join(root, path), "utf8")),
);

/** What a file has loaded, those after it have loaded, too (docs/decisions/0122-what-tests-share.md). */
const sharing = { isolate: false } satisfies ProjectConfig;

/** Tests with a real Postgres: one for each project, migrated once, a database for each file. */
const server = (options: ProjectConfig): { extends: true; test: ProjectConfig } => ({
  extends: true,
  test: {
    globalSetup: ["server/testing/postgres-for-tests.ts"],
    pool: "forks",
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: WAIT_MS } },
    ...options,
  },
});

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...sharing,
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...elsewhere, ...slow, ...apart, "**/*.pg.test.ts"],
          // Else one is left idle on two cores.
          maxWorkers: 2,
          // Random sessions take seconds, and several times that on a busy machine.
          testTimeout: 60_000,
          expect: { poll: { timeout: WAIT_MS, interval: 5 } },
        },
      },
      server({
        ...sharing,
        name: "server",
        include: ["**/*.pg.test.ts"],
        exclude: [...elsewhere, ...slow, ...apart, ...longest, ...disk, ...alone],
        maxWorkers: SERVER_WORKERS,
        sequence: { groupOrder: 1 },
      }),
      server({
        // Before the server's by its name: vitest goes by the alphabet.
        name: "apart",
        include: [...longest, ...apart],
        // A file that has to run by itself has a process to itself there.
        exclude: [...elsewhere, ...slow, ...disk, ...alone],
        maxWorkers: SERVER_WORKERS,
        sequence: { groupOrder: 1 },
      }),
      server({
        name: "disk",
        include: disk,
        exclude: [...elsewhere, ...slow],
        maxWorkers: 1,
        sequence: { groupOrder: 2 },
      }),
      server({
        name: "server-alone",
        include: alone,
        exclude: [...elsewhere, ...slow],
        maxWorkers: 1,
        sequence: { groupOrder: 3 },
      }),
    ],
  },
});
