import { once } from "node:events";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { ask } from "@/attack/ask";
import { becomesTrue } from "@/attack/becomes-true";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { BUFFERED_BYTES_MAX } from "@/server/buffered-bytes";

/** Who comes in, and sends without reading before `drain`. */
export interface StalledPeer {
  /** Asks for something that is answered: the full view once more (`resync`), a document. */
  ask(event: string, frame?: object): Promise<void>;
  /** Sends a packet as Engine.IO has it. */
  say(packet: string): Promise<void>;
  /** Whether the server has given it up; finds out by what it sends, and reads nothing. */
  isCut(): Promise<boolean>;
  /** Reads until it was cut off, or until `enough` bytes have come. */
  drain(enough: number): Promise<Drained>;
  close(): void;
}

export interface Drained {
  bytes: number;
  cut: boolean;
}

/** What a peer comes in with, beside the protocol's version; consoles by their cookie. */
export type PeerShake =
  | { role: "participant"; session: string; device: string }
  | { role: "facilitator"; session: string };

/** A socket's share of what the kernel holds for both of its ends on one machine. */
const KERNEL_BYTES_MAX = 12 * 1024 * 1024;
/** The most that a peer can get once it reads, where what waits for it is limited. */
export const KEPT_BYTES_MAX = BUFFERED_BYTES_MAX + KERNEL_BYTES_MAX;

/**
 * Has peers read to the end what the server has kept for them: `enough` bytes each, where it keeps everything. Where there is a
 * limit they first wait to be cut off: a busy server is still reading what they asked for, and whoever reads meanwhile is no
 * longer slow.
 */
export async function readAtLast(
  peers: readonly StalledPeer[],
  { enough, uncapped }: { enough: number; uncapped: boolean },
): Promise<{ most: number; cut: number; defects: string[] }> {
  if (!uncapped) await Promise.all(peers.map((peer) => becomesTrue(peer.isCut)));
  const read = await Promise.all(peers.map((peer) => peer.drain(enough)));
  const most = Math.max(...read.map(({ bytes }) => bytes));
  const cut = read.filter((each) => each.cut).length;
  return {
    ...{ most, cut },
    defects: [
      ...(cut < peers.length ? [`${cut} of ${peers.length} were cut off`] : []),
      ...(most > KEPT_BYTES_MAX ? [`${most} bytes were kept for one peer`] : []),
    ],
  };
}

const MEGABYTE = 1024 * 1024;

/** How a suite names what may be kept for one peer. */
export const limitOf = (uncapped: boolean): string =>
  uncapped ? "none" : `${BUFFERED_BYTES_MAX / MEGABYTE} MB`;

/** What the server has kept, by its own memory and by what came once peers read. */
export const keptFigures = (
  rss: { before: number; during: number },
  { most, cut }: { most: number; cut: number },
) => ({
  "server grew by MB": Math.round((rss.during - rss.before) / MEGABYTE),
  "most sent to one peer, MB": Math.round((most / MEGABYTE) * 10) / 10,
  "cut off": cut,
});

/** Longest wait for either; reached only where something is broken. */
const DRAIN_TIMEOUT_MS = 30_000;

/** A handshake, and an event that waits for an answer, as Socket.IO packs them. */
const connectPacket = (shake: PeerShake) =>
  `40${JSON.stringify({ protocol: PROTOCOL_VERSION, ...shake })}`;
const eventPacket = (id: number, event: string, frame?: object) =>
  `42${id}${JSON.stringify(frame === undefined ? [event] : [event, frame])}`;
/** What comes before it counts as in; whoever sends earlier is ended by Socket.IO. */
const CONNECTED_PACKET = '40{"sid"';
/** The first that comes on any connection. */
const OPEN_PACKET = "0";
/** The answer to a ping, sent without having read one: whoever means harm stays connected. */
const PONG_PACKET = "3";
const PONG_EVERY_MS = 5_000;

/** Over a WebSocket: everything on one connection. Without a handshake it stays outside, as long as it is let. */
export async function stallWebSocket(
  url: string,
  shake: PeerShake | null,
  cookie = "",
): Promise<StalledPeer> {
  const address = new URL("/socket.io/?EIO=4&transport=websocket", url.replace("http:", "ws:"));
  const socket = new WebSocket(address, {
    ...{ origin: url, perMessageDeflate: false, headers: { cookie } },
  });
  // Being cut off is what is waited for.
  socket.on("error", () => undefined);
  const lastRead = shake ? CONNECTED_PACKET : OPEN_PACKET;
  const isThere = new Promise<void>((resolve, reject) => {
    socket.once("close", () => reject(new Error("The peer was not let in")));
    socket.on("message", (data) => {
      if (!String(data).startsWith(lastRead)) return;
      socket.pause();
      resolve();
    });
  });
  await once(socket, "open");
  if (shake) socket.send(connectPacket(shake));
  await isThere;
  const alive = setInterval(() => socket.send(PONG_PACKET), PONG_EVERY_MS);
  let asked = 0;
  return {
    async ask(event, frame) {
      asked += 1;
      socket.send(eventPacket(asked, event, frame));
    },
    async say(packet) {
      socket.send(packet);
    },
    isCut: () =>
      new Promise((resolve) =>
        socket.send(PONG_PACKET, (error) => resolve(error instanceof Error)),
      ),
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
  shake: PeerShake,
  cookie = "",
): Promise<StalledPeer> {
  const polled = (method: string, of: string, body?: string) =>
    askPolling(url, { method, path: of, body, cookie });
  const { hostname, port, host } = new URL(url);
  const path = "/socket.io/?EIO=4&transport=polling";
  const opening = await polled("GET", path);
  const { sid }: { sid: string } = JSON.parse(opening.slice(1));
  const own = `${path}&sid=${sid}`;
  await polled("POST", own, connectPacket(shake));
  while (!(await polled("GET", own)).includes(CONNECTED_PACKET));
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(`GET ${own} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`);
  // Once it was cut off the server answers with an error. Two requests at once would end it, too.
  let posting: Promise<unknown> = Promise.resolve();
  const post = (packet: string): Promise<boolean> => {
    const posted = posting
      .then(() => polled("POST", own, packet))
      .then(
        () => true,
        () => false,
      );
    posting = posted;
    return posted;
  };
  const alive = setInterval(() => post(PONG_PACKET), PONG_EVERY_MS);
  let asked = 0;
  return {
    async ask(event, frame) {
      asked += 1;
      await post(eventPacket(asked, event, frame));
    },
    async say(packet) {
      await post(packet);
    },
    isCut: async () => !(await post(PONG_PACKET)),
    async drain(enough) {
      // The answer to its poll is out; what waits comes with the next ones.
      socket.destroy();
      for (let bytes = 0; ; ) {
        const answer = await polled("GET", own).catch(() => null);
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

function drain(socket: WebSocket, enough: number): Promise<Drained> {
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

async function askPolling(
  url: string,
  {
    cookie,
    ...request
  }: { method: string; path: string; body: string | undefined; cookie: string },
): Promise<string> {
  const headers = { origin: url, "content-type": "text/plain", cookie };
  const answer = await ask(url, { ...request, headers, agent: false });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
  return answer.body;
}
