import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { PROTOCOL_VERSION } from "@/lib/protocol";

/** A participant on a bare TCP connection that sends and never reads. */
export interface StalledPeer {
  /** Asks for the full view once more. */
  resync(): Promise<void>;
  /** Reads until it was cut off, or until `enough` bytes have come. */
  drain(enough: number): Promise<{ bytes: number; cut: boolean }>;
  close(): void;
}

/** Longest wait for either; reached only where something is broken. */
const DRAIN_TIMEOUT_MS = 30_000;

/** A participant's handshake, as Socket.IO packs it. */
const connectPacket = (session: string, device: string) =>
  `40${JSON.stringify({ protocol: PROTOCOL_VERSION, role: "participant", session, device })}`;
const RESYNC_PACKET = '42["resync"]';
/** What comes before it counts as in; whoever sends earlier is ended by Socket.IO. */
const CONNECTED_PACKET = '40{"sid"';
/** The answer to a ping, sent without having read one: whoever means harm stays connected. */
const PONG_PACKET = "3";
const PONG_EVERY_MS = 5_000;

/** Over a WebSocket: everything on one connection. */
export async function stallWebSocket(
  url: string,
  session: string,
  device: string,
): Promise<StalledPeer> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(
    [
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      "\r\n",
    ].join("\r\n"),
  );
  await once(socket, "readable");
  socket.write(textFrame(connectPacket(session, device)));
  await readUntilIn(socket);
  const alive = setInterval(() => {
    if (socket.writable) socket.write(textFrame(PONG_PACKET));
  }, PONG_EVERY_MS);
  return {
    async resync() {
      if (socket.writable) socket.write(textFrame(RESYNC_PACKET));
    },
    drain: (enough) => drain(socket, enough),
    close() {
      clearInterval(alive);
      socket.destroy();
    },
  };
}

/** Over long-polling: sends with requests of their own, and never reads the answer to its poll. */
export async function stallPolling(
  url: string,
  session: string,
  device: string,
): Promise<StalledPeer> {
  const { hostname, port, host } = new URL(url);
  const path = "/socket.io/?EIO=4&transport=polling";
  const opening = await ask(url, "GET", path);
  const { sid }: { sid: string } = JSON.parse(opening.slice(1));
  const own = `${path}&sid=${sid}`;
  await ask(url, "POST", own, connectPacket(session, device));
  while (!(await ask(url, "GET", own)).includes(CONNECTED_PACKET));
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${own} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  // Once it was cut off the server answers with an error. Two requests at once would end it, too.
  let posting: Promise<unknown> = Promise.resolve();
  const post = (packet: string) => {
    posting = posting.then(() => ask(url, "POST", own, packet)).catch(() => undefined);
    return posting;
  };
  const alive = setInterval(() => post(PONG_PACKET), PONG_EVERY_MS);
  return {
    async resync() {
      await post(RESYNC_PACKET);
    },
    async drain(enough) {
      // The answer to its poll is out; what waits comes with the next ones.
      socket.destroy();
      for (let bytes = 0; ; ) {
        const answer = await ask(url, "GET", own).catch(() => null);
        if (answer === null) return { bytes, cut: true };
        bytes += Buffer.byteLength(answer);
        if (bytes >= enough) return { bytes, cut: false };
      }
    },
    close() {
      clearInterval(alive);
      socket.destroy();
    },
  };
}

function readUntilIn(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (!text.includes(CONNECTED_PACKET)) return;
      socket.off("data", read);
      socket.pause();
      resolve();
    };
    socket.on("data", read);
    socket.once("close", () => reject(new Error("The peer was not let in")));
  });
}

function drain(socket: Socket, enough: number): Promise<{ bytes: number; cut: boolean }> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const done = (cut: boolean) => {
      clearTimeout(late);
      resolve({ bytes, cut });
    };
    const late = setTimeout(
      () => reject(new Error(`${bytes} of ${enough} bytes came, and no end`)),
      DRAIN_TIMEOUT_MS,
    );
    if (socket.destroyed) done(true);
    socket.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes >= enough) done(false);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => done(true));
    socket.resume();
  });
}

function ask(url: string, method: string, path: string, body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, url),
      { method, agent: false, headers: { origin: url, "content-type": "text/plain" } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A short text frame as clients send it, masked (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const header =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([header, mask, masked]);
}
