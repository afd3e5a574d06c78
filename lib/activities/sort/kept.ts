import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { words } from "@/lib/words";

const placing = z.object({
  /** One's own things in one's own words, by their place in the list: they are sent to nobody. */
  texts: z.record(z.string(), z.string()),
  /** Where each thing lies; empty where it was taken back. */
  places: z.record(z.string(), z.string()),
  /** Points that lie in each place. */
  points: z.record(z.string(), z.int()),
  /** With its words: when one takes it along no plan is there any more. */
  decisions: z.record(z.string(), z.nullable(z.object({ key: z.string(), label: words }))),
  /** ISO dates. */
  until: z.record(z.string(), z.string()),
});

export type OwnPlacing = z.infer<typeof placing>;

/** What somebody has placed; how many lie where is all that is ever handed in of it. */
export const ownPlacing: Kept<OwnPlacing> = {
  kind: "sort",
  phase: "place",
  missedAt: "result",
  content: placing,
  nothing: { texts: {}, places: {}, points: {}, decisions: {}, until: {} },
  isBlank: ({ places, points }) =>
    Object.values(points).every((count) => count === 0) &&
    Object.values(places).every((place) => place === ""),
  upcasts: [],
};

/** Names the n-th line of one's own. */
export const lineKey = (n: number): string => `line-${n}`;
