"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type SaveAnswer, savePlan } from "@/app/sessions/plans/actions";
import { createSaving, type Saving, type SavingState } from "@/app/sessions/plans/saving";
import type { OwnPlan } from "@/lib/session/own-plan";
import type { PlanProblem } from "@/lib/session/plan-check";

export interface PlanSaving {
  state: SavingState;
  /** What the server finds in a plan that it refuses. */
  problems: readonly PlanProblem[];
  changed(plan: OwnPlan): void;
  /** Sends at once what isn't saved, and says whether all of it is. */
  flush(): Promise<boolean>;
  /** Nothing of this page is to be kept any more: it is kept elsewhere, or given up. */
  letGo(): void;
}

/** Keeps a plan while it is edited, also where somebody leaves right after the last key. */
export function usePlanSaving(id: string, revision: number): PlanSaving {
  const [state, setState] = useState<SavingState>("saved");
  const [problems, setProblems] = useState<readonly PlanProblem[]>([]);
  const saving = useRef<Saving<OwnPlan> | null>(null);
  const isLetGo = useRef(false);
  saving.current ??= createSaving<OwnPlan>({
    revision,
    async send(known, plan): Promise<SaveAnswer> {
      const answer = await savePlan(id, known, plan);
      setProblems(answer.is === "refused" ? answer.problems : []);
      return answer;
    },
    onState: setState,
  });
  const changed = useCallback((plan: OwnPlan) => saving.current?.changed(plan), []);
  const flush = useCallback(async () => (await saving.current?.flush()) ?? true, []);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    const onOnline = () => void flush();
    document.addEventListener("visibilitychange", onHidden);
    window.addEventListener("online", onOnline);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      window.removeEventListener("online", onOnline);
      void flush();
    };
  }, [flush]);

  // A tab that is closed takes what is not saved with it: the browser asks first.
  useEffect(() => {
    if (state === "saved") return;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isLetGo.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [state]);

  const letGo = useCallback(() => {
    isLetGo.current = true;
  }, []);
  return { state, problems, changed, flush, letGo };
}
