import { setTimeout as delay } from "node:timers/promises";
import type { Played } from "@/bench/load/orders";
import type { LeanPhone } from "@/bench/load/phone";
import { now } from "@/bench/processes";
import { transientRefusals } from "@/lib/errors";
import type { Command } from "@/lib/session/commands";

/** What was refused for a moment is sent again after this, as an outbox does, and so often at most. */
const AGAIN_AFTER_MS = 500;
const TRIES = 20;

/** Codes of commands and of documents. */
const transient: ReadonlySet<string> = transientRefusals;

/** What the server says to whatever is asked of it. */
type Answered = { ok: true } | { ok: false; code: string };

/** What became of what was asked. */
export interface Tally {
  /** Sends a command, after what is before it, until it has a final answer; the reply, null where there is none. */
  send(phone: LeanPhone, command: Command, before?: Promise<unknown>): Promise<unknown>;
  /** The same of anything else; null where it was refused, or nobody answered. */
  ask<Answer extends Answered>(
    once: () => Promise<Answer | "lost">,
  ): Promise<Extract<Answer, { ok: true }> | null>;
  played(): Played;
}

export function createTally(): Tally {
  const answersMs: number[] = [];
  const refused: Record<string, number> = {};
  const counts = { offered: 0, done: 0, again: 0 };
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = 0;

  const isTaken = <Answer extends Answered>(
    answer: Answer | "lost",
  ): answer is Extract<Answer, { ok: true }> => answer !== "lost" && answer.ok;

  const ask: Tally["ask"] = async <Answer extends Answered>(
    once: () => Promise<Answer | "lost">,
  ) => {
    counts.offered += 1;
    const sentAt = now();
    firstAt = Math.min(firstAt, sentAt);
    let answer = await once();
    for (let tries = 1; tries < TRIES; tries += 1) {
      if (answer === "lost" || answer.ok || !transient.has(answer.code)) break;
      counts.again += 1;
      await delay(AGAIN_AFTER_MS);
      answer = await once();
    }
    lastAt = now();
    if (!isTaken(answer)) {
      count(refused, answer === "lost" || answer.ok ? "lost" : answer.code);
      return null;
    }
    answersMs.push(lastAt - sentAt);
    counts.done += 1;
    return answer;
  };

  return {
    ask,
    async send(phone, command, before) {
      const answer = await ask(async () => {
        await before;
        return phone.send(command);
      });
      return answer?.reply ?? null;
    },
    played: () => ({ ...counts, refused, answersMs, tookMs: Math.max(0, lastAt - firstAt) }),
  };
}

/** One more of this. */
export function count(of: Record<string, number>, what: string): void {
  of[what] = (of[what] ?? 0) + 1;
}
