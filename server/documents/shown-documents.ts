import type { DocumentFrame, OpenAnswer, OpenFrame, ResetFrame } from "@/lib/documents/wire";
import type { Opened } from "@/server/documents/batch-documents";
import { usesOf } from "@/server/documents/documents";
import type { LiveDocument } from "@/server/documents/live-document";
import { type DocumentReader, rightsOf } from "@/server/documents/reader";
import { createFanOut } from "@/server/rooms/fan-out";
import type { Replica } from "@/server/rooms/replica";
import { eventPacket } from "@/server/rooms/view-packet";

/** Who has which documents of a room open on this node, and what they were sent last. */
export interface ShownDocuments {
  /**
   * What a reader is told whose document was opened: all of it as its batch has left it (P282). From now on it is sent what is
   * written into it. `outcome` is null where its batch failed.
   */
  opened(
    reader: DocumentReader,
    outcome: Opened | Extract<OpenAnswer, { ok: false }> | null,
    frame: OpenFrame,
    replica: Shows,
  ): OpenAnswer;
  detach(reader: DocumentReader, document?: string): void;
  /** Sends what was added since the last time: one frame for each document, the same bytes for everybody. */
  publish(replica: Shows): void;
}

/** What a room's copy tells of its documents, and of who may read them. */
type Shows = Pick<Replica, "documents" | "state" | "seats">;

interface Shown {
  epoch: number;
  seq: number;
  readers: Set<DocumentReader>;
}

export function createShownDocuments(): ShownDocuments {
  const shown = new Map<string, Shown>();
  const fanOut = createFanOut();
  const reset = (document: string, { readers }: Shown, epoch: number | null): void => {
    const frame: ResetFrame = { doc: document, epoch };
    fanOut.send(eventPacket("doc:reset", JSON.stringify(frame)), readers);
    shown.delete(document);
  };

  return {
    opened(reader, outcome, { doc: document }, { documents, state: session, seats }) {
      // Whoever asks again and again and reads nothing is cut off in the midst of it: the rest is not made.
      if (outcome === null || reader.isGone()) return BUSY;
      if ("ok" in outcome) return outcome;
      // Later in the same batch it may have been loaded or written anew, or closed; and the reader put into another group.
      const opened = documents.get(document);
      const use = usesOf({ state: session, seats }).get(document);
      if (!opened || !use || opened.row.epoch !== outcome.epoch) return BUSY;
      const { reads, writes } = rightsOf(reader, use, seats);
      if (!reads) return { ok: false, code: "not-allowed" };
      const { epoch, seq } = opened.row;
      const state = stateOf(opened, outcome.stateVector);
      if (!state) return { ok: false, code: "bad-input" };
      const known = shown.get(document) ?? { epoch, seq, readers: new Set() };
      known.readers.add(reader);
      shown.set(document, known);
      const writer = writes ? outcome.writer : null;
      return { ok: true, epoch, seq, writer, u: Buffer.from(state).toString("base64") };
    },
    detach(reader, document) {
      for (const [name, each] of shown) {
        if (document !== undefined && document !== name) continue;
        each.readers.delete(reader);
        if (each.readers.size === 0) shown.delete(name);
      }
    },
    publish({ documents, state, seats }) {
      if (documents.size === 0 && shown.size === 0) return;
      const uses = usesOf({ state, seats });
      for (const [document, each] of [...shown]) {
        const now = documents.get(document);
        const use = uses.get(document);
        if (!now || !use || now.row.epoch !== each.epoch) {
          reset(document, each, now && use ? now.row.epoch : null);
          continue;
        }
        // Whoever has left a group's seat hears no more of what is written there.
        const gone = [...each.readers].filter((reader) => !rightsOf(reader, use, seats).reads);
        if (gone.length > 0) {
          for (const reader of gone) each.readers.delete(reader);
          fanOut.send(
            eventPacket("doc:reset", JSON.stringify({ doc: document, epoch: null })),
            gone,
          );
        }
        const added = now.since(each.seq);
        if (!added) continue;
        const { epoch, seq } = now.row;
        const u = Buffer.from(added.data).toString("base64");
        const frame: DocumentFrame = { doc: document, epoch, since: added.since, seq, u };
        fanOut.send(eventPacket("doc", JSON.stringify(frame)), each.readers);
        each.seq = seq;
      }
      // What nobody here has open is not kept for anybody.
      for (const [document, now] of documents) if (!shown.has(document)) now.forget();
    },
  };
}

const BUSY = { ok: false, code: "busy" } as const;

/** Null where what a client says that it has is no state vector. */
function stateOf({ state }: LiveDocument, stateVector: Uint8Array | null): Uint8Array | null {
  try {
    return state(stateVector ?? undefined);
  } catch {
    return null;
  }
}
