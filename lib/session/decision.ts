import type { SealedWrite } from "@/lib/activities/kit";
import type { RefusalCode } from "@/lib/errors";
import type { SessionEvent } from "@/lib/session/events";

/** What a command brings about: events for the log, changes to sealed rows, an answer. */
export type SessionDecision =
  | {
      ok: true;
      events: SessionEvent[];
      sealed: { activity: string; writes: SealedWrite[] }[];
      session?: SessionWrite[];
      reply?: unknown;
    }
  | { ok: false; code: RefusalCode };

/** "I'd like to talk", without content, sender or time. */
export interface TalkRequest {
  /** The card's mark hash, or where none is named a tag that dies with the session's key. */
  about: string;
  fromCard: boolean;
  /** Rises when the same device asks once more: then it is a signal again. */
  revision: number;
  acknowledged: boolean;
}

/** Rows that belong to the session as a whole and are not in its log; all of them, there are few. */
export interface SessionSealed {
  /** Blind replies by the mark hash of their card. */
  replies: ReadonlyMap<string, string>;
  talkRequests: ReadonlyMap<string, TalkRequest>;
  /** The facilitators' private notes by activity: each as it was written last, and no draft of it. */
  notes: ReadonlyMap<string, string>;
}

/** A change to the session's own rows. */
export type SessionWrite =
  | { op: "putReply"; markHash: string; text: string }
  | { op: "putTalkRequest"; request: TalkRequest }
  | { op: "putNote"; activity: string; text: string };
