import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@/attack/random";
import { type CommandQueue, createOutbox, type Outbox } from "@/lib/client/outbox";
import { randomSecret } from "@/lib/client/random";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import type { LiveClient } from "@/server/simulated/live-client";

/** Share of acknowledgements that the client pretends not to have heard. */
const DEAF = 0.3;

/** Waits of the outbox, shortened: what counts here is that it sends again, not when. */
const WAIT_DIVISOR = 15;

/** What came of one command. */
export interface Outcome {
  /** The server said `ok` at least once, whether the client pretended to hear it or not. */
  accepted: boolean;
  /** The last answer. */
  answer: Acknowledgement;
  /** The reply of each `ok`, in order: a repeat has to bring the same. */
  replies: unknown[];
  /** Refused, but an earlier try was not heard of: it may have had its effect. */
  uncertain: boolean;
}

/** The product's own outbox over a live client, half deaf on purpose. */
export interface Sender {
  send(command: Command): Promise<Outcome>;
  flush(): void;
  /** How many frames were sent, and how many answers were not heard on purpose. */
  readonly sent: number;
  readonly answered: number;
  readonly unheard: number;
  /** Names of the commands that were accepted, as `attack/commands.ts` has them. */
  readonly accepted: ReadonlySet<string>;
  close(): void;
}

export function createSender(client: () => LiveClient | undefined, random: Random): Sender {
  const tries = new Map<string, { accepted: boolean; lost: boolean; replies: unknown[] }>();
  const idOf = new Map<Command, string>();
  let sent = 0;
  let answered = 0;
  let unheard = 0;
  const accepted = new Set<string>();
  const waiting = waitingCommands();
  const outbox: Outbox = createOutbox({
    queue: waiting,
    wait: (ms) => delay(ms / WAIT_DIVISOR),
    async deliver(frame) {
      const about = tries.get(frame.id) ?? { accepted: false, lost: false, replies: [] };
      tries.set(frame.id, about);
      idOf.set(frame.command, frame.id);
      const live = client();
      if (!live) return "offline";
      sent += 1;
      const answer = await live.deliver(frame);
      if (answer === "offline" || answer === "silence") {
        about.lost = true;
        return answer;
      }
      answered += 1;
      if (answer.ok) {
        about.accepted = true;
        accepted.add(nameIn(frame.command, live.view));
        about.replies.push(answer.reply);
      } else if (answer.code === "busy") about.lost = true;
      if (random.chance(DEAF)) {
        unheard += 1;
        return "silence";
      }
      return answer;
    },
  });
  return {
    async send(command) {
      const answer = await waiting.put(command);
      const about = tries.get(idOf.get(command) ?? "");
      return {
        accepted: about?.accepted ?? answer.ok,
        answer,
        replies: about?.replies ?? [],
        uncertain: !answer.ok && about?.accepted !== true && about?.lost === true,
      };
    },
    flush: () => outbox.flush(),
    get sent() {
      return sent;
    },
    get answered() {
      return answered;
    },
    get unheard() {
      return unheard;
    },
    accepted,
    close: () => outbox.close(),
  };
}

/** What waits to be sent; kept in memory, for the server is what is killed. */
function waitingCommands(): CommandQueue & { put(command: Command): Promise<Acknowledgement> } {
  const frames: CommandFrame[] = [];
  const answers = new Map<string, (answer: Acknowledgement) => void>();
  const listeners = new Set<(whose: "own") => void>();
  return {
    first: async () => frames[0] ?? null,
    async settle({ id }, answer) {
      const at = frames.findIndex((frame) => frame.id === id);
      if (at >= 0) frames.splice(at, 1);
      answers.get(id)?.(answer);
    },
    onWaiting(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(command) {
      const id = randomSecret();
      const answer = new Promise<Acknowledgement>((resolve) => answers.set(id, resolve));
      frames.push({ id, command });
      for (const listener of listeners) listener("own");
      return answer;
    },
  };
}

/** A command's name with its kind, as `everyCommand` has them. */
function nameIn(command: Command, view: SessionView | undefined): string {
  if (command.type !== "activity") return `session/${command.type}`;
  return `${view?.planned?.key === command.activity ? view.planned.kind : ""}/${command.command.type}`;
}
