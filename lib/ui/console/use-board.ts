"use client";

import { useMemo, useState } from "react";
import {
  applied,
  type BoardChange,
  type BoardState,
  type BoardStep,
  undoing,
} from "@/lib/ui/console/board-state";

/** By then the view that an answer belongs to has arrived: views follow within a twentieth of a second. */
const ARRIVED_AFTER_MS = 1000;

/** As many presses back as anybody remembers. */
const STEPS_MAX = 50;

/** A change that has been sent, shown here until the view has it. */
interface Sent {
  change: BoardChange;
}

export interface Board {
  /** What stands where, with what was done here and is still on its way. */
  state: BoardState;
  /** Whether something was done here that can be tried to undo. */
  canUndo: boolean;
  carryOut: (step: BoardStep) => void;
  /** Takes the last step back, and says how; null where somebody has changed it since, and it is left alone. */
  undo: () => BoardStep | null;
  /** Whether something was taken back last that can be tried again. */
  canRedo: boolean;
  /** Does again what was taken back last, likewise. */
  redo: () => BoardStep | null;
}

/**
 * A board as its view says, with the changes of this console ahead of it: whoever presses three keys in a
 * row sees three cards move, whatever the network takes. `send` answers whether a change was taken.
 */
export function useBoard(
  viewed: BoardState,
  send: (change: BoardChange) => Promise<boolean>,
): Board {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [steps, setSteps] = useState<readonly BoardStep[]>([]);
  /** What taking back did, for doing it again; anything new ends that. */
  const [undone, setUndone] = useState<readonly BoardStep[]>([]);
  const state = useMemo(
    () => sent.reduce((before, { change }) => applied(before, change), viewed),
    [viewed, sent],
  );

  async function deliver(entry: Sent, step: BoardStep): Promise<void> {
    const forget = () => setSent((before) => before.filter((each) => each !== entry));
    if (await send(entry.change)) {
      setTimeout(forget, ARRIVED_AFTER_MS);
      return;
    }
    forget();
    // What was not taken can't be taken back.
    setSteps((before) => before.filter((each) => each !== step));
    setUndone((before) => before.filter((each) => each !== step));
  }

  function carryOut(step: BoardStep): void {
    const entries = step.map((change) => ({ change }));
    setSent((before) => [...before, ...entries]);
    // In their order: the server keeps it.
    for (const entry of entries) void deliver(entry, step);
  }

  /** Takes back a step of one list and keeps what that took on the other. */
  function takeBack(
    from: readonly BoardStep[],
    setFrom: typeof setSteps,
    setTo: typeof setSteps,
  ): BoardStep | null {
    const last = from.at(-1);
    if (last === undefined) return null;
    setFrom((before) => before.filter((each) => each !== last));
    const changes = undoing(state, last);
    if (changes === null) return null;
    setTo((before) => [...before, changes].slice(-STEPS_MAX));
    carryOut(changes);
    return changes;
  }

  return {
    state,
    canUndo: steps.length > 0,
    carryOut(step) {
      setSteps((before) => [...before, step].slice(-STEPS_MAX));
      setUndone([]);
      carryOut(step);
    },
    undo: () => takeBack(steps, setSteps, setUndone),
    canRedo: undone.length > 0,
    redo: () => takeBack(undone, setUndone, setSteps),
  };
}
