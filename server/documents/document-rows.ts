import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Model } from "@/lib/documents/guard";
import type { Db } from "@/server/db/client";
import { documents, documentUpdates } from "@/server/db/schema/sessions";

/** A document of one session: its activity, and what the activity's kind calls it. */
export interface DocumentKey {
  sessionId: string;
  activity: string;
  name: string;
}

export interface DocumentRow extends DocumentKey {
  model: Model;
  epoch: number;
  seq: number;
  key: string;
}

export interface StoredUpdate {
  seq: number;
  data: Uint8Array;
}

const isOf = ({ sessionId, activity, name }: DocumentKey) =>
  and(
    eq(documentUpdates.sessionId, sessionId),
    eq(documentUpdates.activity, activity),
    eq(documentUpdates.name, name),
  );

/** The documents that have begun in a session. */
export const readDocuments = (tx: Pick<Db, "select">, sessionId: string): Promise<DocumentRow[]> =>
  tx.select().from(documents).where(eq(documents.sessionId, sessionId));

/** What was written into a document in its epoch after row `after`, in order. */
export function readUpdates(
  tx: Pick<Db, "select">,
  document: DocumentKey & { epoch: number },
  after: number,
): Promise<StoredUpdate[]> {
  return tx
    .select({ seq: documentUpdates.seq, data: documentUpdates.data })
    .from(documentUpdates)
    .where(
      and(
        isOf(document),
        eq(documentUpdates.epoch, document.epoch),
        gt(documentUpdates.seq, after),
      ),
    )
    .orderBy(asc(documentUpdates.seq));
}

/** Begins a document, with nothing in it. */
export async function insertDocument(tx: Pick<Db, "insert">, row: DocumentRow): Promise<void> {
  await tx.insert(documents).values(row);
}

/**
 * Writes what a batch has added as the document's next row. `isWhole`: the row holds all of it, and those before it go.
 * The session's lock is held, so that nobody else writes this row.
 */
export async function writeUpdate(
  tx: Pick<Db, "execute" | "delete">,
  row: DocumentRow,
  data: Uint8Array,
  isWhole: boolean,
): Promise<void> {
  const { sessionId, activity, name, epoch, seq } = row;
  // One statement by hand: it runs for every batch of moves, twenty times a second.
  await tx.execute(sql`
    with added as (
      insert into document_updates (session_id, activity, name, epoch, seq, data)
      values (${sessionId}, ${activity}, ${name}, ${epoch}, ${seq}, ${Buffer.from(data)})
    )
    update documents set epoch = ${epoch}, seq = ${seq}
    where session_id = ${sessionId} and activity = ${activity} and name = ${name}`);
  if (isWhole) await tx.delete(documentUpdates).where(and(isOf(row), lt(documentUpdates.seq, seq)));
}

/** Deletes the documents of an activity that closes, with all that was written into them. */
export async function deleteDocuments(
  tx: Pick<Db, "delete">,
  sessionId: string,
  activity: string,
): Promise<void> {
  for (const table of [documentUpdates, documents]) {
    await tx.delete(table).where(and(eq(table.sessionId, sessionId), eq(table.activity, activity)));
  }
}
