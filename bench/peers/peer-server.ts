import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ProtocolName } from "@/bench/load/orders";
import type { Measured } from "@/bench/measured";
import { cores, pin } from "@/bench/processes";
import { HOCUSPOCUS_TUNED, Y_WEBSOCKET } from "@/bench/servers";
import { projectRoot } from "@/server/project-root";
import { freePort } from "@/server/testing/free-port";

/** One that does not listen by then does not start at all. */
const START_TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 50;

/** What Aufwind is measured against. */
export interface Peer {
  name: string;
  protocol: ProtocolName;
  environment?: Readonly<Record<string, string>>;
}

/** On the same visible work: a card put up or changed by one, and seen by all others. */
export const peers: readonly Peer[] = [
  { name: "hocuspocus 4.7", protocol: "hocuspocus" },
  {
    name: HOCUSPOCUS_TUNED,
    protocol: "hocuspocus",
    environment: { FLUSH_DELAY: "50" },
  },
  { name: Y_WEBSOCKET, protocol: "y-websocket" },
  { name: "y-socket.io", protocol: "y-socket.io" },
  { name: "Socket.IO", protocol: "socket.io" },
  { name: "ws", protocol: "ws" },
];

/** A peer's server, in a process of its own on the cores that the product's would have. */
export async function startPeer({
  name,
  protocol,
  environment,
}: Peer): Promise<Measured & { port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "aufwind-bench-"));
  const probe = join(folder, "probe");
  const port = await freePort();
  const bench = join(projectRoot(), "bench");
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", join(bench, "probe.mjs"), join(bench, `peers/${protocol}.mjs`)],
    {
      cwd: bench,
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), BENCH_PROBE: probe },
        ...environment,
      },
    },
  );
  const ended = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !(await listens(port)); waited += LOOK_EVERY_MS) {
    if (child.exitCode !== null || waited > START_TIMEOUT_MS) {
      await stop();
      throw new Error(`${name} did not start`);
    }
    await delay(LOOK_EVERY_MS);
  }
  const { pid = 0 } = child;
  pin(pid, cores?.server);
  return { pids: { server: pid, database: null }, probe, port, stop };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
