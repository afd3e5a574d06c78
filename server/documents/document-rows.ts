import { and, asc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
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

/** What a batch has added to a document: its next row. */
export interface AddedUpdate {
  row: DocumentRow;
  data: Uint8Array;
  /** The row holds all of the document, and those before it go. */
  isWhole: boolean;
}

/**
 * Writes what a batch has added to documents, in the same statement as `raised`, which writes the session's row: it runs for
 * every batch of moves, and each statement of its own would be another way to the database and back. The session's lock
 * is held, so that nobody else writes these rows.
 */
export async function writeUpdates(
  tx: Pick<Db, "execute" | "delete">,
  added: readonly AddedUpdate[],
  raised: SQL,
): Promise<void> {
  for (const { row, isWhole } of added) {
    if (!isWhole) continue;
    await tx.delete(documentUpdates).where(and(isOf(row), lt(documentUpdates.seq, row.seq)));
  }
  const column = (type: string, of: (each: AddedUpdate) => unknown): SQL =>
    sql`${sql.param(added.map(of))}::${sql.raw(type)}[]`;
  await tx.execute(sql`
    with rows as (
      select * from unnest(
        ${column("text", ({ row }) => row.sessionId)},
        ${column("text", ({ row }) => row.activity)},
        ${column("text", ({ row }) => row.name)},
        ${column("int", ({ row }) => row.epoch)},
        ${column("int", ({ row }) => row.seq)},
        ${column("bytea", ({ data }) => Buffer.from(data))}
      ) as rows (session_id, activity, name, epoch, seq, data)
    ), written as (
      insert into document_updates (session_id, activity, name, epoch, seq, data) select * from rows
    ), moved as (
      update documents set epoch = rows.epoch, seq = rows.seq from rows
      where documents.session_id = rows.session_id
        and documents.activity = rows.activity and documents.name = rows.name
    )
    ${raised}`);
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
