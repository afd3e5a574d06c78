import { constants, deflateRawSync } from "node:zlib";
import type { Channel } from "@/lib/channel";

/**
 * From this size on a body is deflated. Below it a patch is one or two packets of the network anyway, and
 * base64 eats a third of what deflating saves.
 */
const DEFLATED_FROM_BYTES = 2_048;

/**
 * Half of what a reveal says are ids and hashes, in which what repeats is chance: pointing back to three or four characters costs
 * more than they do, so only longer repeats are sought (`Z_FILTERED`). It is done once for a whole room, and no level
 * above this one makes less of it (decision 0126).
 */
const DEFLATE = { level: 6, strategy: constants.Z_FILTERED };

/** RFC 6455, section 5.2: a final frame of text or of bytes, with the length in 7, 16 or 64 bits. */
const FINAL_TEXT = 0x81;
const FINAL_BYTES = 0x82;
const LENGTH_7_MAX = 125;
const LENGTH_16 = 126;
const LENGTH_16_MAX = 0xffff;
const LENGTH_64 = 127;

/**
 * What a frame says, without the time: the same bytes for everybody who gets it, encoded once. Of a deflated one text and bytes
 * are made for the first who asks for them: pages take it as it is, and only what polls without them needs more.
 */
export interface ViewBody {
  readonly text: string;
  readonly bytes: Buffer;
  /** What `text` is the base64 of; null where it isn't deflated. */
  readonly deflated: Buffer | null;
}

/** With what Engine.IO's `write` is called for a packet that is encoded already. */
interface WriteOptions {
  compress: false;
  /**
   * What Engine.IO writes to a WebSocket as it is, instead of encoding the packet for each. One piece: of two each connection
   * would have to make one.
   */
  wsPreEncodedFrame: [Buffer];
}

/** A packet as text, with what writes it to a WebSocket. */
interface TextPacket {
  /** For polling, whose answers are put together by Engine.IO. */
  readonly text: string;
  readonly options: WriteOptions;
}

/** A frame ready to be written to any connection. Whoever takes bytes doesn't ask for its text: then that is never made. */
export interface ViewPacket extends TextPacket {
  /** The same as an event and its attachment, where the body is deflated: for pages that take it as bytes (P198). */
  readonly inBytes?: readonly { data: string | Buffer; options: WriteOptions }[];
}

/**
 * Encodes a body from JSON text. Large ones that all participants or stages get are deflated. Others hold what
 * is secret beside what participants write, and the length of the whole would tell how much alike the two
 * are (docs/decisions/0043-frames-encoded-once.md).
 */
export function viewBody(json: string, channel: Channel): ViewBody {
  const isPublic = channel === "participant" || channel === "stage";
  return isPublic && json.length >= DEFLATED_FROM_BYTES
    ? deflatedBody(deflateRawSync(json, DEFLATE))
    : { text: json, bytes: Buffer.from(json), deflated: null };
}

/** Holds on to nothing but what was deflated, as long as nobody asks for more: a room keeps the whole view of each channel. */
function deflatedBody(deflated: Buffer): ViewBody {
  let text: string | undefined;
  let bytes: Buffer | undefined;
  return {
    deflated,
    get text() {
      text ??= JSON.stringify(deflated.toString("base64"));
      return text;
    },
    get bytes() {
      bytes ??= Buffer.from(this.text);
      return bytes;
    },
  };
}

/** Puts the time before a body, as the Socket.IO event `view` of the default namespace. */
export function viewPacket(body: ViewBody, now: number): ViewPacket {
  const { deflated } = body;
  if (deflated === null) return textPacket(body, now);
  let inText: TextPacket | undefined;
  const asText = (): TextPacket => {
    inText ??= textPacket(body, now);
    return inText;
  };
  return {
    inBytes: asEventWithBytes(deflated, now),
    get text() {
      return asText().text;
    },
    get options() {
      return asText().options;
    },
  };
}

function textPacket({ text, bytes }: ViewBody, now: number): TextPacket {
  const before = `2["view",${now},`;
  return {
    text: `${before}${text}]`,
    options: written(FINAL_TEXT, Buffer.from(`4${before}`), bytes, Buffer.from("]")),
  };
}

/** Any other event with one argument, given as JSON text. */
export function eventPacket(event: string, json: string): ViewPacket {
  const text = `2[${JSON.stringify(event)},${json}]`;
  return { text, options: written(FINAL_TEXT, Buffer.from(`4${text}`)) };
}

/** The event `view` whose body follows it as bytes: a packet of Socket.IO's type 5, and its one attachment. */
function asEventWithBytes(body: Buffer, now: number): ViewPacket["inBytes"] {
  const event = `51-["view",${now},{"_placeholder":true,"num":0}]`;
  return [
    { data: event, options: written(FINAL_TEXT, Buffer.from(`4${event}`)) },
    { data: body, options: written(FINAL_BYTES, body) },
  ];
}

/** A WebSocket's frame. Text begins with Engine.IO's type 4, which bytes have none of. */
function written(first: number, ...payload: Buffer[]): WriteOptions {
  const length = payload.reduce((sum, each) => sum + each.length, 0);
  const frame = Buffer.concat([headerOf(first, length), ...payload]);
  return { compress: false, wsPreEncodedFrame: [frame] };
}

function headerOf(first: number, length: number): Buffer {
  if (length <= LENGTH_7_MAX) return Buffer.from([first, length]);
  if (length <= LENGTH_16_MAX) {
    const header = Buffer.from([first, LENGTH_16, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = first;
  header[1] = LENGTH_64;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
