import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

/** A room's phones, each with the six connections of a browser. */
const CONNECTIONS = 170 * 6;

/** How long nginx keeps a connection on which it asks for nothing (`keepalive_timeout` of an upstream), seconds. */
const PROXY_KEEPS_S = 60;

/** What the system lets wait at most, whatever a program asks for. */
const SYSTEM_LIMIT = "/proc/sys/net/core/somaxconn";
const mayWait = existsSync(SYSTEM_LIMIT) ? Number(readFileSync(SYSTEM_LIMIT, "utf8")) : 0;

/** Our HTTP server in a process of its own. */
async function startHttp() {
  const child = spawn(process.execPath, ["--import", "tsx", "server/testing/http-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^listening (\d+)$/.exec(line) ?? [];
    if (port) return { child, port: Number(port) };
  }
  throw new Error("The server did not start");
}

/** The first line of its answer on a connection that is open already. */
async function ask(socket: Socket, port: number): Promise<string> {
  socket.write(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`);
  const [answer] = await once(socket, "data");
  return String(answer).split("\r\n", 1)[0] ?? "";
}

test.skipIf(mayWait < CONNECTIONS)(
  "31: the connections of a whole room wait while the server is busy, and all are answered (P146)",
  async () => {
    const { child, port } = await startHttp();
    // It can't accept any, as while it makes pages.
    child.kill("SIGSTOP");
    const connected: Socket[] = [];
    for (let opened = 0; opened < CONNECTIONS; opened += 1) {
      const socket = connect({ host: "127.0.0.1", port });
      // Told below, as one that is missing.
      socket.on("error", () => {});
      socket.once("connect", () => connected.push(socket));
      onTestFinished(() => {
        socket.destroy();
      });
    }
    await expect.poll(() => connected.length, { timeout: 10_000 }).toBe(CONNECTIONS);

    child.kill("SIGCONT");
    const answers = await Promise.all(connected.map((socket) => ask(socket, port)));
    expect(new Set(answers)).toEqual(new Set(["HTTP/1.1 404 Not Found"]));
  },
);

test("a connection stays open for longer than a proxy in front keeps one: else it would ask on one that is being closed", async () => {
  const { port } = await startHttp();
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  const [, seconds] = /^timeout=(\d+)$/.exec(headers.get("keep-alive") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThan(PROXY_KEEPS_S);
});
