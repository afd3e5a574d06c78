import { transientRefusals } from "@/lib/errors";
import type { Acknowledgement } from "@/lib/protocol";
import type { CommandFrame } from "@/lib/session/commands";

/** First wait after "busy", doubled up to the longest. */
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_LONGEST_MS = 15_000;

/**
 * What another page of this device has handed in is that page's to send. It may be closed before: what
 * still waits after this long, longer than an answer takes, is sent from here.
 */
const OTHERS_AFTER_MS = 10_000;

/** What was handed in and not acknowledged yet, in order; all pages of a device share it. */
export interface CommandQueue {
  /** What is sent next; null: nothing waits. */
  first(): Promise<CommandFrame | null>;
  /** Takes a command off with the server's final answer, also one from before a reload. */
  settle(frame: CommandFrame, answer: Acknowledgement): Promise<void>;
  /** Told when something waits: of this page, or perhaps of another one. */
  onWaiting(listener: (whose: "own" | "others") => void): () => void;
}

export interface OutboxOptions {
  queue: CommandQueue;
  /** Sends one command. "silence": connected, but no answer came in time. */
  deliver(frame: CommandFrame): Promise<Acknowledgement | "offline" | "silence">;
  /** Told while what is first waits for its turn among many new phones (P139), and when it does no more. */
  onCrowded?(isCrowded: boolean): void;
  /** Waits; tests don't. */
  wait?(ms: number): Promise<void>;
}

export interface Outbox {
  /** Sends what is waiting. Call it whenever the connection is back. */
  flush(): void;
  /** Resolves once nothing waits, because it was sent or erased. */
  emptied(): Promise<void>;
  close(): void;
}

/**
 * Sends what waits, in order, until the server has answered for good. An entry keeps its command id,
 * and every command is harmless as a repeat (P17), so two pages may send one queue.
 */
export function createOutbox({ queue, deliver, ...options }: OutboxOptions): Outbox {
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  let sending = false;
  /** Asked for while sending: what came in between is not left lying. */
  let askedAgain = false;
  let closed = false;
  let untilEmpty: (() => void)[] = [];
  let crowded = false;

  async function run(): Promise<void> {
    askedAgain = true;
    if (sending) return;
    sending = true;
    try {
      while (askedAgain && !closed) {
        askedAgain = false;
        await sendAll();
      }
    } finally {
      sending = false;
    }
  }

  async function sendAll(): Promise<void> {
    let backOff = BACK_OFF_FIRST_MS;
    while (!closed) {
      const frame = await queue.first();
      if (!frame) return tellEmpty();
      const answer = await deliver(frame);
      // `run` goes on here, if it was asked for while we were finding out.
      if (closed || answer === "offline") return;
      tellCrowded(answer !== "silence" && !answer.ok && answer.code === "crowded");
      if (answer === "silence" || (!answer.ok && transientRefusals.has(answer.code))) {
        await wait(backOff);
        backOff = Math.min(2 * backOff, BACK_OFF_LONGEST_MS);
        continue;
      }
      backOff = BACK_OFF_FIRST_MS;
      await queue.settle(frame, answer);
    }
  }

  function tellCrowded(isCrowded: boolean): void {
    if (isCrowded === crowded) return;
    crowded = isCrowded;
    options.onCrowded?.(isCrowded);
  }

  function tellEmpty(): void {
    const told = untilEmpty;
    untilEmpty = [];
    for (const resolve of told) resolve();
  }

  const stopListening = queue.onWaiting((whose) => {
    if (whose === "own") void run();
    else void wait(OTHERS_AFTER_MS).then(run);
  });

  return {
    flush: () => void run(),
    async emptied() {
      while ((await queue.first()) !== null && !closed) {
        await new Promise<void>((resolve) => untilEmpty.push(resolve));
      }
    },
    close() {
      closed = true;
      stopListening();
    },
  };
}
