import type { Actor } from "@/lib/session/actor";
import type { CommandFrame } from "@/lib/session/commands";

/**
 * Who sends a command. A participant's device secret is never stored, only hashed into tags. The sweep ends
 * what was forgotten, and nothing that was not; the clock takes a step that is due, and no other.
 */
export type Sender =
  | { kind: "participant"; device: string }
  | Extract<Actor, { kind: "facilitator" }>
  | { kind: "sweep" }
  | { kind: "clock" };

export interface Submission {
  sender: Sender;
  frame: CommandFrame;
}
