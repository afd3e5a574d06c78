import { cellsOf, partsOf, QUARTERS, TOGETHER } from "@/lib/activities/sort/cells";
import type { SortLayout } from "@/lib/activities/sort/layout";
import type { HowMany, SortEvent, SortSettings, Tally } from "@/lib/activities/sort/schema";
import type { Words } from "@/lib/words";

/** With what a result is told: in the words of a screen, or of a summary. */
export interface Naming {
  textOf(words: Words): string;
  /** What several places are called that are not told apart. */
  other: string;
  /** Said in a quarter that is told together with others only. */
  notAlone: string;
  /** A step of an axis that lies nearer to one of its ends. */
  rather(end: string): string;
  middle: string;
  corner(up: string, across: string): string;
  /** Points, and how many people they are of; null: nearly all. */
  points(count: number, people: number | null): string;
  /** Of maps. */
  howMany(count: HowMany): string;
  /** What the question about decisions is called. */
  decided: string;
  /** What lies elsewhere than in the quarters that are told. */
  elsewhere(count: number): string;
  /** Said in place of a part of the result that can't be told. */
  withheld: string;
}

/** How the room shared something out, or on how many maps a quarter is empty, ready to be drawn. */
export type SortPicture = { id: string; question: string | null } & (
  | {
      type: "shares";
      shares: { id: string; label: string; count: number; reading: string; isOther: boolean }[];
    }
  | {
      type: "quarters";
      across: { low: string; high: string };
      up: { low: string; high: string };
      /** `dots` is null where nothing is drawn. */
      quarters: { id: string; label: string; value: string; dots: number | null }[];
      /** What is told apart nowhere; null for nothing. */
      other: string | null;
    }
  /** A part that would tell of single people, beside others that don't. */
  | { type: "withheld"; why: string }
);

/** What a place is called in full. */
export function placeName(layout: SortLayout, cell: string, naming: Naming): string {
  const { textOf } = naming;
  switch (layout.type) {
    case "buckets": {
      const bucket = layout.buckets.find(({ key }) => key === cell);
      return bucket ? textOf(bucket.name) : cell;
    }
    case "axis": {
      const [low, high] = [textOf(layout.ends.low), textOf(layout.ends.high)];
      const names = [low, naming.rather(low), naming.middle, naming.rather(high), high];
      return names[cellsOf(layout).indexOf(cell)] ?? cell;
    }
    case "grid": {
      const at = cellsOf(layout).indexOf(cell);
      const up = at < 2 ? layout.up.high : layout.up.low;
      const across = at % 2 === 0 ? layout.across.low : layout.across.high;
      return naming.corner(textOf(up), textOf(across));
    }
  }
}

type Placed = Pick<SortSettings, "layout" | "source" | "decisions">;

/**
 * All that is told of a result, in the order in which it is shown, and in place of what can't be told, why not; nothing
 * where nothing can be told.
 */
export function picturesOf(
  settings: Placed,
  result: SortEvent | null,
  naming: Naming,
): SortPicture[] {
  if (result === null) return [];
  if (result.type === "emptyCounted") return emptyPicture(settings, result.empty, naming);
  const { source, decisions } = settings;
  const ofParts = partsOf(source).map((part): SortPicture => {
    const tally = result.parts[part];
    const item = source.type === "given" ? source.items.find(({ key }) => key === part) : undefined;
    const question = item?.text ?? null;
    if (tally) return picture(settings, { key: part, question, tally }, naming);
    return withheldPicture(part, question && naming.textOf(question), naming);
  });
  const all = decisions
    ? [...ofParts, decidedPicture(decisions, result.decisions, naming)]
    : ofParts;
  return all.some(({ type }) => type !== "withheld") ? all : [];
}

const withheldPicture = (id: string, question: string | null, naming: Naming): SortPicture => ({
  ...{ type: "withheld", id, question },
  why: naming.withheld,
});

function decidedPicture(
  decisions: NonNullable<Placed["decisions"]>,
  tally: Tally | null,
  naming: Naming,
): SortPicture {
  const [id, question] = ["decisions", naming.decided];
  if (tally === null) return withheldPicture(id, question, naming);
  const named = decisions.map(({ key, label }) => ({ key, label: naming.textOf(label) }));
  return { type: "shares", id, question, shares: sharesOf(named, tally, naming, String) };
}

function picture(
  { layout, source }: Placed,
  { key, question, tally }: { key: string; question: Words | null; tally: Tally },
  naming: Naming,
): SortPicture {
  const asked = question && naming.textOf(question);
  if (layout.type === "grid") {
    return {
      ...{ type: "quarters", id: key, question: asked, ...endsOf(layout, naming) },
      quarters: QUARTERS.map((cell) => {
        const count = tally.places[cell]?.count ?? null;
        return {
          ...{ id: cell, label: placeName(layout, cell, naming), dots: count },
          value: count === null ? naming.notAlone : String(count),
        };
      }),
      other: tally.other === null ? null : naming.elsewhere(tally.other),
    };
  }
  const named = cellsOf(layout).map((cell) => ({
    key: cell,
    label: placeName(layout, cell, naming),
  }));
  const reading =
    source.type === "points" && source.count > 1 ? naming.points : (count: number) => String(count);
  return {
    ...{ type: "shares", id: key, question: asked },
    shares: sharesOf(named, tally, naming, reading),
  };
}

function sharesOf(
  named: readonly { key: string; label: string }[],
  { places, other }: Tally,
  naming: Naming,
  reading: (count: number, people: number | null) => string,
) {
  const shares = named.flatMap(({ key, label }) => {
    const place = places[key];
    if (!place) return [];
    const { count, people } = place;
    return [{ id: key, label, count, reading: reading(count, people), isOther: false }];
  });
  if (other === null) return shares;
  const left = { id: TOGETHER, label: naming.other, count: other, reading: String(other) };
  return [...shares, { ...left, isOther: true }];
}

function emptyPicture(
  { layout }: Pick<Placed, "layout">,
  empty: Extract<SortEvent, { type: "emptyCounted" }>["empty"],
  naming: Naming,
): SortPicture[] {
  if (empty === null || layout.type !== "grid") return [];
  return [
    {
      ...{ type: "quarters", id: TOGETHER, question: null, ...endsOf(layout, naming) },
      quarters: QUARTERS.map((cell) => ({
        ...{ id: cell, label: placeName(layout, cell, naming), dots: null },
        value: naming.howMany(empty[cell] ?? "few"),
      })),
      other: null,
    },
  ];
}

function endsOf(
  { across, up }: Extract<SortLayout, { type: "grid" }>,
  { textOf }: Pick<Naming, "textOf">,
) {
  const inWords = ({ low, high }: typeof up) => ({ low: textOf(low), high: textOf(high) });
  return { across: inWords(across), up: inWords(up) };
}
