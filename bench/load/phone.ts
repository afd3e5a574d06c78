import { WebSocket } from "ws";
import * as z from "zod";
import { now } from "@/bench/processes";
import { RECONNECT_FIRST_MS, RECONNECT_LONGEST_MS } from "@/lib/client/connection";
import {
  type Acknowledgement,
  acknowledgement,
  PROTOCOL_VERSION,
  TAKES_BYTES,
  type ViewVersion,
} from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";
import { randomId } from "@/server/rooms/chance";

/** A phone that says nothing for so long is broken; a command without an answer is lost. */
const ANSWER_WAIT_MS = 30_000;

/** Socket.IO spreads each wait by up to so much of it, in both directions, and doubles the next one. */
const BACK_SPREAD = 0.5;

/** Packets as Engine.IO and Socket.IO write them to a WebSocket. */
const OPENED = "0";
const PING = "2";
const PONG = "3";
const CONNECTED = "40";
const REFUSED = "44";
const EVENT = "42";
const ANSWER = "43";
const VIEW = '42["view",';
/** A view whose body follows as bytes (P198). */
const VIEW_IN_BYTES = '451-["view",';
/** Compared as bytes: of what hundreds of phones get in the same bytes no text is made for each. */
const DOCUMENT = Buffer.from('42["doc",');
const DOCUMENT_RESET = '42["doc:reset",';

const answers = z.tuple([z.unknown()]);
const passEvent = z.tuple([z.literal("pass"), z.string()]);
const refusal = z.object({ message: z.string() });

/** What a phone comes in with. */
export type Shake =
  | { role: "participant"; session: string; device: string; pass?: string | undefined }
  | { role: "facilitator"; session: string };

export interface PhoneOptions {
  url: string;
  shake: Shake;
  cookie?: string;
  comesBack: boolean;
  /** Called with the text of each view event, after its clock, and when it came, monotonic ms. */
  onView(body: string, at: number): void;
  /** The version that its page has by now. */
  seen(): ViewVersion | null;
  onBack?(at: number): void;
  /** Called with the JSON text of what was written into a document that it has open, and when it came, monotonic ms. */
  onDocument?(body: Buffer, at: number): void;
  /** A document that it has open was written anew, or is none any more: it hears nothing of it until it opens it again. */
  onReset?(): void;
}

/** A connection that speaks the protocol with as little work as possible, so that hundreds fit a process. */
export interface LeanPhone {
  /** Resolves with the first view; rejects with what it was refused with. */
  readonly ready: Promise<void>;
  readonly bytes: number;
  send(command: Command): Promise<Acknowledgement | "lost">;
  /** Sends a frame of another lane; its answer as it came, or "lost". */
  ask(event: string, frame: object): Promise<unknown>;
  close(): void;
}

export function leanPhone(options: PhoneOptions): LeanPhone {
  const { url, shake, cookie, comesBack, onView, seen, onBack, onDocument, onReset } = options;
  const address = new URL("/socket.io/", url.replace("http", "ws"));
  address.search = String(
    new URLSearchParams({ EIO: "4", transport: "websocket", ...TAKES_BYTES }),
  );
  const waiting = new Map<number, (answer: unknown) => void>();
  let pass = shake.role === "participant" ? shake.pass : undefined;
  let socket: WebSocket;
  let bytes = 0;
  let asked = 0;
  let tries = 0;
  let wasIn = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const { promise: ready, resolve: letIn, reject: refuse } = deferred();

  const hello = (): string => {
    const version = wasIn ? seen() : null;
    const shown = version ? { seen: version } : {};
    const shaken = shake.role === "participant" && pass !== undefined ? { ...shake, pass } : shake;
    return `${CONNECTED}${JSON.stringify({ protocol: PROTOCOL_VERSION, ...shaken, ...shown })}`;
  };

  const show = (body: string, at: number): void => {
    onView(body, at);
    wasIn = true;
    letIn();
  };

  const hear = (text: string): void => {
    const at = now();
    if (text === PING) {
      socket.send(PONG);
    } else if (text.startsWith(VIEW)) {
      show(text.slice(text.indexOf(",", VIEW.length) + 1, -1), at);
    } else if (text.startsWith(VIEW_IN_BYTES)) {
      // Its body is the next frame.
    } else if (text.startsWith(DOCUMENT_RESET)) {
      onReset?.();
    } else if (text.startsWith(ANSWER)) {
      const [, id = "", rest = ""] = /^43(\d+)(.*)$/s.exec(text) ?? [];
      waiting.get(Number(id))?.(answers.parse(JSON.parse(rest))[0]);
      waiting.delete(Number(id));
    } else if (text.startsWith(EVENT)) {
      const given = passEvent.safeParse(JSON.parse(text.slice(EVENT.length)));
      if (given.success) pass = given.data[1];
    } else if (text.startsWith(REFUSED)) {
      refuse(new Error(refusal.parse(JSON.parse(text.slice(REFUSED.length))).message));
    } else if (text.startsWith(CONNECTED)) {
      tries = 0;
      if (wasIn) onBack?.(at);
    } else if (text.startsWith(OPENED)) {
      socket.send(hello());
    }
  };

  const gone = (): void => {
    for (const answer of waiting.values()) answer("lost");
    waiting.clear();
    if (!wasIn) refuse(new Error("hung up"));
    if (closed || !comesBack || !wasIn) return;
    const longest = Math.min(RECONNECT_LONGEST_MS, RECONNECT_FIRST_MS * 2 ** tries);
    tries += 1;
    const spread = 1 - BACK_SPREAD + 2 * BACK_SPREAD * Math.random();
    timer = setTimeout(open, Math.min(RECONNECT_LONGEST_MS, longest * spread));
  };

  const open = (): void => {
    socket = new WebSocket(address, {
      origin: url,
      perMessageDeflate: false,
      skipUTF8Validation: true,
      headers: cookie === undefined ? {} : { cookie },
    });
    socket.on("message", (data, isBinary) => {
      const body = Buffer.isBuffer(data) ? data : Buffer.alloc(0);
      bytes += body.length;
      // Nothing but views comes as bytes. As text, so that all phones of a room compare what they got.
      if (isBinary) return show(JSON.stringify(body.toString("base64")), now());
      if (body.subarray(0, DOCUMENT.length).equals(DOCUMENT)) {
        return onDocument?.(body.subarray(DOCUMENT.length, -1), now());
      }
      return hear(body.toString());
    });
    socket.on("error", () => undefined);
    socket.on("close", gone);
  };
  open();

  const ask = (event: string, frame: object): Promise<unknown> => {
    if (socket.readyState !== WebSocket.OPEN) return Promise.resolve("lost");
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        waiting.delete(id);
        resolve("lost");
      }, ANSWER_WAIT_MS);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      socket.send(`${EVENT}${id}${JSON.stringify([event, frame])}`);
    });
  };
  // Whoever is waited for by nobody must not end the process.
  ready.catch(() => undefined);

  return {
    ready,
    get bytes() {
      return bytes;
    },
    async send(command) {
      const answer = await ask("command", { id: randomId(), command });
      return answer === "lost" ? answer : acknowledgement.parse(answer);
    },
    ask,
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}

function deferred() {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
