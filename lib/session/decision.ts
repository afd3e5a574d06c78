import type { SealedWrite } from "@/lib/activities/contract";
import type { DocumentWrite } from "@/lib/activities/documents";
import type { RefusalCode } from "@/lib/errors";
import type { SeriesScores } from "@/lib/series/series-schema";
import type { SeriesWords } from "@/lib/series/series-words";
import type { SessionEvent } from "@/lib/session/events";

/** One step of what a command brings about: events for the log, changes to sealed rows, an answer. */
export interface SessionStep {
  ok: true;
  events: SessionEvent[];
  sealed: { activity: string; writes: SealedWrite[] }[];
  session?: SessionWrite[];
  /** What is moved on boards. */
  documents?: { activity: string; writes: readonly DocumentWrite[] };
  reply?: unknown;
  /**
   * What follows in the same transaction, decided once this step's events are applied: what starts sees
   * what was closed, and can seal (architecture.md, idea 1). Never refused: the command is taken by then.
   */
  next?: () => SessionStep;
}

/** What a command brings about. */
export type SessionDecision = SessionStep | { ok: false; code: RefusalCode };

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
  | { op: "putNote"; activity: string; text: string }
  | { op: "keepInSeries"; words: SeriesWords; scores: SeriesScores };
