"use client";

import type { CaseSource } from "@/lib/activities/reframe/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { CaseDesk } from "@/lib/ui/console/case-desk";

interface CaseChooserProps {
  source: Exclude<CaseSource, { from: "own" }>;
  /** Cards whose authors allowed it. */
  offered: readonly { id: string; text: string }[];
  /** Ids of the cases chosen now. */
  chosen: readonly string[];
  act: ConsoleProps["act"];
}

/** Which cases the room works on: as many as the plan's minutes carry. */
export function CaseChooser({ source, offered, chosen, act }: CaseChooserProps) {
  const words = useWords();

  function toggle(id: string, on: boolean) {
    const rest = chosen.filter((each) => each !== id);
    const cases = source.caseLimit === 1 ? [id] : on ? [...rest, id] : rest;
    // At least one case, at most what the plan's minutes carry.
    if (cases.length === 0 || cases.length > source.caseLimit) return;
    act({ type: "chooseCases", cases });
  }

  return (
    <CaseDesk
      chosen={chosen}
      given={source.givenCases.map(({ key, text }) => ({ id: key, text: words(text) }))}
      limit={source.caseLimit}
      offered={source.from === "earlier" ? offered : null}
      toggle={toggle}
    />
  );
}
