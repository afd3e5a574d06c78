import type { PrintInput } from "@/lib/activities/contract";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { dotsPage, type PrintLayout, type PrintPage } from "@/lib/print-pack/pages";

/** Everybody's own sheet with the places on it, and the dots where those are what is placed. */
export function sortPages({
  settings: { layout, source },
  prompt,
  people,
  wording,
}: PrintInput<SortSettings>): readonly PrintPage[] {
  const { words, t: shared } = wording;
  const t = wording.ofKind("kinds.sort.print");
  const note = source.type === "points" ? t("points", { n: source.count }) : t("stays");
  const ends = ({ low, high }: { low: Parameters<typeof words>[0]; high: typeof low }) => ({
    low: words(low),
    high: words(high),
  });
  const sheet: PrintLayout =
    layout.type === "buckets"
      ? {
          is: "places",
          prompt,
          places: layout.buckets.map(({ name, detail }) => ({
            name: words(name),
            detail: detail && words(detail),
          })),
          note,
        }
      : layout.type === "grid"
        ? { is: "axes", prompt, across: ends(layout.across), up: ends(layout.up), note }
        : { is: "axes", prompt, across: ends(layout.ends), up: null, note };
  const page: PrintPage = { name: t("sheet"), copies: people, layout: sheet };
  // A single point is a cross.
  if (source.type !== "points" || source.count === 1) return [page];
  const each = source.count;
  const dots = { name: shared("dots"), note: shared("dotsNote", { n: each }) };
  return [page, dotsPage({ each, people }, dots)];
}
