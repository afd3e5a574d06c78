import type { Socket } from "socket.io";
import {
  closeFrame,
  type OpenAnswer,
  openFrame,
  type UpdateAnswer,
  updateFrame,
} from "@/lib/documents/wire";
import type { DocumentReader } from "@/server/documents/reader";
import type { Refusals } from "@/server/documents/refusals";
import type { Room } from "@/server/rooms/room";
import { type FrameRate, tokenBucket } from "@/server/token-bucket";

/** Documents that one connection has open at once: a console looks at a board and at all pads of a room. */
const OPEN_MAX = 40;

/** A page of a group gathers what is typed for a quarter of a second; what comes together after a gap is one update. */
const PAD_RATE: FrameRate = { perSecond: 4, burst: 8 };

/**
 * The lane for documents on one connection: parses what comes in, and hands it to the session's room. It is let in, and put
 * out, as commands are. `allow`: false where it has sent more than a connection may.
 */
export function serveDocuments(
  socket: Socket,
  {
    reader,
    opening,
    allow,
    refusals,
    onError,
  }: {
    reader: DocumentReader;
    opening: Promise<Room | null>;
    allow(): boolean;
    refusals: Refusals;
    onError(error: unknown): void;
  },
): void {
  /** The documents that it has open, with the client id under which it may write. */
  const open = new Map<string, number | null>();
  /** Documents that are being opened, with the number of the last opening; 0 where it was closed since. */
  const asked = new Map<string, number>();
  let openings = 0;
  // Participants write pads alone; who leads is held to the pace of all frames.
  const isPaced = reader.role === "participant" ? tokenBucket(PAD_RATE) : () => true;

  const openOne = async (raw: unknown): Promise<OpenAnswer> => {
    const frame = openFrame.safeParse(raw);
    if (!frame.success) return { ok: false, code: "bad-input" };
    const { doc } = frame.data;
    if (!open.has(doc) && open.size >= OPEN_MAX) return { ok: false, code: "not-allowed" };
    openings += 1;
    const turn = openings;
    asked.set(doc, turn);
    const room = await opening;
    if (!room) return { ok: false, code: "not-allowed" };
    const answer = await room.openDocument(reader, frame.data);
    const last = asked.get(doc) ?? 0;
    if (last <= turn) asked.delete(doc);
    if (!answer.ok) return answer;
    // The page has left it again before it was there: nobody waits for what would be sent of it (P285).
    if (last < turn) {
      room.closeDocument(reader, doc);
      return { ok: false, code: "not-allowed" };
    }
    const { writer } = answer;
    const given = writer && !refusals.isReadOnly(reader.who, doc) ? writer : null;
    open.set(doc, given?.client ?? null);
    return { ...answer, writer: given };
  };

  const updateOne = async (raw: unknown): Promise<UpdateAnswer> => {
    const frame = updateFrame.safeParse(raw);
    if (!frame.success) return { ok: false, code: "bad-input", n: 0 };
    const { doc, n } = frame.data;
    const client = open.get(doc) ?? null;
    const room = await opening;
    if (!room || client === null || refusals.isReadOnly(reader.who, doc)) {
      return { ok: false, code: "not-allowed", n };
    }
    const answer = await room.updateDocument(reader, client, frame.data);
    if (!answer.ok && answer.code === "refused") refusals.add(reader.who, doc);
    return answer;
  };

  /** Answers with what comes of a frame; without anybody who waits for it nothing is done. */
  const answer = <Answer>(
    acknowledge: unknown,
    work: () => Promise<Answer>,
    refused: (code: "rate-limited" | "busy") => Answer,
  ): void => {
    if (typeof acknowledge !== "function") return;
    if (!allow()) {
      acknowledge(refused("rate-limited"));
      return;
    }
    work().then(
      (result) => acknowledge(result),
      (error: unknown) => {
        onError(error);
        acknowledge(refused("busy"));
      },
    );
  };

  socket.on("doc:open", (raw: unknown, acknowledge: unknown) => {
    answer<OpenAnswer>(
      acknowledge,
      () => openOne(raw),
      (code) => ({ ok: false, code }),
    );
  });

  socket.on("doc:update", (raw: unknown, acknowledge: unknown) => {
    const n = numberOf(raw);
    answer<UpdateAnswer>(
      acknowledge,
      async () => (isPaced() ? updateOne(raw) : { ok: false, code: "rate-limited", n }),
      (code) => ({ ok: false, code, n }),
    );
  });

  const leave = (document?: string): void => {
    opening.then(
      (room) => room?.closeDocument(reader, document),
      () => undefined,
    );
  };

  socket.on("doc:close", (raw: unknown) => {
    const frame = closeFrame.safeParse(raw);
    if (!allow() || !frame.success) return;
    const { doc } = frame.data;
    if (asked.has(doc)) asked.set(doc, 0);
    open.delete(doc);
    leave(doc);
  });

  socket.on("disconnect", () => leave());
}

/** What a page calls its update, also where it is not looked at any further. */
function numberOf(raw: unknown): number {
  const n: unknown = typeof raw === "object" && raw !== null ? Reflect.get(raw, "n") : null;
  return typeof n === "number" && Number.isInteger(n) ? n : 0;
}
