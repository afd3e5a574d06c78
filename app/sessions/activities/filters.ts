import * as z from "zod";
import { type Depth, depths } from "@/lib/workshops/ready-activity";

/** What an activity is found by. */
export interface Findable {
  kind: string;
  depth: Depth;
  /** That it can be held in, from the shortest. */
  minutes: readonly number[];
}

/** How much time there is: what fits between two other things, what fills a part of a workshop, and more. */
export const LENGTHS = {
  short: [0, 8],
  middle: [9, 12],
  long: [13, Number.POSITIVE_INFINITY],
} as const;

/** What is looked for; null: whatever it is. */
export const filters = z.object({
  length: z.enum(["short", "middle", "long"]).nullable().catch(null),
  kind: z.string().nullable().catch(null),
  depth: z.enum(depths).nullable().catch(null),
});
export type Filters = z.infer<typeof filters>;

/** Whether it can be held in one of these minutes, and is what is looked for. */
export function isFound({ kind, depth, minutes }: Findable, wanted: Filters): boolean {
  const [least, most] =
    wanted.length === null ? [0, Number.POSITIVE_INFINITY] : LENGTHS[wanted.length];
  return (
    minutes.some((each) => each >= least && each <= most) &&
    (wanted.kind === null || wanted.kind === kind) &&
    (wanted.depth === null || wanted.depth === depth)
  );
}

/** The same as the end of an address, so that going back finds what was found; "" where all is shown. */
export function addressOf(wanted: Filters): string {
  const query = new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
  return query === "" ? "" : `?${query}`;
}
