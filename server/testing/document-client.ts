import * as Y from "yjs";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import type { BoardContent } from "@/lib/documents/place";
import {
  type DocumentFrame,
  documentFrame,
  type OpenAnswer,
  openAnswer,
  resetFrame,
  type UpdateAnswer,
  updateAnswer,
} from "@/lib/documents/wire";
import type { LiveClient } from "@/server/simulated/live-client";

/** A document as a page holds it, as far as tests of the server need one. */
export interface DocumentClient {
  readonly doc: Y.Doc;
  readonly opened: Extract<OpenAnswer, { ok: true }>;
  /** Every frame as it came in. */
  readonly frames: readonly string[];
  /** Epochs that it was told to open anew with. */
  readonly resets: readonly (number | null)[];
  readonly seq: number;
  board(): BoardContent;
  /** Changes its own document; the update that this makes. */
  change(changes: Parameters<typeof changeBoard>[1]): Uint8Array;
  send(update: Uint8Array): Promise<UpdateAnswer>;
}

/** Asks for a document and tells what was answered. */
export const askToOpen = async (client: LiveClient, frame: object): Promise<OpenAnswer> =>
  openAnswer.parse(await client.ask("doc:open", frame));

/** Opens a document; with `again` the same one in memory comes back over another connection. Throws where it is refused. */
export async function openDocument(
  client: LiveClient,
  name: string,
  again?: DocumentClient,
): Promise<DocumentClient> {
  const doc = again?.doc ?? new Y.Doc();
  const frames: string[] = [];
  const resets: (number | null)[] = [];
  let seq = 0;
  let n = 0;
  /** On a busy machine a frame is here in the same turn as the answer that it follows, and is heard before it. */
  let early: DocumentFrame[] | null = [];
  const take = (frame: DocumentFrame): void => {
    if (frame.since > seq) throw new Error("A frame was missed");
    Y.applyUpdate(doc, Buffer.from(frame.u, "base64"), "server");
    seq = Math.max(seq, frame.seq);
  };
  client.hear("doc", (raw) => {
    const frame = documentFrame.parse(raw);
    if (frame.doc !== name) return;
    frames.push(JSON.stringify(frame));
    if (early) early.push(frame);
    else take(frame);
  });
  client.hear("doc:reset", (raw) => {
    const frame = resetFrame.parse(raw);
    if (frame.doc === name) resets.push(frame.epoch);
  });
  const resume = again?.opened.writer
    ? { epoch: again.opened.epoch, ...again.opened.writer }
    : undefined;
  const sv = resume ? Buffer.from(Y.encodeStateVector(doc)).toString("base64") : undefined;
  const opened = await askToOpen(client, { doc: name, resume, sv });
  if (!opened.ok) throw new Error(`Opening: ${opened.code}`);
  if (opened.writer && !again) doc.clientID = opened.writer.client;
  Y.applyUpdate(doc, Buffer.from(opened.u, "base64"), "server");
  seq = Math.max(seq, opened.seq);
  const waiting = early;
  early = null;
  for (const frame of waiting) take(frame);
  return {
    ...{ doc, opened, frames, resets },
    get seq() {
      return seq;
    },
    board: () => boardContentOf(doc),
    change(changes) {
      const before = Y.encodeStateVector(doc);
      const made: Uint8Array[] = [];
      const note = (update: Uint8Array) => void made.push(update);
      doc.on("update", note);
      changeBoard(doc, changes);
      doc.off("update", note);
      return made.length > 0 ? Y.mergeUpdates(made) : Y.encodeStateAsUpdate(doc, before);
    },
    async send(update) {
      n += 1;
      const u = Buffer.from(update).toString("base64");
      const frame = { doc: name, epoch: opened.epoch, n, u };
      return updateAnswer.parse(await client.ask("doc:update", frame));
    },
  };
}
