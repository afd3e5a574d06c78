import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Model } from "@/lib/documents/guard";
import type { Db } from "@/server/db/client";
import { documents, documentUpdates } from "@/server/db/schema/sessions";
import { hintOf } from "@/server/rooms/hints";

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

/** Writes what a batch has added to documents. The session's lock is held, so that nobody else writes these rows. */
export async function writeUpdates(
  tx: Pick<Db, "execute">,
  added: readonly AddedUpdate[],
): Promise<void> {
  if (added.length === 0) return;
  const values = columnsOf(added);
  const [first = "", ...others] = UNDER_LOCK.split(/\$(\d)/);
  // As drizzle wants it: texts and parameters by turns.
  const parts = others.map((part, at) =>
    at % 2 === 0 ? sql.param(values[Number(part) - 1]) : sql.raw(part),
  );
  await tx.execute(sql.join([sql.raw(first), ...parts]));
}

/**
 * The same as a transaction of its own, without the lock: writes everything and brings the session to revision `rev`, if it
 * has the one before, and nothing otherwise (P327). Somebody who holds the lock is waited for. False where nothing was
 * written: another node has, or there is no session that takes anything. It runs twenty times a second where people move
 * things, so it is one text that drizzle has no part in.
 */
export async function writeUpdatesAlone(
  { $client }: Pick<Db, "$client">,
  added: readonly AddedUpdate[],
  { sessionId, rev }: { sessionId: string; rev: number },
): Promise<boolean> {
  const values = [...columnsOf(added), sessionId, rev, ...hintOf(sessionId, rev)];
  const { rowCount } = await $client.query(ALONE, values);
  return rowCount === 1;
}

/** The values of what was added, one array for each column of `rows` in `writing`. */
const columnsOf = (added: readonly AddedUpdate[]): unknown[][] => [
  added.map(({ row }) => row.sessionId),
  added.map(({ row }) => row.activity),
  added.map(({ row }) => row.name),
  added.map(({ row }) => row.epoch),
  added.map(({ row }) => row.seq),
  added.map(({ data }) => Buffer.from(data)),
  added.map(({ isWhole }) => isWhole),
];

/** Parts of a `with` which write what was added, provided that `condition` holds; a row that is whole replaces those before. */
const writing = (condition: string): string => `
  rows as (
    select * from unnest(
      $1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::bytea[], $7::bool[]
    ) as rows (session_id, activity, name, epoch, seq, data, is_whole)
    where ${condition}
  ), written as (
    insert into document_updates (session_id, activity, name, epoch, seq, data)
    select session_id, activity, name, epoch, seq, data from rows
  ), moved as (
    update documents set epoch = rows.epoch, seq = rows.seq from rows
    where documents.session_id = rows.session_id
      and documents.activity = rows.activity and documents.name = rows.name
  ), gone as (
    delete from document_updates as old using rows
    where rows.is_whole and old.seq < rows.seq and old.session_id = rows.session_id
      and old.activity = rows.activity and old.name = rows.name
  )`;

const UNDER_LOCK = `with ${writing("true")} select`;

const ALONE = `
  with raised as (
    update sessions set rev = $9
    where id = $8 and rev = $9 - 1 and raw_erased_at is null
    returning id
  ), ${writing("exists (select from raised)")}
  select pg_notify($10, $11) from raised`;

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
