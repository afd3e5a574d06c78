"use client";

import { useMemo, useRef, useState } from "react";
import type { SharedBoard } from "@/lib/client/use-shared-board";
import {
  applied,
  type BoardColumn,
  type BoardState,
  type BoardStep,
  boardState,
  type ColumnChange,
  columnOf,
  isPlaceChange,
  type PlaceChange,
  undoing,
} from "@/lib/ui/console/board-state";

/** By then the view that an answer belongs to has arrived: views follow within a twentieth of a second. */
const ARRIVED_AFTER_MS = 1000;

/** As many presses back as anybody remembers. */
const STEPS_MAX = 50;

/** A change of the columns that has been sent, shown here until the view has it. */
interface Sent {
  change: ColumnChange;
}

export interface Board {
  /** What stands where, with what was done here and is still on its way. */
  state: BoardState;
  /** The same at this moment, also between two renderings. */
  now: () => BoardState;
  /** Cards whose place was last changed from here, and is not anybody else's news. */
  own: { current: Map<string, string | null> };
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

export interface BoardInput {
  cards: readonly { id: string }[];
  /** The columns, as the view says. */
  columns: readonly BoardColumn[];
  /** Where everything lies. */
  places: SharedBoard;
  /** Tells the server of a change of the columns; answers whether it was taken. */
  send: (change: ColumnChange) => Promise<boolean>;
}

/**
 * A board: which columns there are says the view, with the changes of this console ahead of it, and what lies where its
 * document, which has them at once. So whoever presses three keys in a row sees three cards move, whatever the network
 * takes (decision 0084).
 */
export function useBoard({ cards, columns: viewed, places, send }: BoardInput): Board {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [steps, setSteps] = useState<readonly BoardStep[]>([]);
  /** What taking back did, for doing it again; anything new ends that. */
  const [undone, setUndone] = useState<readonly BoardStep[]>([]);
  const own = useRef(new Map<string, string | null>());
  const columns = useMemo(
    () => sent.reduce((before, { change }) => applied(before, change), viewed),
    [viewed, sent],
  );
  const { content } = places;
  const state = useMemo(() => boardState(columns, cards, content), [columns, cards, content]);
  const now = () => boardState(columns, cards, places.now());

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
    const entries = step.flatMap((change) => (isPlaceChange(change) ? [] : [{ change }]));
    setSent((before) => [...before, ...entries]);
    // In their order: the server keeps it.
    for (const entry of entries) void deliver(entry, step);
    const before = now();
    const laid = step.filter(isPlaceChange);
    if (laid.length > 0) places.change(changesOf(laid));
    const after = boardState(
      step.reduce(
        (all, change) => (isPlaceChange(change) ? all : applied(all, change)),
        before.columns,
      ),
      cards,
      places.now(),
    );
    for (const card of after.order) {
      const column = columnOf(after, card);
      if (column !== columnOf(before, card)) own.current.set(card, column);
    }
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
    const changes = undoing(now(), last);
    if (changes === null) return null;
    setTo((before) => [...before, changes].slice(-STEPS_MAX));
    carryOut(changes);
    return changes;
  }

  return {
    ...{ state, now, own },
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

/** As the board's document takes them: all in one, so that they are undone and read together. */
function changesOf(laid: readonly PlaceChange[]): Parameters<SharedBoard["change"]>[0] {
  const cards = laid.flatMap((change) =>
    change.type === "lay" ? [[change.card, change.to] as const] : [],
  );
  const groups = laid.flatMap((change) =>
    change.type === "shift" ? [[change.column, change.to] as const] : [],
  );
  return { cards: new Map(cards), groups: new Map(groups) };
}
