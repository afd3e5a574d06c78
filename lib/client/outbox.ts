import { randomSecret } from "@/lib/client/random";
import type { DeviceStorage } from "@/lib/client/storage";
import { transientRefusals } from "@/lib/errors";
import type { Acknowledgement } from "@/lib/protocol";
import { type Command, type CommandFrame, commandFrame } from "@/lib/session/commands";

/** First wait after "busy", doubled up to the longest. */
const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_LONGEST_MS = 15_000;

/** What waits on the device; what another version left and this one can't read is passed over. */
function framesIn(stored: unknown): CommandFrame[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry) => {
    const frame = commandFrame.safeParse(entry);
    return frame.success ? [frame.data] : [];
  });
}

export interface OutboxOptions {
  storage: DeviceStorage;
  /** Key of this queue on the device. */
  key: string;
  /** Sends one command. "silence": connected, but no answer came in time. */
  deliver(frame: CommandFrame): Promise<Acknowledgement | "offline" | "silence">;
  /** Told of every final answer, also to commands that an earlier page load put in. */
  onSettled?(command: Command, answer: Acknowledgement): void;
  /** Waits; tests don't. */
  wait?(ms: number): Promise<void>;
}

export interface Outbox {
  /** Keeps the command on the device, then sends it; resolves with the server's final answer. */
  send(command: Command): Promise<Acknowledgement>;
  /** Sends what is waiting. Call it whenever the connection is back. */
  flush(): void;
  /** How many commands have no final answer yet. */
  waiting(): number;
  /** Resolves once nothing waits, because it was sent or erased. */
  emptied(): Promise<void>;
  /** Forgets everything that waits; from now on what is sent waits here and not on the device. */
  erase(): Promise<void>;
  close(): void;
}

/**
 * What was handed in and not acknowledged yet, in order, kept on the device until it is. An entry
 * keeps its command id, so that the server recognises a repeat.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { storage, key, deliver, onSettled } = options;
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const answers = new Map<string, (answer: Acknowledgement) => void>();
  let queue: CommandFrame[] = [];
  let sending = false;
  let flushed = false;
  let closed = false;
  let erasures = 0;
  let untilEmpty: (() => void)[] = [];

  const loaded = storage.get(key).then(
    (stored) => {
      queue = [...framesIn(stored), ...queue];
    },
    () => undefined,
  );

  async function persist(change: (kept: CommandFrame[]) => CommandFrame[]): Promise<void> {
    // After "delete from this device" nothing may come back to it.
    if (erasures > 0) return;
    await storage
      .update(key, (old) => change(framesIn(old)))
      // A full disk must not keep a card from being sent.
      .catch(() => undefined);
  }

  async function run(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      await loaded;
      let backOff = BACK_OFF_FIRST_MS;
      for (let frame = queue[0]; frame && !closed; frame = queue[0]) {
        flushed = false;
        const answer = await deliver(frame);
        if (closed) return;
        if (answer === "offline") {
          // `flush` goes on here, unless it was called while we were finding out.
          if (flushed) continue;
          return;
        }
        if (answer === "silence" || (!answer.ok && transientRefusals.has(answer.code))) {
          await wait(backOff);
          backOff = Math.min(2 * backOff, BACK_OFF_LONGEST_MS);
          continue;
        }
        backOff = BACK_OFF_FIRST_MS;
        settle(frame, answer);
      }
    } finally {
      sending = false;
    }
  }

  function settle(frame: CommandFrame, answer: Acknowledgement): void {
    const { id, command } = frame;
    // Erased while it was under way: nobody waits for it any more.
    if (!queue.some((each) => each.id === id)) return;
    queue = queue.filter((each) => each.id !== id);
    onSettled?.(command, answer);
    answers.get(id)?.(answer);
    answers.delete(id);
    void persist((kept) => kept.filter((each) => each.id !== id));
    tellIfEmpty();
  }

  function tellIfEmpty(): void {
    if (queue.length > 0) return;
    const told = untilEmpty;
    untilEmpty = [];
    for (const resolve of told) resolve();
  }

  return {
    async send(command) {
      const frame: CommandFrame = { id: randomSecret(), command };
      const answer = new Promise<Acknowledgement>((resolve) => answers.set(frame.id, resolve));
      const asked = erasures;
      await loaded;
      if (asked === erasures) {
        queue.push(frame);
        await persist((kept) => [...kept, frame]);
      }
      void run();
      return answer;
    },
    flush() {
      flushed = true;
      void run();
    },
    waiting: () => queue.length,
    async emptied() {
      await loaded;
      const empty = new Promise<void>((resolve) => untilEmpty.push(resolve));
      tellIfEmpty();
      return empty;
    },
    async erase() {
      erasures += 1;
      queue = [];
      answers.clear();
      await loaded;
      queue = [];
      tellIfEmpty();
      await storage.remove(key);
    },
    close() {
      closed = true;
    },
  };
}
