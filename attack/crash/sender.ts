import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@/attack/random";
import { createOutbox } from "@/lib/client/outbox";
import { randomSecret } from "@/lib/client/random";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import type { LiveClient } from "@/server/simulated/live-client";

/** Share of acknowledgements that the client pretends not to have heard. */
const DEAF = 0.3;

/** Waits of the outbox, shortened: what counts here is that it sends again, not when. */
const WAIT_DIVISOR = 15;

/**
 * Accepted: the server said `ok` at least once, whether the client pretended to hear it or not. Uncertain:
 * refused, but an earlier try was not heard of, and may have had its effect.
 */
export type Fate = "accepted" | "refused" | "uncertain";

/** What came of one command. */
export interface Outcome {
  fate: Fate;
  /** The last answer. */
  answer: Acknowledgement;
  /** The reply of each `ok`, in order: a repeat has to bring the same. */
  replies: unknown[];
}

/** One state of a card or a ballot as this phone sent it, and whether it counts. */
export interface Sent<Content> {
  revision: number;
  content: Content;
  fate: Fate;
}

/** The acceptable contents: the last accepted one, and what was sent later with an unknown fate. */
export function acceptable<Content>(sent: readonly Sent<Content>[]): {
  certain: Sent<Content> | undefined;
  all: Sent<Content>[];
} {
  const last = sent.findLastIndex(({ fate }) => fate === "accepted");
  const later = sent.slice(last + 1).filter(({ fate }) => fate === "uncertain");
  const certain = sent[last];
  return { certain, all: certain ? [certain, ...later] : later };
}

/** The product's own outbox over a live client, half deaf on purpose. */
export interface Sender {
  send(command: Command): Promise<Outcome>;
  flush(): void;
  /** How many frames were sent and answered, and how many answers were not heard on purpose. */
  readonly counts: { sent: number; answered: number; unheard: number };
  /** Names of the commands that were accepted, as `attack/commands.ts` has them. */
  readonly accepted: ReadonlySet<string>;
  close(): void;
}

/** A command that waits for its final answer; in memory, for the server is what is killed. */
interface Waiting {
  frame: CommandFrame;
  isAccepted: boolean;
  isLost: boolean;
  replies: unknown[];
  settle(answer: Acknowledgement): void;
}

export function createSender(client: () => LiveClient | undefined, random: Random): Sender {
  const counts = { sent: 0, answered: 0, unheard: 0 };
  const accepted = new Set<string>();
  const waiting: Waiting[] = [];
  const listeners = new Set<(whose: "own") => void>();
  const outbox = createOutbox({
    queue: {
      first: async () => waiting[0]?.frame ?? null,
      async settle({ id }, answer) {
        const at = waiting.findIndex(({ frame }) => frame.id === id);
        for (const settled of at < 0 ? [] : waiting.splice(at, 1)) settled.settle(answer);
      },
      onWaiting(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    wait: (ms) => delay(ms / WAIT_DIVISOR),
    async deliver(frame) {
      const live = client();
      const about = waiting.find(({ frame: { id } }) => id === frame.id);
      if (!live || !about) return "offline";
      counts.sent += 1;
      const answer = await live.deliver(frame);
      if (answer === "offline" || answer === "silence") {
        about.isLost = true;
        return answer;
      }
      counts.answered += 1;
      if (answer.ok) {
        about.isAccepted = true;
        accepted.add(nameIn(frame.command, live.view));
        about.replies.push(answer.reply);
      } else if (answer.code === "busy") about.isLost = true;
      if (!random.chance(DEAF)) return answer;
      counts.unheard += 1;
      return "silence";
    },
  });
  return {
    counts,
    accepted,
    send: (command) =>
      new Promise((resolve) => {
        const own: Waiting = {
          ...{ frame: { id: randomSecret(), command }, replies: [] },
          ...{ isAccepted: false, isLost: false },
          settle(answer) {
            const fate = own.isAccepted ? "accepted" : own.isLost ? "uncertain" : "refused";
            resolve({ fate, answer, replies: own.replies });
          },
        };
        waiting.push(own);
        for (const listener of listeners) listener("own");
      }),
    flush: () => outbox.flush(),
    close: () => outbox.close(),
  };
}

/** A command's name with its kind, as `everyCommand` has them. */
function nameIn(command: Command, view: SessionView | undefined): string {
  if (command.type !== "activity") return `session/${command.type}`;
  return `${view?.planned?.key === command.activity ? view.planned.kind : ""}/${command.command.type}`;
}
