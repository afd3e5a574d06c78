import { io, type Socket } from "socket.io-client";
import type { HostileFrame } from "@/attack/input/frames";
import { acknowledgement, PROTOCOL_VERSION } from "@/lib/protocol";

/** Answers come within a tick of the room; nothing after this is a silence. */
const SILENCE_MS = 15_000;

/** What became of a frame: the answer's code, or why there is none. */
export type Fate = string;

export type HostileSocket = ReturnType<typeof openHostileSocket>;

/** A client that sends anything. It comes back when the server throws it out. */
export function openHostileSocket(url: string, shake: Record<string, unknown>, cookie?: string) {
  /** What lets this device in again once the room is locked (P111), as a phone keeps it. */
  let pass: unknown;
  const pending = new Set<(fate: Fate) => void>();
  const socket: Socket = io(url, {
    path: "/socket.io/",
    transports: ["websocket"],
    auth: (answer) =>
      answer({ protocol: PROTOCOL_VERSION, ...shake, ...(pass === undefined ? {} : { pass }) }),
    extraHeaders: { origin: url, ...(cookie ? { cookie } : {}) },
    forceNew: true,
    reconnection: true,
    reconnectionDelay: 5,
    reconnectionDelayMax: 20,
  });
  socket.on("pass", (given: unknown) => {
    pass = given;
  });
  socket.on("disconnect", (reason) => {
    for (const settle of [...pending]) settle("disconnected");
    // After these Socket.IO's client does not come back by itself.
    if (reason === "io server disconnect") socket.connect();
  });
  return {
    /** Resolves with `ok`, a refusal's code, `disconnected`, `silence` or `malformed answer`. */
    command(payload: unknown): Promise<Fate> {
      if (!socket.connected) return Promise.resolve("disconnected");
      return new Promise((resolve) => {
        const settle = (fate: Fate) => {
          clearTimeout(timer);
          pending.delete(settle);
          resolve(fate);
        };
        const timer = setTimeout(settle, SILENCE_MS, "silence");
        pending.add(settle);
        socket.emit("command", payload, (raw: unknown) => {
          const answer = acknowledgement.safeParse(raw);
          if (!answer.success) settle("malformed answer");
          else settle(answer.data.ok ? "ok" : answer.data.code);
        });
      });
    },
    /** Sends and hears nothing of it. */
    emit({ event, payload, before }: HostileFrame) {
      if (socket.connected) socket.emit(event, ...before, payload);
    },
    /** Sends a packet as it is, below Socket.IO's own client. */
    raw(packet: string) {
      if (socket.connected) socket.io.engine.write(packet);
    },
    /** Waits until it is in again. */
    ready: () =>
      new Promise<void>((resolve) => {
        if (socket.connected) resolve();
        else socket.once("connect", () => resolve());
      }),
    close() {
      socket.disconnect();
    },
  };
}
