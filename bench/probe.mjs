// Loaded into each measured server before its own code (`node --import`): answers what only the process
// itself knows, over the socket that BENCH_PROBE names. It turns nothing off and costs a timer of 10 ms.
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** The delay is what comes on top of this. */
const RESOLUTION_MS = 10;
const NANOSECONDS_PER_MS = 1e6;

const path = process.env.BENCH_PROBE;
// Its children are nobody's business.
delete process.env.BENCH_PROBE;

if (path) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / NANOSECONDS_PER_MS - RESOLUTION_MS);
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    const [p50, p95, p99] = [50, 95, 99].map((each) => beyond(delay.percentile(each)));
    const loopMs = { p50, p95, p99, max: beyond(delay.max) };
    // Each question begins a new stretch.
    delay.reset();
    const { rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    socket.end(JSON.stringify({ loopMs, rss, cpuMs: (user + system) / 1000 }));
  });
  server.on("error", (error) => process.stderr.write(`The probe does not listen: ${error}\n`));
  // One that was killed has left it.
  rmSync(path, { force: true });
  server.listen(path);
  server.unref();
}
