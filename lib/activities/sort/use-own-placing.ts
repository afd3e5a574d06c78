import { useState } from "react";
import type { Shown } from "@/lib/activities/screens-contract";
import { amountOf, cellsOf, partsOf, TOGETHER } from "@/lib/activities/sort/cells";
import { lineKey, type OwnPlacing, ownPlacing } from "@/lib/activities/sort/kept";
import type { SortDecision, SortSettings } from "@/lib/activities/sort/schema";
import { useWordsText } from "@/lib/client/use-words";
import { useKept } from "@/lib/ui/phone/use-kept";

/** One thing to be placed, in its owner's words or the plan's. */
export interface OwnItem {
  key: string;
  text: string;
  /** Null while it lies nowhere. */
  cell: string | null;
}

/** What keeps it from being handed in; null where nothing does. */
export type Missing =
  /** Below 0 there are too many: pages of one device may have laid them at once. */
  | { what: "points"; n: number }
  | { what: "lines"; n: number }
  | { what: "places"; item: string }
  | { what: "decisions"; item: string }
  | null;

/** Far more than anybody takes back. */
const UNDO_MAX = 50;

/** What this phone has placed, and how it is changed and handed in. */
export function useOwnPlacing({ planned }: Pick<Shown<SortSettings, unknown>, "planned">) {
  const textOf = useWordsText();
  const own = useKept(ownPlacing, planned.key);
  const [past, setPast] = useState<readonly Placed[]>([]);
  const { content } = own;
  const { settings } = planned;
  const cells = cellsOf(settings.layout);
  const items = itemsOf(settings, content, textOf);

  function changed(apply: (before: OwnPlacing) => OwnPlacing) {
    const { places, points, decisions } = content;
    setPast((before) => [...before.slice(1 - UNDO_MAX), { places, points, decisions }]);
    own.change(apply);
  }

  return {
    content,
    cells,
    items,
    counts: countsIn(settings, content),
    missing: missingOf(settings, content, items),
    write: (line: string, text: string) =>
      own.keep((before) => ({ ...before, texts: { ...before.texts, [line]: text } })),
    place: (item: string, cell: string | null) =>
      changed((before) => ({ ...before, places: { ...before.places, [item]: cell ?? "" } })),
    /** Moves a point; null is where points are that lie nowhere. */
    move: (from: string | null, to: string | null) =>
      changed((before) => {
        const points = { ...before.points };
        if (from !== null) points[from] = Math.max(0, (points[from] ?? 0) - 1);
        if (to !== null) points[to] = (points[to] ?? 0) + 1;
        return { ...before, points };
      }),
    /** One tap: the only point there is. */
    choose: (cell: string) =>
      own.change((before) => ({
        ...before,
        points: Object.fromEntries(cells.map((each) => [each, each === cell ? 1 : 0])),
      })),
    decide: (item: string, { key, label }: SortDecision) =>
      changed((before) => ({
        ...before,
        decisions: { ...before.decisions, [item]: { key, label } },
      })),
    setUntil: (item: string, day: string) =>
      own.keep((before) => ({ ...before, until: { ...before.until, [item]: day } })),
    undo:
      past.length === 0
        ? null
        : () => {
            const last = past.at(-1);
            setPast((before) => before.slice(0, -1));
            if (last) own.change((before) => ({ ...before, ...restored(before, last) }));
          },
    handIn: () =>
      own.handIn((before) => ({
        content: before,
        command: { type: "placeItems", ...handedIn(settings, before, textOf) },
      })),
  };
}

type Placed = Pick<OwnPlacing, "places" | "points" | "decisions">;

/** As it was; what has come since is emptied, not left out: another page of the device would bring it back. */
function restored(now: Placed, then: Placed): Placed {
  const emptied = <Value>(values: Record<string, unknown>, nothing: Value) =>
    Object.fromEntries(Object.keys(values).map((key) => [key, nothing]));
  return {
    places: { ...emptied(now.places, ""), ...then.places },
    points: { ...emptied(now.points, 0), ...then.points },
    decisions: { ...emptied(now.decisions, null), ...then.decisions },
  };
}

function itemsOf(
  { layout, source }: SortSettings,
  { texts, places }: OwnPlacing,
  textOf: ReturnType<typeof useWordsText>,
): OwnItem[] {
  const cells = cellsOf(layout);
  const at = (key: string) => cells.find((cell) => cell === places[key]) ?? null;
  switch (source.type) {
    case "points":
      return [];
    case "own":
      return Array.from({ length: source.most }, (_, n) => lineKey(n + 1)).flatMap((key) => {
        const text = (texts[key] ?? "").trim();
        return text === "" ? [] : [{ key, text, cell: at(key) }];
      });
    case "given":
      return source.items.map(({ key, text }) => ({ key, text: textOf(text), cell: at(key) }));
  }
}

/** Points by place, as far as there are so many. */
function countsIn({ layout }: SortSettings, { points }: OwnPlacing): Record<string, number> {
  return Object.fromEntries(cellsOf(layout).map((cell) => [cell, points[cell] ?? 0]));
}

function missingOf(
  settings: SortSettings,
  content: OwnPlacing,
  items: readonly OwnItem[],
): Missing {
  const { source, decisions } = settings;
  const { least } = amountOf(source);
  if (source.type === "points") {
    const laid = Object.values(countsIn(settings, content)).reduce((sum, each) => sum + each, 0);
    return laid === least ? null : { what: "points", n: least - laid };
  }
  if (items.length < least) return { what: "lines", n: least - items.length };
  const loose = items.find(({ cell }) => cell === null);
  if (loose) return { what: "places", item: loose.key };
  const open = decisions && items.find(({ key }) => !decidedIn(decisions, content, key));
  return open ? { what: "decisions", item: open.key } : null;
}

const decidedIn = (
  decisions: readonly SortDecision[],
  content: OwnPlacing,
  item: string,
): string | undefined => decisions.find(({ key }) => key === content.decisions[item]?.key)?.key;

/** How many lie where, and nothing else. */
function handedIn(
  settings: SortSettings,
  content: OwnPlacing,
  textOf: ReturnType<typeof useWordsText>,
) {
  const { layout, source, tells, decisions } = settings;
  const cells = cellsOf(layout);
  const items = itemsOf(settings, content, textOf);
  const countsOf = (placed: readonly OwnItem[]) =>
    Object.fromEntries(
      cells.map((cell) => {
        const count = placed.filter((item) => item.cell === cell).length;
        return [cell, tells === "empty" ? Math.min(1, count) : count];
      }),
    );
  const partOf = (part: string) =>
    source.type === "points"
      ? countsIn(settings, content)
      : countsOf(part === TOGETHER ? items : items.filter(({ key }) => key === part));
  const taken = items.map(({ key }) => decisions && decidedIn(decisions, content, key));
  return {
    parts: Object.fromEntries(partsOf(source).map((part) => [part, partOf(part)])),
    decisions:
      decisions &&
      Object.fromEntries(
        decisions.map(({ key }) => [key, taken.filter((each) => each === key).length]),
      ),
  };
}

export type OwnPlacingHand = ReturnType<typeof useOwnPlacing>;
