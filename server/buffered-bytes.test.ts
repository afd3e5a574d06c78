import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import {
  BUFFERED_BYTES_MAX,
  capBufferedBytes,
  WebSocketsAnsweredInTurn,
} from "@/server/buffered-bytes";

let http: HttpServer;
let host: string;

beforeEach(async () => {
  http = createServer();
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port }: Pick<AddressInfo, "port"> = Object(http.address());
  host = `127.0.0.1:${port}`;
});

afterEach(() => {
  http.closeAllConnections();
  http.close();
});

/** The most that a control frame holds, and far more of them than the kernel takes for somebody who reads nothing. */
const PING = "x".repeat(120);
const PINGS = 150_000;

/** How many pings a client is answered that sends them all before it reads anything, and what the last answer says. */
async function pongs(server: WebSocketServer): Promise<{ count: number; last: string }> {
  http.once("upgrade", (request, socket, head) => {
    server.handleUpgrade(request, socket, head, (peer) => {
      // It is told that all have come.
      peer.on("message", () => peer.send("all"));
    });
  });
  const client = new WebSocket(`ws://${host}`);
  await once(client, "open");
  client.pause();
  for (let sent = 1; sent < PINGS; sent += 1) client.ping(PING);
  client.ping("last");
  await new Promise((resolve) => client.send("all", resolve));
  let count = 0;
  let last = "";
  client.on("pong", (data) => {
    count += 1;
    last = String(data);
  });
  const isAll = once(client, "message");
  client.resume();
  await isAll;
  while (last !== "last") await once(client, "pong");
  client.terminate();
  return { count, last };
}

test("P286 whoever pings again and again and reads nothing is kept one answer, and then the last", async () => {
  const { count, last } = await pongs(new WebSocketsAnsweredInTurn({ noServer: true }));
  expect(last).toBe("last");
  expect(count).toBeLessThan(PINGS / 2);
}, 120_000);

test("positive control: the library alone keeps all of them", async () => {
  const alone = new WebSocketServer({ noServer: true });
  expect(await pongs(alone)).toEqual({ count: PINGS, last: "last" });
}, 120_000);

test("P286 whoever asks more than once whether a WebSocket works is ended", async () => {
  // Later it would be ended for having taken too long, or for its silence.
  const patient = { upgradeTimeout: 600_000, pingInterval: 600_000 };
  const io = new Server(http, { path: "/socket.io/", ...patient });
  io.engine.on("connection", (connection: Socket["conn"]) => {
    capBufferedBytes(connection, BUFFERED_BYTES_MAX);
  });
  const path = `${host}/socket.io/?EIO=4&transport=`;
  const opening = await (await fetch(`http://${path}polling`)).text();
  const { sid }: { sid: string } = JSON.parse(opening.slice(1));
  const socket = new WebSocket(`ws://${path}websocket&sid=${sid}`);
  await once(socket, "open");
  socket.send("2probe");
  const [answer] = await once(socket, "message");
  expect(String(answer)).toBe("3probe");
  socket.send("2probe");
  await once(socket, "close");
  await io.close();
});
