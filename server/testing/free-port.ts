import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below what systems hand out for connections going out: one of those took a port in the seconds
 * between its choice and the start, and could at every restart.
 */
const PORTS = { from: 20_000, to: 32_000 };
const PORT_TRIES = 20;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port for a server that is started in a moment, and again and again. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${PORTS.from} to ${PORTS.to} seems to be free.`);
}
