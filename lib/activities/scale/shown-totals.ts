import type { ItemTotals, ScaleItem, ScaleSettings } from "@/lib/activities/scale/schema";
import { isWide } from "@/lib/activities/scale/spread";
import type { Words } from "@/lib/words";

/** The answers to one question, as they are drawn. */
export interface ShownItem {
  item: ScaleItem;
  counts: readonly number[];
}

/** One half of the two pictures on one axis; without counts where too few answered. */
export interface Half {
  item: ScaleItem;
  caption: Words;
  counts: readonly number[] | null;
}

/** Two questions over each other on one axis. */
export interface ShownOverlay {
  upper: Half;
  lower: Half;
  /** What is said of a wide spread; null where there is none. */
  wide: Words | null;
}

/** The results of what was asked once: each as far as enough people answered it. */
export interface ShownTotals {
  /** Null where the plan has none, and where too few answered either. */
  overlay: ShownOverlay | null;
  /** The questions that stand by themselves. */
  single: readonly ShownItem[];
}

/** What is shown of these totals, the same on phones, console and stage and in the summary. */
export function shownTotals(
  { items, overlay }: Pick<ScaleSettings, "items" | "overlay">,
  totals: Readonly<Record<string, ItemTotals>> | null,
): ShownTotals {
  const countsOf = ({ key }: ScaleItem) => totals?.[key]?.counts ?? null;
  const shown = (some: readonly ScaleItem[]) =>
    some.flatMap((item): ShownItem[] => {
      const counts = countsOf(item);
      return counts ? [{ item, counts }] : [];
    });
  const [first, second, ...rest] = items;
  if (overlay === null || !first || !second) return { overlay: null, single: shown(items) };
  const lived = countsOf(second);
  const [upper, lower] = overlay.captions;
  const isAny = shown([first, second]).length > 0;
  return {
    overlay: isAny
      ? {
          upper: { item: first, caption: upper, counts: countsOf(first) },
          lower: { item: second, caption: lower, counts: lived },
          wide: lived !== null && isWide(lived) ? overlay.wide : null,
        }
      : null,
    single: shown(rest),
  };
}

/** How many answered. */
export const answersIn = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);
