import type { Acknowledgement } from "@/lib/protocol";
import { sharesBatch } from "@/lib/session/commands";
import { elapsed } from "@/server/elapsed";
import { isCommand, type Submission } from "@/server/rooms/submission";

/** When busy, batches commit at most this often: about 20 times a second. */
const TICK_MS = 50;
/** Beyond this many waiting commands the room says "busy"; clients send again. */
const QUEUE_MAX = 2_000;
/** Commands in one transaction: keeps statements far below 65,535 parameters. */
const BATCH_MAX = 500;

export const BUSY: Acknowledgement = { ok: false, code: "busy" };

/** A command that nobody has decided yet, and who waits for its answer. */
export interface Waiting {
  submission: Submission;
  answer(acknowledgement: Acknowledgement): void;
}

/** The commands of one room, in the order in which they came. */
export interface CommandQueue {
  /** Answers once its batch was decided; `busy` at once where too many wait. */
  push(submission: Submission): Promise<Acknowledgement>;
  /** Hands out batches until none waits, one per tick. One call at a time. */
  drain(): Promise<void>;
  readonly isEmpty: boolean;
}

/**
 * Gathers commands into batches. A batch waits for its tick first and is taken then, so that what
 * arrives meanwhile is decided with it instead of waiting for the next one (P38).
 */
export function createCommandQueue(
  decide: (batch: readonly Waiting[]) => Promise<void>,
): CommandQueue {
  const queue: Waiting[] = [];
  let lastTick = Number.NEGATIVE_INFINITY;

  /** A session command changes which rows later ones need, so it runs in a batch of its own. */
  const takeBatch = (): Waiting[] => {
    const end = queue.findIndex(
      ({ submission }) => isCommand(submission) && !sharesBatch(submission.frame.command),
    );
    return queue.splice(0, end < 0 ? BATCH_MAX : Math.min(Math.max(end, 1), BATCH_MAX));
  };

  return {
    push(submission) {
      if (queue.length >= QUEUE_MAX) return Promise.resolve(BUSY);
      return new Promise((answer) => {
        queue.push({ submission, answer });
      });
    },
    async drain() {
      while (queue.length > 0) {
        const busyFor = elapsed() - lastTick;
        if (busyFor < TICK_MS) await new Promise((done) => setTimeout(done, TICK_MS - busyFor));
        lastTick = elapsed();
        await decide(takeBatch());
      }
    },
    get isEmpty() {
      return queue.length === 0;
    },
  };
}
