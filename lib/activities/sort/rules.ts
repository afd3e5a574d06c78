import { putBallots } from "@/lib/activities/ballots";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleContext,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import { amountOf, cellsOf, DECISIONS_SLOT, partsOf, TOGETHER } from "@/lib/activities/sort/cells";
import {
  placeItems,
  type SortEvent,
  type SortSettings,
  sortBallot,
} from "@/lib/activities/sort/schema";
import { howManyOf, type Row, tallyOf } from "@/lib/activities/sort/tally";

export interface SortData {
  /** Null until the places were counted. */
  result: SortEvent | null;
}

const command = commandsOf<SortSettings, SortData, SortEvent>();

export const sortCommands = {
  placeItems: command({
    from: "participant",
    schema: placeItems,
    reads: ({ parts }) =>
      [...Object.keys(parts), DECISIONS_SLOT].map((slot) => ({ of: "ballot", slot })),
    decide({ revision, parts, decisions }, { settings, data, phase, context }) {
      if (data.result || phase !== "place") return refuse("closed");
      if (!areComplete(settings, parts) || !areDecided(settings, parts, decisions)) {
        return refuse("bad-input");
      }
      const all = decisions === null ? parts : { ...parts, [DECISIONS_SLOT]: decisions };
      return putBallots<SortEvent>(
        context,
        revision,
        Object.entries(all).map(([slot, counts]) => [slot, { counts }]),
      );
    },
  }),
};

type Counts = Readonly<Record<string, number>>;

const sumOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const names = (counts: Counts, keys: readonly string[]): boolean =>
  Object.keys(counts).length === keys.length && keys.every((key) => Object.hasOwn(counts, key));

/** Whether all that is to be placed is, and no more. */
function areComplete({ layout, source, tells }: SortSettings, parts: Record<string, Counts>) {
  const expected = partsOf(source);
  const cells = cellsOf(layout);
  const { least, most } = amountOf(source);
  return (
    Object.keys(parts).length === expected.length &&
    expected.every((part) => {
      const counts = Object.hasOwn(parts, part) ? parts[part] : undefined;
      if (counts === undefined || !names(counts, cells)) return false;
      const sum = sumOf(counts);
      // Of a map no more is told to the server than which places are empty.
      return tells === "empty"
        ? sum >= 1 && sum <= most && Object.values(counts).every((count) => count <= 1)
        : sum >= least && sum <= most;
    })
  );
}

/** Whether everything that was placed is decided: what is left out could be had by subtraction. */
function areDecided(
  { decisions }: SortSettings,
  parts: Record<string, Counts>,
  taken: Counts | null,
) {
  if (decisions === null || taken === null) return decisions === taken;
  const placed = Object.values(parts).reduce((sum, part) => sum + sumOf(part), 0);
  const keys = decisions.map(({ key }) => key);
  return names(taken, keys) && sumOf(taken) === placed;
}

/** The one result that remains; the ballots go with the same transaction. */
export function countPlaces({
  settings,
  data,
  context,
}: RuleInput<SortSettings, SortData>): Decision<SortEvent> {
  if (data.result) return accept();
  const result = resultOf(settings, countsBySlot(context), context.k.scores);
  return accept<SortEvent>([result], [{ op: "eraseActivity" }]);
}

function countsBySlot({ sealed }: RuleContext): ReadonlyMap<string, Counts[]> {
  const bySlot = new Map<string, Counts[]>();
  for (const { slot, content } of sealed.ballots()) {
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), sortBallot.parse(content).counts]);
  }
  return bySlot;
}

/** What is told of these ballots, by their slots. Nothing of fewer than `k`, and not even how many they are. */
function resultOf(
  settings: Pick<SortSettings, "layout" | "source" | "tells" | "decisions">,
  ballots: ReadonlyMap<string, readonly Counts[]>,
  k: number,
): SortEvent {
  const { layout, source, tells, decisions } = settings;
  const cells = cellsOf(layout);
  const rowsOf = (slot: string, keys: readonly string[]): Row[] | null => {
    const all = ballots.get(slot) ?? [];
    return all.length < k ? null : all.map((counts) => keys.map((key) => counts[key] ?? 0));
  };
  if (tells === "empty") return emptyOf(rowsOf(TOGETHER, cells), cells);
  const told = (slot: string, keys: readonly string[], tellsPeople = false) => {
    const rows = rowsOf(slot, keys);
    return rows && tallyOf(rows, keys, { tellsPeople });
  };
  const tellsPeople = source.type === "points" && source.count > 1;
  const parts = partsOf(source).map((part) => [part, told(part, cells, tellsPeople)] as const);
  const keys = decisions?.map(({ key }) => key) ?? [];
  const decided = decisions && told(DECISIONS_SLOT, keys);
  const isTold = decided !== null || parts.some(([, each]) => each !== null);
  // Whoever hands in hands in all parts.
  const [first = TOGETHER] = partsOf(source);
  return {
    type: "placesCounted",
    parts: Object.fromEntries(parts),
    decisions: decided,
    n: isTold ? (ballots.get(first)?.length ?? null) : null,
  };
}

/** On how many maps each place is empty: each number for itself, and no total that would go with them. */
function emptyOf(maps: readonly Row[] | null, cells: readonly string[]): SortEvent {
  if (maps === null) return { type: "emptyCounted", empty: null, n: null };
  const empty = cells.map((cell, place) => {
    const count = maps.filter((map) => map[place] === 0).length;
    return [cell, howManyOf(count, maps.length)];
  });
  return { type: "emptyCounted", empty: Object.fromEntries(empty), n: maps.length };
}

export function evolveSort(data: SortData, event: SortEvent): void {
  data.result = event;
}
