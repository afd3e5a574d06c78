import { sortRecord } from "@/lib/activities/sort/record";
import {
  placeItems,
  sortBallot,
  sortEvent,
  sortSettings,
  type Tally,
} from "@/lib/activities/sort/schema";
import type { Cell, Counted, Witness } from "@/lib/activities/witness";

/** What a plan's places are called, said once more by hand. */
function placesOf(settings: unknown): string[] {
  const { layout } = sortSettings.parse(settings);
  if (layout.type === "buckets") return layout.buckets.map(({ key }) => key);
  if (layout.type === "grid") return ["upper-left", "upper-right", "lower-left", "lower-right"];
  return ["step-1", "step-2", "step-3", "step-4", "step-5"];
}

/** All that this plan has somebody place, in the first of these. */
function allInFirst(settings: unknown): object {
  const { source, tells, decisions } = sortSettings.parse(settings);
  const [first = "", ...others] = placesOf(settings);
  const none = Object.fromEntries(others.map((place) => [place, 0]));
  const each = source.type === "points" ? source.count : source.type === "own" ? source.least : 1;
  const keys = source.type === "given" ? source.items.map(({ key }) => key) : ["all"];
  const [taken, ...left] = (decisions ?? []).map(({ key }) => key);
  return {
    parts: Object.fromEntries(
      keys.map((key) => [key, { ...none, [first]: tells === "empty" ? 1 : each }]),
    ),
    decisions:
      taken === undefined
        ? null
        : {
            ...Object.fromEntries(left.map((key) => [key, 0])),
            [taken]: each * keys.length,
          },
  };
}

export const witness: Witness = {
  commands: {
    placeItems: {
      from: "participant",
      accepted: ["place"],
      refers: true,
      sample: (_, scene) => ({
        revision: 1,
        ...(scene === null
          ? { parts: { nothing: {} }, decisions: null }
          : allInFirst(scene.settings)),
      }),
    },
  },
  peopleBehind: (record) => {
    const { result } = sortRecord.parse(record);
    if (result === null) return [];
    if (result.type === "emptyCounted") {
      return result.n === null ? [] : [result.n];
    }
    const tallies = [...Object.values(result.parts), result.decisions];
    return [
      ...(result.n === null ? [] : [result.n]),
      ...tallies.flatMap((each) =>
        Object.values(each?.places ?? {}).flatMap(({ people }) => people ?? []),
      ),
    ];
  },
  // Now and then things that the plan gives, on an axis: no ready-made plan has these.
  whole(settings, session) {
    const plan = sortSettings.parse(settings);
    if (plan.decisions === null || session % 2 === 0) return plan;
    const items = plan.fictional.map((text, n) => ({ key: `given-${n}`, text }));
    const ends =
      plan.layout.type === "grid" ? plan.layout.up : { low: { en: "low" }, high: { en: "high" } };
    return {
      ...{ ...plan, nudges: [] },
      layout: { type: "axis", ends },
      source: { type: "given", items },
    };
  },
  ballots: {
    cast(command) {
      const { parts, decisions } = placeItems.parse(command);
      const all = decisions === null ? parts : { ...parts, decisions };
      return Object.entries(all).map(([slot, counts]) => ({ slot, content: { counts } }));
    },
    counted: (events) =>
      events.flatMap((event): Counted[] => {
        const told = sortEvent.parse(event);
        if (told.type === "emptyCounted") return [ofMaps(told)];
        const { parts, decisions } = told;
        return [
          ...Object.entries(parts).map(([slot, each]) => ofTally(slot, each)),
          ofTally("decisions", decisions),
        ];
      }),
  },
};

function ofMaps({
  empty,
  n,
}: {
  empty: Record<string, unknown> | null;
  n: number | null;
}): Counted {
  if (empty === null || n === null) return { slot: "all", isTold: false, cells: [] };
  const cells = Object.entries(empty).flatMap(([choice, count]): Cell[] =>
    typeof count === "number"
      ? [{ choice, count, worth: (content) => (inPlace(content, choice) === 0 ? 1 : 0) }]
      : [],
  );
  return { slot: "all", isTold: true, ballots: n, cells };
}

function ofTally(slot: string, tally: Tally | null): Counted {
  if (tally === null) return { slot, isTold: false, cells: [] };
  const { places, other } = tally;
  const cells = Object.entries(places).map(
    ([choice, { count }]): Cell => ({
      ...{ choice, count },
      worth: (content) => inPlace(content, choice),
    }),
  );
  const elsewhere: Cell[] =
    other === null
      ? []
      : [
          {
            ...{ choice: "other", count: other },
            worth: (content) =>
              Object.entries(sortBallot.parse(content).counts)
                .filter(([place]) => !Object.hasOwn(places, place))
                .reduce((sum, [, count]) => sum + count, 0),
          },
        ];
  return { slot, isTold: true, cells: [...cells, ...elsewhere] };
}

const inPlace = (content: unknown, place: string): number =>
  sortBallot.parse(content).counts[place] ?? 0;
