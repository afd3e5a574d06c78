"use client";

import { useCallback, useState } from "react";
import { useLive } from "@/lib/client/live-provider";
import type { RefusalCode } from "@/lib/errors";
import type { ActivityCommand, FacilitatorCommand, Position } from "@/lib/session/commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/** Commands that say where the sender believed the session to be. */
type Placed = Extract<FacilitatorCommand, { from: Position }>;
type PlacedCommand = Placed extends infer Each
  ? Each extends Placed
    ? Omit<Each, "from">
    : never
  : never;
type FreeCommand = Exclude<FacilitatorCommand, Placed>;

export interface ConsoleCommands {
  /** Why the last command was refused; null when it was not, or merely came too late. */
  problem: RefusalCode | null;
  /** Moves the session; pressed twice by two hands it still moves once. */
  move: (command: PlacedCommand) => void;
  tell: (command: FreeCommand) => Promise<boolean>;
  /** Answers whether it was taken. */
  act: (command: ActivityCommand["command"]) => Promise<boolean>;
}

/** Sends a facilitator's commands and remembers the last refusal. */
export function useConsoleCommands(view: FacilitatorView): ConsoleCommands {
  const { send } = useLive();
  const [problem, setProblem] = useState<RefusalCode | null>(null);
  const activity = view.planned?.key ?? null;
  const phase = view.activity?.phase ?? null;

  const deliver = useCallback(
    async (command: Parameters<typeof send>[0]) => {
      const answer = await send(command);
      // "wrong-phase": somebody else was faster, and the view already shows where to.
      setProblem(answer.ok || answer.code === "wrong-phase" ? null : answer.code);
      return answer.ok;
    },
    [send],
  );

  return {
    problem,
    move: (command) => void deliver({ ...command, from: { activity, phase } }),
    tell: deliver,
    act: async (command) =>
      activity !== null && (await deliver({ type: "activity", activity, command })),
  };
}
