"use client";

import { useState } from "react";

/** Carries out what was pressed, one thing at a time: whether it goes on, and whether the last one failed. */
export function useCarryOut() {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  /** Whether it was done; what throws was not. Does nothing while something else goes on. */
  async function carryOut(work: () => Promise<boolean>): Promise<boolean> {
    if (state === "busy") return false;
    setState("busy");
    const isDone = await work().catch(() => false);
    setState(isDone ? "idle" : "failed");
    return isDone;
  }

  return { carryOut, isBusy: state === "busy", hasFailed: state === "failed" };
}
