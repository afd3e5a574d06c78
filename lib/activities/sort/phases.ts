import { type PhaseList, phase } from "@/lib/activities/phase";
import type { SortSettings } from "@/lib/activities/sort/schema";

const afterwards = [
  phase("show", { isResult: true }),
  phase("discuss", { isResult: true, back: true }),
] as const;

const place = phase("place", {
  takes: "answers",
  isWork: true,
  next: "showResults",
  destroys: "ballots",
});

/** What is placed, placing it, how the room placed it, and talking about that. */
export function sortPhases({ source }: SortSettings): PhaseList {
  // A single tap needs nothing before it.
  if (source.type === "points" && source.count === 1) return [place, ...afterwards];
  const items = phase("items", { takes: source.type === "own" ? "private" : null });
  return [items, { ...place, back: true }, ...afterwards];
}
