import { createServer } from "node:http";
import { deflateRawSync } from "node:zlib";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  beginConnection,
  type Connection,
  type ConnectionHandlers,
  connect,
  sendNow,
} from "@/lib/client/connection";
import { type Acknowledgement, PROTOCOL_VERSION } from "@/lib/protocol";
import type { CommandFrame } from "@/lib/session/commands";

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

it("opens the way beforehand without a word of who comes, and goes on with that one (P222)", async () => {
  const opened = vi.fn();
  const saidWho = vi.fn();
  server.engine.on("connection", opened);
  server.use((socket, next) => {
    saidWho(socket.handshake.auth);
    next();
  });
  const loadBegun = beginConnection(load);
  await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  // Somebody else who comes later is there: what was said before would have come by now.
  const other = io(url, { forceNew: true, transports: ["websocket"] });
  await vi.waitFor(() => expect(other.connected).toBe(true), { timeout: 10_000 });
  other.close();
  expect(saidWho.mock.calls).toEqual([[{}]]);
  link = connect(handshake, handlers, loadBegun);
  await vi.waitFor(() => expect(handlers.onUp).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(saidWho.mock.calls).toEqual([[{}], [handshake]]);
  expect(opened).toHaveBeenCalledTimes(2);
  // Whoever connects after that has a way of its own.
  link.close();
  link = connect(handshake, handlers, loadBegun);
  await vi.waitFor(() => expect(handlers.onUp).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  expect(opened).toHaveBeenCalledTimes(3);
});

it("hangs up a way that was begun for a page that has gone since then (P222)", async () => {
  const opened = vi.fn();
  const hungUp = vi.fn();
  server.engine.on("connection", (connection: { on(event: "close", then: () => void): void }) => {
    opened();
    connection.on("close", hungUp);
  });
  const loadBegun = beginConnection(load);
  await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  connect(handshake, handlers, loadBegun).close();
  await vi.waitFor(() => expect(hungUp).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  expect(handlers.onUp).not.toHaveBeenCalled();
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

it("P150, P198: hands on what comes deflated in its turn, and skips what it can't read", async () => {
  const bytes = (body: object) => deflateRawSync(JSON.stringify(body));
  const deflated = (body: object) => bytes(body).toString("base64");
  const asked = vi.fn();
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
    socket.emit("view", 6, bytes({ ...patch(5), set: { long: "x".repeat(100_000) } }));
    socket.emit("view", 7, Buffer.from("not deflated at all"));
    socket.emit("view", 8, patch(6));
    asked(socket.handshake.query.bodies);
  });
  link = connect(handshake, handlers, load);
  await vi.waitFor(() => expect(handlers.onFrame).toHaveBeenCalledTimes(6), { timeout: 10_000 });
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
    [6, 5],
    [8, 6],
  ]);
  expect(asked).toHaveBeenCalledWith("bytes");
});

it("sends the server what asks for the whole view (P24)", async () => {
  const asked = vi.fn();
  server.on("connection", (socket) => void socket.on("resync", asked));
  link = connect(handshake, handlers, load);
  await vi.waitFor(() => expect(handlers.onUp).toHaveBeenCalled(), { timeout: 10_000 });
  link.resync();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), { timeout: 10_000 });
});

describe("what is sent now or not at all", () => {
  const command = { type: "showHelp" } as const;
  const busy: Acknowledgement = { ok: false, code: "busy" };

  /** A line that answers from a list, and remembers what it was given. */
  function scripted(answers: (Acknowledgement | "offline" | "silence")[]) {
    const frames: CommandFrame[] = [];
    const deliver = async (frame: CommandFrame) => {
      frames.push(frame);
      return answers.shift() ?? ({ ok: true } as const);
    };
    return { frames, deliver };
  }

  it("is not sent later: nothing of it waits for a connection (P19)", async () => {
    const offline = scripted(["offline"]);
    expect(await sendNow(offline, command)).toEqual(busy);
    expect(await sendNow(null, command)).toEqual(busy);
    const deaf = scripted(["silence", "silence"]);
    expect(await sendNow(deaf, command)).toEqual(busy);
    // Whatever came back meanwhile: one try, and one repeat where no answer came.
    expect([offline.frames.length, deaf.frames.length]).toEqual([1, 2]);
  });

  it("keeps its id when it is repeated, and its answer (P9)", async () => {
    const late = scripted(["silence", { ok: false, code: "wrong-phase" }]);
    expect(await sendNow(late, command)).toEqual({ ok: false, code: "wrong-phase" });
    const [first, second] = late.frames;
    expect(first).toMatchObject({ command });
    expect(second).toEqual(first);
  });
});
