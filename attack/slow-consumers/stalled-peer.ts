import { once } from "node:events";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { ask } from "@/attack/ask";
import { PROTOCOL_VERSION } from "@/lib/protocol";

/** A participant that sends and does not read before `drain`. */
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
  const address = new URL("/socket.io/?EIO=4&transport=websocket", url.replace("http:", "ws:"));
  const socket = new WebSocket(address, { origin: url, perMessageDeflate: false });
  // Being cut off is what is waited for.
  socket.on("error", () => undefined);
  await once(socket, "open");
  socket.send(connectPacket(session, device));
  await new Promise<void>((resolve, reject) => {
    socket.once("close", () => reject(new Error("The peer was not let in")));
    socket.on("message", (data) => {
      if (!String(data).startsWith(CONNECTED_PACKET)) return;
      socket.pause();
      resolve();
    });
  });
  const alive = setInterval(() => socket.send(PONG_PACKET), PONG_EVERY_MS);
  return {
    resync: async () => socket.send(RESYNC_PACKET),
    drain: (enough) => drain(socket, enough),
    close() {
      clearInterval(alive);
      socket.terminate();
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
  const opening = await polled(url, "GET", path);
  const { sid }: { sid: string } = JSON.parse(opening.slice(1));
  const own = `${path}&sid=${sid}`;
  await polled(url, "POST", own, connectPacket(session, device));
  while (!(await polled(url, "GET", own)).includes(CONNECTED_PACKET));
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${own} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  // Once it was cut off the server answers with an error. Two requests at once would end it, too.
  let posting: Promise<unknown> = Promise.resolve();
  const post = (packet: string) => {
    posting = posting.then(() => polled(url, "POST", own, packet)).catch(() => undefined);
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
        const answer = await polled(url, "GET", own).catch(() => null);
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

function drain(socket: WebSocket, enough: number): Promise<{ bytes: number; cut: boolean }> {
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
    if (socket.readyState === WebSocket.CLOSED) done(true);
    socket.on("message", (data) => {
      bytes += Buffer.byteLength(String(data));
      if (bytes >= enough) done(false);
    });
    socket.on("close", () => done(true));
    socket.resume();
  });
}

async function polled(url: string, method: string, path: string, body?: string): Promise<string> {
  const headers = { origin: url, "content-type": "text/plain" };
  const answer = await ask(url, { method, path, body, headers, agent: false });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
  return answer.body;
}
