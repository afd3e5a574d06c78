import { deflateRawSync } from "node:zlib";
import type { Channel } from "@/lib/channel";

/**
 * From this size on a body is deflated. Below it a patch is one or two packets of the network anyway, and
 * base64 eats a third of what deflating saves.
 */
const DEFLATED_FROM_BYTES = 2_048;

/** Fast, and within a few percent of the best for text of this size. */
const DEFLATE_LEVEL = 3;

/** RFC 6455, section 5.2: a final frame of text, with the length in 7, 16 or 64 bits. */
const FINAL_TEXT = 0x81;
const LENGTH_7_MAX = 125;
const LENGTH_16 = 126;
const LENGTH_16_MAX = 0xffff;
const LENGTH_64 = 127;

/** What a frame says, without the time: the same bytes for everybody who gets it, encoded once. */
export interface ViewBody {
  text: string;
  bytes: Buffer;
}

/** A frame ready to be written to any connection. */
export interface ViewPacket {
  /** For polling, whose answers are put together by Engine.IO. */
  text: string;
  options: {
    compress: false;
    /** What Engine.IO writes to a WebSocket as it is, instead of encoding `text` for each. */
    wsPreEncodedFrame: [Buffer, Buffer];
  };
}

/**
 * Encodes a body from JSON text. Large ones that all participants or stages get are deflated. Others hold what
 * is secret beside what participants write, and the length of the whole would tell how much alike the two
 * are (docs/decisions/0043-frames-encoded-once.md).
 */
export function viewBody(json: string, channel: Channel): ViewBody {
  const isPublic = channel === "participant" || channel === "stage";
  const isDeflated = isPublic && json.length >= DEFLATED_FROM_BYTES;
  const text = isDeflated
    ? JSON.stringify(deflateRawSync(json, { level: DEFLATE_LEVEL }).toString("base64"))
    : json;
  return { text, bytes: Buffer.from(text) };
}

/**
 * Puts the time before a body, as the Socket.IO event `view` of the default namespace (packet type 2;
 * Engine.IO's type 4 goes before it on a WebSocket).
 */
export function viewPacket(body: ViewBody, now: number): ViewPacket {
  const before = `2["view",${now},`;
  const payload = Buffer.concat([Buffer.from(`4${before}`), body.bytes, Buffer.from("]")]);
  return {
    text: `${before}${body.text}]`,
    options: { compress: false, wsPreEncodedFrame: [headerOf(payload.length), payload] },
  };
}

/** Any other event with one argument, given as JSON text. */
export function eventPacket(event: string, json: string): ViewPacket {
  const text = `2[${JSON.stringify(event)},${json}]`;
  const payload = Buffer.from(`4${text}`);
  return {
    text,
    options: { compress: false, wsPreEncodedFrame: [headerOf(payload.length), payload] },
  };
}

function headerOf(length: number): Buffer {
  if (length <= LENGTH_7_MAX) return Buffer.from([FINAL_TEXT, length]);
  if (length <= LENGTH_16_MAX) {
    const header = Buffer.from([FINAL_TEXT, LENGTH_16, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = FINAL_TEXT;
  header[1] = LENGTH_64;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
