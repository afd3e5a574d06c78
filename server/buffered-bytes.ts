import { Socket as NetSocket } from "node:net";
import type { Socket } from "socket.io";
import { type ServerOptions, type WebSocket, WebSocketServer } from "ws";

/**
 * Bytes that may wait for one client before it is disconnected. Several full views of a large session
 * (1,000 cards of 200 characters take 0.4 MB) fit, so that a slow phone gets in; a room full of phones
 * that stopped reading does not fill the memory of a small server.
 */
export const BUFFERED_BYTES_MAX = 2 * 1024 * 1024;

/**
 * What a packet that waits takes in memory beside its bytes. Of short answers that nobody reads it is nearly all: a refusal has
 * forty bytes.
 */
const PACKET_BYTES = 256;

/** A packet of Engine.IO, as far as it is looked into. */
interface Packet {
  data?: unknown;
  /** A view's bytes were counted when it was encoded (`server/rooms/view-packet.ts`). */
  options?: { wsPreEncodedFrame?: readonly Buffer[] };
}

function bytesOf({ data, options }: Packet): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame) return frame.reduce((sum, part) => sum + part.length, PACKET_BYTES);
  return PACKET_BYTES + (typeof data === "string" ? Buffer.byteLength(data) : 0);
}

/** A connection of Engine.IO, from its first byte on: whoever is on it may not have come in yet. */
type Connection = Socket["conn"];

/** The part of a connection's transport that is looked into. */
interface Transport {
  readonly name: string;
}

/**
 * Cuts a client off once more than `max` bytes wait for it: those that Socket.IO keeps, and those that
 * were handed to the network and not taken. It comes back and gets the full view (docs/protocol.md, P67, P286).
 */
export function capBufferedBytes(conn: Connection, max: number): void {
  /** Packets that the transport has not taken. */
  let kept = 0;
  /** What the last packets were written to; what it has not sent is its `writableLength`. */
  let wire: NetSocket | undefined = wireOf(conn.transport);
  let cut = false;

  conn.on("flush", () => {
    kept = 0;
    wire = wireOf(conn.transport) ?? wire;
  });
  conn.on("packetCreate", (packet: Packet) => {
    if (cut) return;
    kept += bytesOf(packet);
    if (kept + (wire?.writableLength ?? 0) <= max) return;
    cut = true;
    // It leaves its room at once, and then nothing more is sent: a graceful close would first wait until
    // everything that is kept has been taken, or half a minute.
    conn.transport.emit("close");
    // A poll's connection may serve others once its answer is out.
    if (conn.transport.name === "websocket" || (wire?.writableLength ?? 0) > 0) wire?.destroy();
  });
  // Whoever changes over to a WebSocket asks once whether it works; each time more would be answered past all counting.
  const asked = new WeakSet<Transport>();
  conn.on("upgrading", (transport: Transport) => {
    if (asked.has(transport)) wireOf(transport)?.destroy();
    asked.add(transport);
  });
}

/**
 * WebSockets whose pings are answered one at a time, and of those that come meanwhile the last (RFC 6455, 5.5.3). The library
 * alone answers each at once, past what is counted above: whoever asks and reads nothing would be kept every answer (P286).
 */
export class WebSocketsAnsweredInTurn extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, autoPong: false });
  }

  override handleUpgrade(
    ...[request, socket, head, done]: Parameters<WebSocketServer["handleUpgrade"]>
  ): void {
    super.handleUpgrade(request, socket, head, (client, ...others) => {
      answerInTurn(client);
      done(client, ...others);
    });
  }
}

function answerInTurn(client: WebSocket): void {
  let next: Buffer | null = null;
  let isAnswering = false;
  const answer = (data: Buffer): void => {
    isAnswering = true;
    client.pong(data, false, () => {
      isAnswering = false;
      const last = next;
      next = null;
      if (last) answer(last);
    });
  };
  client.on("ping", (data) => {
    if (isAnswering) next = data;
    else answer(data);
  });
}

/** The TCP connection below a WebSocket, or below the poll that waits for an answer. */
function wireOf(transport: Transport): NetSocket | undefined {
  if (transport.name === "websocket") {
    return netSocket(Reflect.get(Object(Reflect.get(transport, "socket")), "_socket"));
  }
  return netSocket(Reflect.get(Object(Reflect.get(transport, "req")), "socket"));
}

function netSocket(value: unknown): NetSocket | undefined {
  return value instanceof NetSocket ? value : undefined;
}
