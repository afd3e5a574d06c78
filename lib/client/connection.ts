import type { Socket } from "socket.io-client";
import { randomSecret } from "@/lib/client/random";
import { type Io, loadSocketIo } from "@/lib/client/socket-io";
import type { PresenceFrame, ViewFrame } from "@/lib/protocol";
import {
  type Acknowledgement,
  acknowledgement,
  type Handshake,
  pass,
  type SeenVersions,
  TAKES_BYTES,
  viewFrame,
} from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";

/** A commit takes milliseconds; whoever hears nothing for so long asks again. */
const ANSWER_TIMEOUT_MS = 8_000;

/**
 * A room of phones that lost one server must not all come back in the same instant. With three hundred of them that is 200
 * handshakes a second at most, of a millisecond each (docs/decisions/0113-back-within-two-seconds.md).
 */
export const RECONNECT_FIRST_MS = 500;
export const RECONNECT_LONGEST_MS = 1_500;
/** After what Socket.IO doesn't try again by itself: the server hung up, or we could not be loaded. */
const HUNG_UP_MS = 1_000;

export interface ConnectionHandlers {
  onUp(): void;
  onDown(): void;
  onFrame(frame: ViewFrame): void;
  /** The session is over for us: ended and erased, locked out, or our page is too old. */
  onRefused(code: string): void;
  /** What proves that this device has been in before; null where it has not, and for others. */
  pass(): string | null;
  /** The server says what proves it from now on (P111). */
  onPass(pass: string): void;
  /** A frame that is none of the above. */
  onOther?(event: string, frame: unknown): void;
  /** The versions we have, so that a short gap costs a patch and not a whole view. */
  seen(): SeenVersions;
}

/** What a handshake is refused with for good; anything else is worth trying again. */
const FINAL_REFUSALS: readonly string[] = ["gone", "outdated"];

/** One socket of one page, without any state of the session. */
export interface Connection {
  isUp(): boolean;
  deliver(frame: CommandFrame): Promise<Acknowledgement | "offline" | "silence">;
  presence(frame: PresenceFrame): void;
  /** Asks something that is none of the above, and hands on the answer unread. */
  request(event: string, frame: object): Promise<unknown>;
  /** Says something of that kind, which needs no answer. */
  say(event: string, frame: object): void;
  /** Says that this phone's owner has left; false where nobody seems to have heard it. */
  sayLeft(): Promise<boolean>;
  /** Asks for all that this page gets, whole. */
  resync(): void;
  /** Gives up from our side, as if the server had refused. */
  refuse(code: string): void;
  close(): void;
}

/**
 * Opens the way to the server, for a page whose `connect` follows within moments: who it is is only said then (P222).
 *
 * @returns what that `connect` has to load: it goes on with this way, and with one of its own where it is asked again
 */
export function beginConnection(load = loadSocketIo): typeof loadSocketIo {
  const begin = async (): Promise<Socket> => {
    const socket = socketOf((await load()).io);
    socket.io.open();
    return socket;
  };
  let begun: Promise<Socket | null> = begin().catch(() => null);
  return async () => {
    const first = await begun;
    begun = Promise.resolve(null);
    const { io } = await load();
    return { io: (options) => first ?? io(options) };
  };
}

/** Not open yet. */
const socketOf = (io: Io): Socket =>
  io({
    ...{ path: "/socket.io/", query: TAKES_BYTES, autoConnect: false },
    transports: ["websocket", "polling"],
    // Company proxies block WebSockets.
    tryAllTransports: true,
    reconnectionDelay: RECONNECT_FIRST_MS,
    reconnectionDelayMax: RECONNECT_LONGEST_MS,
    randomizationFactor: 0.5,
  });

