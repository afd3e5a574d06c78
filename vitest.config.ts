import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = [...configDefaults.exclude, "e2e/**", ".next/**", "dist/**", ".cache/**"];

/** Files named `*.all.*` take longer than everyday work allows; `npm run test:all` adds them. */
const slow =
  process.env.AUFWIND_TEST_ALL === "1" ? [] : ["**/*.all.test.ts", "**/*.all.pg.test.ts"];

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
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["**/*.pg.test.ts"],
          exclude: [...elsewhere, ...slow],
          globalSetup: ["server/testing/postgres-for-tests.ts"],
          // One file after the other: they share one Postgres and two cores, and some of them
          // measure or kill processes.
          fileParallelism: false,
          maxWorkers: 1,
          pool: "forks",
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
