import type { Acknowledgement } from "@/lib/protocol";
import type { Position } from "@/lib/session/commands";
import { goesOnAt, positionOf, type SessionState } from "@/lib/session/state";
import { randomId } from "@/server/rooms/chance";
import type { Submission } from "@/server/rooms/submission";

/**
 * How soon a step is tried again that was not taken: by the database's clock it may be due a little later than by what
 * this node knows of it, or the database is away. Nobody notices a quarter of a second.
 */
const AGAIN_MS = 250;
/** The longest that a timer waits; a longer one is set again. `setTimeout` holds no more than 24 days. */
const WAIT_MAX_MS = 60 * 60_000;

/** Takes the steps of a session that follow its clock, on every node that has a room for it. */
export interface StepClock {
  /** Waits for the step that is due next, if there is one; called whenever the session has changed. */
  set(state: SessionState): void;
  stop(): void;
}

export function createStepClock({
  now,
  submit,
}: {
  /** The database's clock, ms since 1970. */
  now(): number;
  submit(step: Submission): Promise<Acknowledgement>;
}): StepClock {
  let timer: NodeJS.Timeout | null = null;
  let waitsFor: string | null = null;
  let stopped = false;

  const stop = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    waitsFor = null;
  };

  const wait = (from: Position, at: number, ms: number): void => {
    timer = setTimeout(() => void take(from, at), Math.min(Math.max(0, ms), WAIT_MAX_MS));
    // A process that is asked to stop doesn't wait for the end of a round.
    timer.unref();
  };

  const take = async (from: Position, at: number): Promise<void> => {
    const step = waitsFor;
    if (at > now()) return wait(from, at, at - now());
    // What it names is checked under the session's lock: another node, or a facilitator, may have been quicker.
    const command = { type: "advance", from } as const;
    const answer = await submit({ sender: { kind: "clock" }, frame: { id: randomId(), command } });
    // Taken steps, and changes that others made, have set the clock anew by now.
    if (!answer.ok && waitsFor === step && !stopped) wait(from, at, AGAIN_MS);
  };

  return {
    set(state) {
      const at = goesOnAt(state);
      // As it is now: after a transaction that failed the room has another state, and this one may be ahead of it (P289).
      const from = positionOf(state);
      const next = at === null ? null : JSON.stringify([from, at]);
      if (next === waitsFor || stopped) return;
      stop();
      if (at === null) return;
      waitsFor = next;
      wait(from, at, at - now());
    },
    stop() {
      stopped = true;
      stop();
    },
  };
}
