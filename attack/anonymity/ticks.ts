import type { Evidence, Json } from "@/attack/anonymity/evidence";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** What is told of ticks in one place: how often each was shared, and how often those that aren't named. */
interface TicksTold {
  counts: readonly number[];
  other: number;
}

const isCounts = (value: Json | undefined): value is { [key: string]: number } =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === "number");

/** A list of steps with how often each was shared, as screens get it. */
const countsIn = (value: Json | undefined): number[] | null => {
  if (!Array.isArray(value)) return null;
  const counts = value.map((each) =>
    each !== null && typeof each === "object" && !Array.isArray(each) ? each.count : null,
  );
  return counts.every((each) => typeof each === "number") ? counts : null;
};

/** Every count of ticks in a text of JSON: as the log has it, or as screens get it. */
export function ticksIn(text: string): TicksTold[] {
  const told: TicksTold[] = [];
  JSON.parse(text, (_, value: Json) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const { other, steps, shown } = value;
    if (typeof other !== "number") return value;
    const counts = isCounts(steps) ? Object.values(steps) : countsIn(shown);
    if (counts) told.push({ counts, other });
    return value;
  });
  return told;
}

const isSmall = (people: number): boolean => people > 0 && people < CELL_MIN;

/** Ticks of one or two people, by themselves or among those that aren't named, in log and frames of a session. */
export function findFewTicks({ trace, rows }: Evidence): string[] {
  const texts = new Set([...rows.map(({ text }) => text), ...[...trace.frames.values()].flat()]);
  const told = [...texts].filter((text) => text.includes('"other"')).flatMap(ticksIn);
  const isTold = told.some(({ counts, other }) => isSmall(other) || counts.some(isSmall));
  return isTold ? ["a step that one or two people shared"] : [];
}
