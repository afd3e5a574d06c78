import { eq, sql } from "drizzle-orm";
import type { SessionSealed, SessionWrite, TalkRequest } from "@/lib/session/decision";
import type { Db } from "@/server/db/client";
import { blindReplies, sessionNotes, talkRequests } from "@/server/db/schema/sessions";
import { together } from "@/server/db/together";

/** The rows that belong to a session and to no activity, and what a batch changes in them. */
export interface SessionRows extends SessionSealed {
  apply(write: Exclude<SessionWrite, { op: "keepInSeries" }>): void;
  /** Writes what `apply` gathered. */
  flush(tx: Pick<Db, "insert">): Promise<void>;
}

/** Loads them all: a reply for a card now and then, a request for a device, a note for an activity at most. */
export async function loadSessionRows(
  db: Pick<Db, "select">,
  sessionId: string,
): Promise<SessionRows> {
  const [replyRows, talkRows, noteRows] = await together([
    db.select().from(blindReplies).where(eq(blindReplies.sessionId, sessionId)),
    db.select().from(talkRequests).where(eq(talkRequests.sessionId, sessionId)),
    db.select().from(sessionNotes).where(eq(sessionNotes.sessionId, sessionId)),
  ]);
  const notes = new Map(noteRows.map(({ activity, text }) => [activity, text]));
  const replies = new Map(replyRows.map(({ markHash, text }) => [markHash, text]));
  const requests = new Map(
    talkRows.map(({ sessionId: _, ...request }): [string, TalkRequest] => [request.about, request]),
  );
  const changedReplies = new Set<string>();
  const changedRequests = new Set<string>();
  const changedNotes = new Set<string>();

  return {
    replies,
    talkRequests: requests,
    notes,
    apply(write) {
      switch (write.op) {
        case "putReply":
          replies.set(write.markHash, write.text);
          changedReplies.add(write.markHash);
          return;
        case "putTalkRequest":
          requests.set(write.request.about, write.request);
          changedRequests.add(write.request.about);
          return;
        case "putNote":
          notes.set(write.activity, write.text);
          changedNotes.add(write.activity);
      }
    },
    async flush(tx) {
      const written = [...changedReplies].map((markHash) => ({
        sessionId,
        markHash,
        text: replies.get(markHash) ?? "",
      }));
      if (written.length > 0) {
        await tx
          .insert(blindReplies)
          .values(written)
          .onConflictDoUpdate({
            target: [blindReplies.sessionId, blindReplies.markHash],
            set: { text: sql`excluded.text` },
          });
      }
      const noted = [...changedNotes].map((activity) => ({
        ...{ sessionId, activity },
        text: notes.get(activity) ?? "",
      }));
      if (noted.length > 0) {
        await tx
          .insert(sessionNotes)
          .values(noted)
          .onConflictDoUpdate({
            target: [sessionNotes.sessionId, sessionNotes.activity],
            set: { text: sql`excluded.text` },
          });
      }
      const asked = [...changedRequests].flatMap((about) => requests.get(about) ?? []);
      if (asked.length > 0) {
        await tx
          .insert(talkRequests)
          .values(asked.map((request) => ({ sessionId, ...request })))
          .onConflictDoUpdate({
            target: [talkRequests.sessionId, talkRequests.about],
            set: { revision: sql`excluded.revision`, acknowledged: sql`excluded.acknowledged` },
          });
      }
    },
  };
}
