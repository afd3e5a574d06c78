import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

type ProjectConfig = NonNullable<TestProjectInlineConfiguration["test"]>;

/** How long a test waits for a condition: reached only where something is broken, also on a busy machine. */
const WAIT_MS = 30_000;

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = [...configDefaults.exclude, "e2e/**", ".next/**", "dist/**", ".cache/**"];

/** Files named `*.all.*` take longer than everyday work allows; `npm run test:all` adds them. */
const slow =
  process.env.AUFWIND_TEST_ALL === "1" ? [] : ["**/*.all.test.ts", "**/*.all.pg.test.ts"];

/**
 * These measure, or look at what the whole Postgres has written: one after the other, beside nothing
 * else.
 */
const alone = [
  "attack/anonymity/anonymity.pg.test.ts",
  "attack/input/input*.pg.test.ts",
  "attack/room-codes/**/*.pg.test.ts",
  "attack/slow-consumers/**/*.pg.test.ts",
  "bench/*.pg.test.ts",
  "server/erasure/**/*.pg.test.ts",
];

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
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...elsewhere, ...slow, "**/*.pg.test.ts"],
          // Random sessions take seconds, and several times that on a busy machine.
          testTimeout: 60_000,
          expect: { poll: { timeout: WAIT_MS } },
        },
      },
      server({
        name: "server",
        include: ["**/*.pg.test.ts"],
        exclude: [...elsewhere, ...slow, ...alone],
        // They mostly wait for sockets, ticks and Postgres.
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      server({
        name: "server-alone",
        include: alone,
        exclude: [...elsewhere, ...slow],
        maxWorkers: 1,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
