import { setTimeout as delay } from "node:timers/promises";
import { WebSocket } from "ws";
import { Doc } from "yjs";
import type * as z from "zod";
import { markOf, passedBy } from "@/bench/load/changes";
import type { changeInPeer, enterPeer, ProtocolName, seenInPeer } from "@/bench/load/orders";
import { readOnce } from "@/bench/load/read-once";
import { steadily } from "@/bench/load/steadily";
import { now } from "@/bench/processes";

/** The one document, room or namespace of a run. */
const NAME = "bench";

/** Where in what arrives a change says which one it is, in ASCII, so that it is found without decoding. */
const MARK = /~(\d+\.\d+)~/g;

/** Clients come in one after the other: the way in is measured elsewhere. */
const NEXT_CLIENT_MS = 5;

const STEP_MS = 5;

/** How a protocol is spoken, with as little work as possible. */
interface Protocol {
  path: string;
  /** Sent once the connection is open. */
  hello: readonly Frame[];
  /** What to answer; `in` where this says that the client is in. */
  hear(message: Buffer, isBinary: boolean): readonly Frame[] | "in" | null;
  /** The frames of one change. `update`: the same as an update of a Yjs document. */
  change(card: { id: string; text: string }, update: Uint8Array): readonly Frame[];
}

type Frame = string | Uint8Array;

/** Lengths and numbers as lib0 writes them: seven bits each, the lowest first. */
function varUint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

const varBytes = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(varUint(bytes.length)), bytes]);
const varString = (text: string): Buffer => varBytes(Buffer.from(text));

/** y-protocols: message "sync", its first step with the state of an empty document, and an update. */
const SYNC = 0;
const FIRST_STEP = Buffer.from([SYNC, 0, 1, 0]);
const updateOf = (update: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([SYNC, 2]), varBytes(update)]);

/** @hocuspocus/common: authentication, a token. */
const AUTH = 2;
const TOKEN = 0;

/** Of those that have to be read: the opening with its id and limits. */
const LONGEST_PACKET = 250;

/** Engine.IO and Socket.IO over one WebSocket. */
function overSocketIo(namespace: string, change: Protocol["change"]): Protocol {
  return {
    path: "/socket.io/?EIO=4&transport=websocket",
    hello: [],
    hear(message, isBinary) {
      if (isBinary) return null;
      // The other packets are longer than a ping, and answered by nothing.
      if (message.length > LONGEST_PACKET) return null;
      const text = message.toString("latin1");
      if (text === "2") return ["3"];
      if (text.startsWith("0")) return [`40${namespace}`];
      return text.startsWith("40") ? "in" : null;
    },
    change,
  };
}

const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  hocuspocus: {
    path: "/",
    hello: [
      Buffer.concat([varString(NAME), Buffer.from([AUTH, TOKEN]), varString("bench")]),
      Buffer.concat([varString(NAME), FIRST_STEP]),
    ],
    hear: (message) => (message[varString(NAME).length] === SYNC ? "in" : null),
    change: (_, update) => [Buffer.concat([varString(NAME), updateOf(update)])],
  },
  "y-websocket": {
    path: `/${NAME}`,
    hello: [FIRST_STEP],
    hear: (message) => (message[0] === SYNC ? "in" : null),
    change: (_, update) => [updateOf(update)],
  },
  "y-socket.io": overSocketIo(`/yjs|${NAME},`, (_, update) => [
    `451-/yjs|${NAME},["sync-update",{"_placeholder":true,"num":0}]`,
    update,
  ]),
  "socket.io": overSocketIo("", (card) => [`42${JSON.stringify(["card", card])}`]),
  ws: {
    path: "/",
    hello: ["hello"],
    hear: (message) => (message.equals(Buffer.from("hello")) ? "in" : null),
    change: (card) => [JSON.stringify(card)],
  },
};

/** The clients of a peer that this process holds. */
export type LoadedPeer = Awaited<ReturnType<typeof loadPeer>>;

/** Connects clients, and resolves once all of them are in. Rejects where one is turned away. */
export async function loadPeer({
  protocol: name,
  port,
  clients: count,
  seed,
}: z.infer<typeof enterPeer.ask>) {
  const protocol = protocols[name];
  const clients: { socket: WebSocket; got: Map<string, number> }[] = [];
  let bytes = 0;

  const marksIn = readOnce(
    (message: Buffer): readonly string[] =>
      [...message.toString("latin1").matchAll(MARK)].map(([, mark = ""]) => mark),
    (one, other) => one.equals(other),
  );

  const connect = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${protocol.path}`, {
        perMessageDeflate: false,
        skipUTF8Validation: true,
      });
      const got = new Map<string, number>();
      let isIn = false;
      socket.on("open", () => {
        for (const frame of protocol.hello) socket.send(frame);
      });
      socket.on("message", (data, isBinary) => {
        const at = now();
        const message = Buffer.isBuffer(data) ? data : Buffer.from(String(data));
        bytes += message.length;
        if (isIn) for (const mark of marksIn(message)) if (!got.has(mark)) got.set(mark, at);
        const answer = protocol.hear(message, isBinary);
        if (answer !== "in") {
          for (const frame of answer ?? []) socket.send(frame);
        } else if (!isIn) {
          isIn = true;
          clients.push({ socket, got });
          resolve();
        }
      });
      socket.on("error", reject);
      socket.on("close", () => reject(new Error(`${name} hung up`)));
    });

  const connecting: Promise<void>[] = [];
  for (let at = 0; at < count; at += 1) {
    connecting.push(connect());
    await delay(NEXT_CLIENT_MS);
  }
  await Promise.all(connecting);

  /** Puts up and changes cards in a document that others never see into, which is enough to make updates. */
  const doc = new Doc();
  let update = new Uint8Array();
  doc.on("update", (made: Uint8Array) => {
    update = Uint8Array.from(made);
  });
  const onBoard = doc.getMap("cards");
  let changed = 0;
  let counted = { cards: 1, first: 1 };

  return {
    async change({
      cards,
      perSecond,
      seconds,
      characters,
      settleMs,
    }: z.infer<typeof changeInPeer.ask>) {
      const sentAt: { mark: string; at: number }[] = [];
      counted = { cards, first: changed + 1 };
      await steadily({ perSecond, seconds, stepMs: STEP_MS }, () => {
        changed += 1;
        const mark = markOf(seed, changed);
        // Each generator's cards are its own: what another one wrote over would arrive without its words.
        const card = {
          id: `${seed}/${changed % cards}`,
          text: `~${mark}~`.padEnd(characters, "so wie Leute schreiben "),
        };
        onBoard.set(card.id, card.text);
        const { socket } = clients[changed % clients.length] ?? {};
        sentAt.push({ mark, at: now() });
        for (const frame of protocol.change(card, update)) socket?.send(frame);
        return 1;
      });
      await delay(settleMs);
      return { sentAt };
    },

    /** What was seen since this was asked last. */
    seen(): z.infer<typeof seenInPeer.answer> {
      const screens = clients.map(({ got }) => got);
      const seen = { marks: passedBy(screens, counted), bytes, clients: clients.length };
      for (const { got } of clients) got.clear();
      bytes = 0;
      return seen;
    },

    leave(): null {
      for (const { socket } of clients) socket.close();
      return null;
    },
  };
}
