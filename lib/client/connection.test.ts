import { createServer } from "node:http";
import { deflateRawSync } from "node:zlib";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Connection, type ConnectionHandlers, connect } from "@/lib/client/connection";
import { PROTOCOL_VERSION } from "@/lib/protocol";

const handshake = { protocol: PROTOCOL_VERSION, role: "stage", key: "0".repeat(32) } as const;

let server: Server;
let url: string;
let handlers: ConnectionHandlers;
let link: Connection | undefined;

beforeEach(async () => {
  const http = createServer();
  server = new Server(http, { path: "/socket.io/" });
  url = await new Promise((resolve) => {
    http.listen(0, "127.0.0.1", () => {
      const address = http.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    });
  });
  handlers = {
    onUp: vi.fn(),
    onDown: vi.fn(),
    onFrame: vi.fn(),
    onRefused: vi.fn(),
    pass: () => null,
    onPass: vi.fn(),
    seen: () => ({}),
  };
});

afterEach(async () => {
  link?.close();
  await server.close();
});

/** The library with the server's address: a page knows its own origin, a test has to name it. */
async function load() {
  const library = await import("socket.io-client");
  const toServer = (options: Parameters<typeof io>[0]) => io(url, Object(options));
  return { ...library, io: Object.assign(toServer, library.io) };
}

it("comes up although the file of its library did not arrive the first time", async () => {
  let tries = 0;
  link = connect(handshake, handlers, async () => {
    tries += 1;
    if (tries === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return load();
  });
  await vi.waitFor(() => expect(handlers.onUp).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(handlers.onDown).toHaveBeenCalledTimes(1);
  expect(handlers.onRefused).not.toHaveBeenCalled();
});

it("tells why it was refused after the handshake", async () => {
  server.on("connection", (socket) => {
    socket.emit("refused", "unreadable");
    socket.disconnect(true);
  });
  link = connect(handshake, handlers, load);
  await vi.waitFor(() => expect(handlers.onRefused).toHaveBeenCalledWith("unreadable"), {
    timeout: 10_000,
  });
});

it("P150: hands on what comes deflated in its turn, and skips what it can't read", async () => {
  const deflated = (body: object) => deflateRawSync(JSON.stringify(body)).toString("base64");
  const version = (counter: number) => ["a".repeat(32), counter];
  const patch = (counter: number) => ({
    kind: "patch",
    version: version(counter),
    set: {},
    gone: [],
  });
  server.on("connection", (socket) => {
    socket.emit("view", 1, { kind: "full", version: version(1), records: {} });
    socket.emit("view", 2, deflated({ ...patch(2), set: { long: "x".repeat(100_000) } }));
    socket.emit("view", 3, "not deflated at all");
    socket.emit("view", 4, patch(3));
    socket.emit("view", 5, deflated(patch(4)));
  });
  link = connect(handshake, handlers, load);
  await vi.waitFor(() => expect(handlers.onFrame).toHaveBeenCalledTimes(4), { timeout: 10_000 });
  const seen = vi.mocked(handlers.onFrame).mock.calls.map(
    ([
      {
        now,
        version: [, at],
      },
    ]) => [now, at],
  );
  expect(seen).toEqual([
    [1, 1],
    [2, 2],
    [4, 3],
    [5, 4],
  ]);
});
