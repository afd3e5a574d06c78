import type { BoardThere, DocumentUse, DocumentWrite } from "@/lib/activities/documents";
import type {
  DocumentRefusal,
  DocumentWriter,
  OpenAnswer,
  OpenFrame,
  UpdateAnswer,
  UpdateFrame,
} from "@/lib/documents/wire";
import type { Transaction } from "@/server/db/client";
import {
  type AddedUpdate,
  type DocumentRow,
  deleteDocuments,
  insertDocument,
  readUpdates,
} from "@/server/documents/document-rows";
import { documentNameOf, loadDocument, usesOf } from "@/server/documents/documents";
import type { LiveDocument } from "@/server/documents/live-document";
import { type DocumentReader, leaseFor, rightsOf } from "@/server/documents/reader";
import { randomId } from "@/server/rooms/chance";
import type { Replica } from "@/server/rooms/replica";

/** A document that was opened: what is told of it is what its batch has left on disk. */
export interface Opened {
  /** The one that the client id and the state vector are for. */
  epoch: number;
  /** As whom it may be written, where it may. */
  writer: DocumentWriter;
  /** What the client has; null: it begins anew. */
  stateVector: Uint8Array | null;
}

/** What one batch does with the documents of its session. */
export interface BatchDocuments {
  open(
    reader: DocumentReader,
    frame: OpenFrame,
  ): Promise<Opened | Extract<OpenAnswer, { ok: false }>>;
  update(reader: DocumentReader, client: number, frame: UpdateFrame): Promise<UpdateAnswer>;
  /** Writes what rules have decided. */
  write(activity: string, writes: readonly DocumentWrite[]): Promise<void>;
  /** The activity closes: its documents go. */
  erase(activity: string): void;
  /**
   * Deletes what is to go, and gathers what was added, for `writeUpdates`. `changed`: whether a document was begun or
   * anything added.
   */
  flush(): Promise<{ changed: boolean; added: readonly AddedUpdate[] }>;
}

interface Run {
  tx: Transaction;
  sessionId: string;
  replica: Replica;
}

export function documentsInBatch({ tx, sessionId, replica }: Run): BatchDocuments {
  const { documents: live } = replica;
  const erased = new Set<string>();
  let hasBegun = false;

  /** The document, begun if nobody has. Undefined where its kind has none of this name now. */
  const begun = async (document: string): Promise<LiveDocument | undefined> => {
    const known = live.get(document);
    if (known) return known;
    const use = usesOf(replica).get(document);
    if (!use) return undefined;
    const [activity = "", name = ""] = document.split("/");
    const row: DocumentRow = {
      ...{ sessionId, activity, name, model: use.model },
      ...{ epoch: 1, seq: 0, key: randomId() + randomId() },
    };
    await insertDocument(tx, row);
    hasBegun = true;
    const made = await loadDocument(tx, row);
    if (use.model === "board") made.change(use.begin());
    live.set(document, made);
    return made;
  };

  return {
    async open(reader, { doc: document, resume, sv }) {
      const use = usesOf(replica).get(document);
      if (!use || !rightsOf(reader, use, replica.seats).reads) return refusal("not-allowed");
      const opened = await begun(document);
      if (!opened) return refusal("not-allowed");
      const { epoch, key } = opened.row;
      const lease = (client: number) => leaseFor(key, { document, epoch, client, who: reader.who });
      const isResumed =
        resume !== undefined &&
        resume.epoch === epoch &&
        lease(resume.client).lease === resume.lease;
      const client = isResumed ? resume.client : newClient(opened);
      return {
        epoch,
        writer: lease(client),
        stateVector: isResumed && sv !== undefined ? Buffer.from(sv, "base64") : null,
      };
    },
    async update(reader, client, { doc: document, epoch, n, u }) {
      const refused = (code: DocumentRefusal): UpdateAnswer => ({ ok: false, code, n });
      const use = usesOf(replica).get(document);
      const known = live.get(document);
      if (!use || !known) return refused("closed");
      const { reads, writes } = rightsOf(reader, use, replica.seats);
      if (!writes) return refused(reads && !use.isOpen ? "closed" : "not-allowed");
      if (known.row.epoch !== epoch) return refused("epoch");
      const refusedBy = known.take(Buffer.from(u, "base64"), client);
      if (refusedBy === null) return { ok: true, n, seq: known.row.seq };
      if (refusedBy === "pending" || refusedBy === "shape") {
        live.set(document, known.rebuilt(await readUpdates(tx, known.row, 0)));
      }
      return refused("refused");
    },
    async write(activity, writes) {
      for (const write of writes) {
        const known = await begun(documentNameOf({ activity, name: write.document }));
        if (!known) throw new Error("A kind has written into a document that it does not have now");
        if ("cards" in write) known.change({ cards: write.cards });
        else known.addRows(write.rows);
      }
    },
    erase(activity) {
      for (const [name, { row }] of live) if (row.activity === activity) live.delete(name);
      erased.add(activity);
    },
    async flush() {
      const added = [...live].flatMap(
        ([name, known]) => known.toStore(() => thereOn(usesOf(replica).get(name))) ?? [],
      );
      for (const activity of erased) await deleteDocuments(tx, sessionId, activity);
      return { changed: hasBegun || added.length > 0, added };
    },
  };
}

const thereOn = (use: DocumentUse | undefined): BoardThere | null =>
  use?.model === "board" ? use.there : null;

const refusal = (code: DocumentRefusal) => ({ ok: false, code }) as const;

/** An id that nobody has written under. 32 bits: that two are handed out at once is one in millions. */
function newClient(live: LiveDocument): number {
  for (;;) {
    const client = Number.parseInt(randomId().slice(0, 8), 16);
    if (client > 0 && !live.knows(client)) return client;
  }
}
