import { elapsed } from "@/server/elapsed";

/** So many refused updates in this time, and whoever has sent them only reads, for so long. */
const REFUSALS_MAX = 3;
const REFUSALS_WITHIN_MS = 60_000;
const READ_ONLY_MS = 10 * 60_000;

/** Who has sent updates that the guard refused, and when, in the memory of this process only. */
export interface Refusals {
  add(who: string, document: string): void;
  /** Whether this one may only read for now. */
  isReadOnly(who: string, document: string): boolean;
}

export function createRefusals(now = elapsed): Refusals {
  const refusals = new Map<string, number[]>();
  const nameOf = (who: string, document: string) => `${who}/${document}`;
  return {
    add(who, document) {
      const at = now();
      // There are few: those of whom this was long ago go with the next one.
      for (const [name, times] of refusals) {
        if (times.every((each) => each < at - READ_ONLY_MS)) refusals.delete(name);
      }
      const name = nameOf(who, document);
      refusals.set(name, [...(refusals.get(name) ?? []), at].slice(-REFUSALS_MAX));
    },
    isReadOnly(who, document) {
      const times = refusals.get(nameOf(who, document)) ?? [];
      const [first = 0, last = 0] = [times[0], times.at(-1)];
      const isHostile = times.length >= REFUSALS_MAX && last - first < REFUSALS_WITHIN_MS;
      return isHostile && now() - last < READ_ONLY_MS;
    },
  };
}
