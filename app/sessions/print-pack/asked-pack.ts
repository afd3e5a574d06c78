import { minutesOfDay } from "@/lib/clock-times";
import type { PrintPack } from "@/lib/print-pack/pages";
import { PRINTED_PEOPLE_MAX, type PrintAsk, printPackOf } from "@/lib/session/print-pack";

/** For how many where nothing else is said: a usual room. */
const PEOPLE = 12;

/** What the address of a page says under a name, the first time where it says it several times; as `URLSearchParams` does. */
export const askedIn =
  (query: Readonly<Record<string, string | string[] | undefined>>) =>
  (name: string): string | null =>
    [query[name] ?? []].flat()[0] ?? null;

/** The print pack that an address asks for: from when (`start`, as in "15:00") and for how many (`people`). */
export function askedPack(
  ask: Omit<PrintAsk, "start" | "people">,
  asked: (name: string) => string | null,
): PrintPack {
  const count = Number(asked("people") ?? PEOPLE);
  const people = Number.isFinite(count)
    ? Math.min(PRINTED_PEOPLE_MAX, Math.max(1, Math.round(count)))
    : PEOPLE;
  return printPackOf({ ...ask, people, start: minutesOfDay(asked("start") ?? "") });
}
