import type { Acknowledgement } from "@/lib/protocol";
import { sharesBatch } from "@/lib/session/commands";
import { elapsed } from "@/server/elapsed";
import { isCommand, type Submission } from "@/server/rooms/submission";

/**
 * When busy, batches commit at most this often: some 25 times a second. Whoever sends something waits half of it on average,
 * and then for the commit: with three hundred people who send five a second that is 40 ms (decision 0125).
 */
const TICK_MS = 40;
/**
 * While people arrange or write something together each batch is told to all of them, so that more of it goes into one.
 * What one has moved shows on one's own screen at once.
 */
const TICK_OF_DOCUMENTS_MS = 60;
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
 * arrives meanwhile is decided with it instead of waiting for the next one (P38). `hasDocuments`: whether the phase has any,
 * which everybody knows. What is waiting, and from whom, never changes when a batch begins (P211).
 */
export function createCommandQueue(
  decide: (batch: readonly Waiting[]) => Promise<void>,
  hasDocuments: () => boolean,
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
        const wait = lastTick + (hasDocuments() ? TICK_OF_DOCUMENTS_MS : TICK_MS) - elapsed();
        if (wait > 0) await new Promise((done) => setTimeout(done, wait));
        lastTick = elapsed();
        await decide(takeBatch());
      }
    },
    get isEmpty() {
      return queue.length === 0;
    },
  };
}
