import type { DocumentsRead, DocumentUse } from "@/lib/activities/documents";
import { noDocuments } from "@/lib/activities/documents";
import { currentRun, openRuns, type SessionState } from "@/lib/session/state";
import type { Db } from "@/server/db/client";
import { type DocumentRow, readDocuments, readUpdates } from "@/server/documents/document-rows";
import type { LiveDocument } from "@/server/documents/live-document";
import type { Seats } from "@/server/rooms/sealed-rows";

/** The documents of a room that have begun, by `activity/name`. */
export type LiveDocuments = Map<string, LiveDocument>;

export const documentNameOf = ({ activity, name }: Pick<DocumentRow, "activity" | "name">) =>
  `${activity}/${name}`;

interface Documented {
  state: SessionState;
  seats: Seats | null;
}

/** What the kinds of open activities say of their documents, by `activity/name`. */
export function usesOf({ state, seats }: Documented): Map<string, DocumentUse> {
  const current = currentRun(state);
  const uses = new Map<string, DocumentUse>();
  for (const run of openRuns(state)) {
    if (run.phase === null || !run.instance.documents) continue;
    const contents = run === current && seats ? seats.contents : new Map<string, unknown>();
    const named = run.instance.documents({ phase: run.phase, seats: contents });
    for (const [name, use] of named) {
      uses.set(documentNameOf({ activity: run.template.key, name }), use);
    }
  }
  return uses;
}

/** Whether all documents that open activities have now have begun. */
export function haveAllBegun(replica: Documented & { documents: LiveDocuments }): boolean {
  return [...usesOf(replica).keys()].every((name) => replica.documents.has(name));
}

/** Documents of one activity as its rules and its view read them. */
export const documentsReadIn = (live: LiveDocuments, activity: string): DocumentsRead =>
  live.size === 0
    ? noDocuments
    : {
        board: (name) => live.get(documentNameOf({ activity, name }))?.board() ?? null,
        pad: (name) => live.get(documentNameOf({ activity, name }))?.pad() ?? null,
      };

/**
 * Brings a room's documents to what is stored: those that others have begun, written anew or closed. What holds documents
 * is loaded once there is one: a room without any asks for their rows where its kinds have them, and nothing else. Whether
 * anything was there that the room did not have.
 */
export async function catchUpDocuments(
  tx: Pick<Db, "select">,
  sessionId: string,
  { state, live }: { state: SessionState; live: LiveDocuments },
): Promise<boolean> {
  const has = openRuns(state).some(({ instance }) => instance.documents !== null);
  if (!has && live.size === 0) return false;
  let hasNews = false;
  const rows = has ? await readDocuments(tx, sessionId) : [];
  const stored = new Map(rows.map((row) => [documentNameOf(row), row]));
  for (const name of live.keys()) if (!stored.has(name)) live.delete(name);
  for (const [name, row] of stored) {
    const known = live.get(name);
    if (known && known.row.epoch === row.epoch) {
      if (row.seq <= known.row.seq) continue;
      known.hear(await readUpdates(tx, row, known.row.seq));
    } else live.set(name, await loadDocument(tx, row));
    hasNews = true;
  }
  return hasNews;
}

/** A document out of its rows. */
export async function loadDocument(
  tx: Pick<Db, "select">,
  row: DocumentRow,
): Promise<LiveDocument> {
  const { liveDocument } = await import("@/server/documents/live-document");
  // It is as far as the rows that are read, which may be more than were there a moment ago.
  return liveDocument({ ...row, seq: 0 }, await readUpdates(tx, row, 0));
}