/** Connects with `handshake`, and again and again until closed or refused. */
export function connect(
  handshake: Handshake,
  handlers: ConnectionHandlers,
  load = loadSocketIo,
): Connection {
  let socket: Socket | null = null;
  let closed = false;
  let refused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refuse(code: string): void {
    if (refused || closed) return;
    refused = true;
    socket?.disconnect();
    handlers.onRefused(code);
  }

  function open(): void {
    load().then(({ io }) => {
      if (!closed) begin(io);
      // What was begun for it (P222) would else be kept open, and begun again, by nobody.
      else socketOf(io).disconnect();
    }, again);
  }

  /** Over a weak Wi-Fi its file may not arrive the first time. */
  function again(): void {
    if (closed) return;
    handlers.onDown();
    timer = setTimeout(open, HUNG_UP_MS);
  }

  function begin(io: Io): void {
    socket = socketOf(io);
    socket.auth = (answer) =>
      answer({ ...handshake, ...passOf(handlers.pass()), ...handlers.seen() });
    socket.on("connect", handlers.onUp);
    socket.on(
      "view",
      inOrder((now: unknown, body: unknown) => {
        const frame = viewFrame.safeParse({ ...Object(body), now });
        if (frame.success) handlers.onFrame(frame.data);
      }),
    );
    socket.on("pass", (given: unknown) => {
      const read = pass.safeParse(given);
      if (read.success) handlers.onPass(read.data);
    });
    socket.onAny((event: string, frame: unknown) => handlers.onOther?.(event, frame));
    // Said after the handshake, right before the server hangs up: it isn't worth trying again.
    socket.on("refused", (code: unknown) => refuse(typeof code === "string" ? code : "gone"));
    socket.on("disconnect", (reason) => {
      handlers.onDown();
      if (reason === "io server disconnect" && !refused && !closed) {
        timer = setTimeout(() => socket?.connect(), HUNG_UP_MS);
      }
    });
    socket.on("connect_error", (error) => {
      handlers.onDown();
      // Still active: Socket.IO tries again by itself. Else the server answered, and said no.
      if (closed || socket?.active !== false) return;
      if (FINAL_REFUSALS.includes(error.message)) refuse(error.message);
      else timer = setTimeout(() => socket?.connect(), HUNG_UP_MS);
    });
    socket.connect();
  }
  open();

  async function request(event: string, frame: object): Promise<unknown> {
    if (!socket?.connected) return "offline";
    try {
      return await socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, frame);
    } catch {
      return socket.connected ? "silence" : "offline";
    }
  }

  return {
    isUp: () => socket?.connected ?? false,
    async deliver(frame) {
      const answer = await request("command", frame);
      if (answer === "offline") return answer;
      const parsed = acknowledgement.safeParse(answer);
      return parsed.success ? parsed.data : "silence";
    },
    request,
    say(event, frame) {
      if (socket?.connected) socket.emit(event, frame);
    },
    presence(frame) {
      if (socket?.connected) socket.emit("presence", frame);
    },
    async sayLeft() {
      const frame: PresenceFrame = { activity: null, phase: null, done: false, left: true };
      if (!socket?.connected) return false;
      return socket
        .timeout(ANSWER_TIMEOUT_MS)
        .emitWithAck("presence", frame)
        .then(
          () => true,
          () => false,
        );
    },
    resync() {
      if (socket?.connected) socket.emit("resync");
    },
    refuse,
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.disconnect();
    },
  };
}

/**
 * Sends now or not at all (P19): nothing of it waits for a connection, and nothing is sent after the answer.
 * Answers "busy" where it could not be sent, or nobody answered.
 */
export async function sendNow(
  link: Pick<Connection, "deliver"> | null,
  command: Command,
): Promise<Acknowledgement> {
  const frame = { id: randomSecret(), command };
  const first = await link?.deliver(frame);
  // One repeat under the same id: the server knows whether the first one arrived.
  const answer = first === "silence" ? await link?.deliver(frame) : first;
  return typeof answer === "object" ? answer : { ok: false, code: "busy" };
}

function passOf(pass: string | null): { pass?: string } {
  return pass === null ? {} : { pass };
}

/**
 * Hands on bodies in the order in which they came. A large one comes deflated, and inflating takes a
 * moment in which others may arrive.
 */
function inOrder(handle: (now: unknown, body: unknown) => void) {
  let before: Promise<void> | null = null;
  return (now: unknown, body: unknown): void => {
    const isToInflate = isDeflated(body);
    if (before === null && !isToInflate) {
      handle(now, body);
      return;
    }
    const turn = Promise.all([isToInflate ? inflated(body) : body, before])
      .then(([read]) => handle(now, read))
      .finally(() => {
        if (before === turn) before = null;
      });
    before = turn;
  };
}

/** Raw deflate as bytes, or in base64 from a server of an earlier release (P150, P198). */
type Deflated = string | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

const isDeflated = (body: unknown): body is Deflated =>
  typeof body === "string" || body instanceof ArrayBuffer || ArrayBuffer.isView(body);

/** What a deflated body says; null where it can't be read. */
async function inflated(body: Deflated): Promise<unknown> {
  try {
    const bytes =
      typeof body === "string"
        ? Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
        : body;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  } catch {
    return null;
  }
}
