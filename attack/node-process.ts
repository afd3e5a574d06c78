import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeOptions } from "@/attack/attacked-node";
import { boot } from "@/server/boot";
import { readEnv } from "@/server/env";
import { createLog } from "@/server/log";

/**
 * The node that is attacked, in a process of its own: so that its CPU time is its own, and a crash is
 * one. Its log goes to stdout, from warnings up; what nobody caught is counted and told.
 */
const folder = mkdtempSync(join(tmpdir(), "aufwind-attacked-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const env = readEnv({
  ...process.env,
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  AUFWIND_DATA_DIR: folder,
  AUFWIND_LOG_LEVEL: "warn",
});
const { pages, framesPerSecond, peopleEveryMs, joinCodes } = nodeOptions.parse(
  JSON.parse(process.env.ATTACK_OPTIONS ?? "{}"),
);
const frameRate = framesPerSecond
  ? { perSecond: framesPerSecond, burst: framesPerSecond }
  : undefined;
const log = createLog(env);
const node = await boot({ env, log, dev: false, pages, frameRate, peopleEveryMs, joinCodes });

// From here on: what fails before has to end the process.
const uncaught: string[] = [];
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    uncaught.push(`${event}: ${error instanceof Error ? error.stack : String(error)}`);
  });
}

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, uncaught, rss: process.memoryUsage().rss });
});
process.on("disconnect", () => {
  void node.stop().then(() => process.exit(0));
});
process.send?.({ port: node.port });
