import type { Actor } from "@/lib/session/actor";
import type { CommandFrame } from "@/lib/session/commands";
import type { BatchDocuments } from "@/server/documents/batch-documents";

/**
 * Who sends a command. A participant's device secret is never stored, only hashed into tags. The sweep ends
 * what was forgotten, and nothing that was not; the clock takes a step that is due, and no other.
 */
export type Sender =
  | { kind: "participant"; device: string }
  | Extract<Actor, { kind: "facilitator" }>
  | { kind: "sweep" }
  | { kind: "clock" };

export interface CommandSubmission {
  sender: Sender;
  frame: CommandFrame;
}

/**
 * What somebody does with a document: decided in the same order and written in the same transaction as commands. It is
 * called again where its batch failed, and counts once that is answered.
 */
export interface DocumentSubmission {
  /** Whether the document may have to be begun for it. */
  mayBegin: boolean;
  document(documents: BatchDocuments): Promise<void>;
}

export type Submission = CommandSubmission | DocumentSubmission;

export const isCommand = (submission: Submission): submission is CommandSubmission =>
  "frame" in submission;
