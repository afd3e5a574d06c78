import { io, type Socket } from "socket.io-client";
import {
  type Acknowledgement,
  acknowledgement,
  type Handshake,
  PROTOCOL_VERSION,
  type PresenceFrame,
  pass as passSchema,
  seenVersionsOf,
  TAKES_BYTES,
} from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import { createReceivedView, frameOf, type ReceivedView } from "@/server/simulated/received-view";

/** Longest wait for an answer; reached only where something is broken, also on a starved machine. */
const WAIT_MS = 30_000;

/** After the server hung up by itself, which Socket.IO takes for final. */
const HUNG_UP_MS = 300;
/** Simulated phones come back sooner than real ones, which spread themselves over two seconds. */
const RECONNECT_LONGEST_MS = 1_000;
/** What a handshake is refused with for good. */
const FINAL_REFUSALS: readonly string[] = ["gone", "outdated"];

type WithoutProtocol<T> = T extends unknown ? Omit<T, "protocol"> : never;

/** A real Socket.IO client that speaks the real protocol, for tests and for simulated phones. */
export interface LiveClient {
  readonly view: SessionView | undefined;
  /** What proves that this device has been in, once the server has said it. */
  readonly pass: string | undefined;
  /** False once the server has put it out, or the network is gone. */
  readonly isConnected: boolean;
  /** Every frame as it came in, for scans; empty with `keepFrames: false`. */
  readonly frames: string[];
  /** The view's records as JSON text, by their path. */
  readonly records: ReadonlyMap<string, string>;
  /** Every id that Socket.IO gave the connection, for scans. */
  readonly socketIds: readonly string[];
  send(command: Command, id?: string): Promise<Acknowledgement>;
  /** Sends one frame, as an outbox wants it: says so when there is no connection, or no answer. */
  deliver(frame: CommandFrame): Promise<Acknowledgement | "offline" | "silence">;
  /** A command of the current activity. */
  act(command: { type: string } & Record<string, unknown>): Promise<Acknowledgement>;
  /** Sends a frame of another lane, and waits for its answer. */
  ask(event: string, frame: unknown): Promise<unknown>;
  /** Calls back with every frame of another lane. */
  hear(event: string, listener: (frame: unknown) => void): void;
  setDone(done: boolean): void;
  /** Leaves the session: says so, and hangs up once it was heard. */
  leave(): Promise<void>;
  /** Resolves once the view fits; rejects with what it was instead. */
  until<T>(of: (view: SessionView) => T | undefined | null | false): Promise<T>;
  /** Calls back after every frame, until the returned function is called. */
  onView(listener: () => void): () => void;
  close(): void;
}

export interface ConnectOptions {
  cookie?: string;
  transports?: ("websocket" | "polling")[];
  origin?: string;
  /** Comes back by itself after a lost connection, as a phone does. */
  reconnects?: boolean;
  keepFrames?: boolean;
  /** Called with every connection, also after a lost one. */
  onUp?(): void;
  /** Said the moment it connects, before anything arrived. */
  presence?: PresenceFrame;
}

/** Connects and waits for the first view. Rejects with the reason when it is refused, or put out before. */
export function connectClient(
  url: string,
  shake: WithoutProtocol<Handshake>,
  options: ConnectOptions = {},
): Promise<LiveClient> {
  const { cookie, transports = ["websocket"], origin = url, keepFrames = true } = options;
  const socket: Socket = io(url, {
    path: "/socket.io/",
    query: TAKES_BYTES,
    transports,
    auth: (answer) =>
      answer({
        protocol: PROTOCOL_VERSION,
        ...shake,
        ...(pass ? { pass } : {}),
        ...seenVersionsOf(received.channels),
      }),
    extraHeaders: { origin, ...(cookie ? { cookie } : {}) },
    forceNew: true,
    reconnection: options.reconnects ?? false,
    reconnectionDelay: HUNG_UP_MS,
    reconnectionDelayMax: RECONNECT_LONGEST_MS,
  });
  const received = createReceivedView();
  let pass = shake.role === "participant" ? shake.pass : undefined;
  socket.on("pass", (given: unknown) => {
    pass = passSchema.parse(given);
  });
  let hungUp: ReturnType<typeof setTimeout> | undefined;
  const comeBack = () => {
    clearTimeout(hungUp);
    hungUp = setTimeout(() => socket.connect(), HUNG_UP_MS);
  };
  const { presence } = options;
  const socketIds: string[] = [];
  socket.on("connect", () => {
    // Socket.IO's own id, and that of the connection below it.
    for (const id of [socket.id, socket.io.engine.id]) if (id !== undefined) socketIds.push(id);
    if (presence) socket.emit("presence", presence);
  });
  const frames: string[] = [];

  const client: LiveClient = {
    get view() {
      return received.view;
    },
    get pass() {
      return pass;
    },
    get isConnected() {
      return socket.connected;
    },
    frames,
    get records() {
      return received.records;
    },
    socketIds,
    ...speaking(socket, received),
    async leave() {
      const frame: PresenceFrame = { activity: null, phase: null, done: false, left: true };
      await socket.timeout(WAIT_MS).emitWithAck("presence", frame);
      client.close();
    },
    until: received.until,
    onView: received.onChange,
    close() {
      clearTimeout(hungUp);
      socket.disconnect();
    },
  };

  return new Promise((resolve, reject) => {
    if (options.onUp) socket.on("connect", options.onUp);
    socket.on("disconnect", (reason) => {
      if (!options.reconnects) reject(new Error(reason));
      else if (reason === "io server disconnect") comeBack();
    });
    socket.on("connect_error", (error) => {
      if (received.view && options.reconnects && !FINAL_REFUSALS.includes(error.message)) {
        // Refused for a moment: unlike after a lost network, Socket.IO would leave it at that.
        if (!socket.active) comeBack();
        return;
      }
      socket.disconnect();
      reject(error);
    });
    socket.on("view", (now: unknown, body: unknown) => {
      const frame = frameOf(now, body);
      if (keepFrames) frames.push(JSON.stringify(frame));
      received.take(frame);
      if (received.view) resolve(client);
    });
  });
}

/** What a client says: commands, and how far its person is. */
function speaking(
  socket: Socket,
  received: Pick<ReceivedView, "view">,
): Pick<LiveClient, "send" | "deliver" | "act" | "ask" | "hear" | "setDone"> {
  const send: LiveClient["send"] = (command, id = randomId()) =>
    new Promise((resolve, reject) => {
      socket.timeout(WAIT_MS).emit("command", { id, command }, (error: unknown, raw: unknown) => {
        if (error) reject(new Error("no acknowledgement"));
        else resolve(acknowledgement.parse(raw));
      });
    });

  return {
    send,
    async deliver(frame) {
      if (!socket.connected) return "offline";
      try {
        return await send(frame.command, frame.id);
      } catch {
        return socket.connected ? "silence" : "offline";
      }
    },
    act: (command) =>
      send({ type: "activity", activity: received.view?.planned?.key ?? "none", command }),
    ask: (event, frame) => socket.timeout(WAIT_MS).emitWithAck(event, frame),
    hear: (event, listener) => void socket.on(event, listener),
    setDone(done) {
      const frame = {
        activity: received.view?.planned?.key ?? null,
        phase: received.view?.activity?.phase ?? null,
        done,
      };
      socket.emit("presence", frame);
    },
  };
}
