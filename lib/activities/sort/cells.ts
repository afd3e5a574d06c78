import type { SortLayout, SortSource } from "@/lib/activities/sort/layout";

/** An axis is divided into these: two at each end and a middle, which is as fine as a hunch is. */
const STEPS = ["step-1", "step-2", "step-3", "step-4", "step-5"] as const;

/** The quarters of two axes, row by row from the upper left one. */
export const QUARTERS = ["upper-left", "upper-right", "lower-left", "lower-right"] as const;

/** The keys of a layout's places, in the order in which they are drawn and read. */
export function cellsOf(layout: SortLayout): readonly string[] {
  switch (layout.type) {
    case "buckets":
      return layout.buckets.map(({ key }) => key);
    case "axis":
      return STEPS;
    case "grid":
      return QUARTERS;
  }
}

/** Where nothing tells things apart, they are counted together. */
export const TOGETHER = "all";

/** The slot of a person's decisions; no part may be called so. */
export const DECISIONS_SLOT = "decisions";

/** What is counted for itself, by its keys. */
export const partsOf = (source: SortSource): readonly string[] =>
  source.type === "given" ? source.items.map(({ key }) => key) : [TOGETHER];

/** How many one person can put into one place, and in all. */
export function amountOf(source: SortSource): { least: number; most: number } {
  switch (source.type) {
    case "points":
      return { least: source.count, most: source.count };
    case "own":
      return { least: Math.min(source.least, source.most), most: source.most };
    case "given":
      // Each thing is a part of its own, and lies in one place.
      return { least: 1, most: 1 };
  }
}
