import { castDots, dotBallot } from "@/lib/activities/dots";
import type { RawCommand } from "@/lib/activities/simulation";
import type { Cast, Cell, Counted, Testimony } from "@/lib/activities/witness";

/** What every kind with dots promises of them, laid in its phase `vote`. */
export const dotTestimony: Testimony = {
  from: "participant",
  accepted: ["vote"],
  sample: () => ({ revision: 1, dots: {} }),
};

/** The ballot that a command puts. */
export function dotsCast(command: RawCommand): Cast[] {
  if (command.type !== "castDots") return [];
  const { dots } = castDots.parse(command);
  return [{ slot: "dots", content: { dots } }];
}

/** The result that an event tells; `targets`: all that dots could lie on by then. */
export function dotsTold(
  dots: Readonly<Record<string, number>> | null,
  targets: ReadonlySet<string>,
): Counted {
  if (dots === null) return { slot: "dots", isTold: false, cells: [] };
  const without = [...targets].filter((id) => !Object.hasOwn(dots, id));
  const cells = [...Object.entries(dots), ...without.map((id) => [id, 0] as const)].map(
    ([choice, count]): Cell => ({
      choice,
      count,
      // No dot counts on what was not there any more.
      worth: (content) => (targets.has(choice) ? (dotBallot.parse(content).dots[choice] ?? 0) : 0),
    }),
  );
  return { slot: "dots", isTold: true, cells };
}
