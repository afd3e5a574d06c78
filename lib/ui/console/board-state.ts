import type { ThemeColour } from "@/lib/activities/theme-colour";

/** A group of cards on a board. */
export interface BoardColumn {
  id: string;
  name: string;
  /** Null: none of its own. */
  colour: ThemeColour | null;
}

/** What stands where on a board. A card that is in no column is loose. */
export interface BoardState {
  columns: readonly BoardColumn[];
  /** The column of each card that is in one, by card. */
  placed: Readonly<Record<string, string>>;
}

/** One change to a board. It says what was before, so that it can be undone. */
export type BoardChange =
  /** Null: loose. */
  | { type: "move"; card: string; from: string | null; to: string | null }
  /** `before`: the column it stands before; null: the last one. */
  | ({ type: "add"; column: string; before: string | null } & Labelled)
  | { type: "rename"; column: string; from: string; to: string }
  | { type: "colour"; column: string; from: ThemeColour | null; to: ThemeColour | null }
  /** Its cards become loose. */
  | ({
      type: "remove";
      column: string;
      before: string | null;
      cards: readonly string[];
    } & Labelled);

/** What a column is known by, beside its id. */
type Labelled = Pick<BoardColumn, "name" | "colour">;

/** What one press or drop did; it is undone as a whole. */
export type BoardStep = readonly BoardChange[];

/** The column a card is in; null where it is loose, also because its column has gone. */
export function columnOf({ columns, placed }: BoardState, card: string): string | null {
  const column = placed[card];
  return column !== undefined && columns.some(({ id }) => id === column) ? column : null;
}

/** The cards of a column, or the loose ones for null, in the order of `cards`. */
export function cardsIn<Card extends { id: string }>(
  state: BoardState,
  cards: readonly Card[],
  column: string | null,
): Card[] {
  return cards.filter(({ id }) => columnOf(state, id) === column);
}

/** The board after a change. One that has been applied already, by whomever, changes nothing more. */
export function applied(state: BoardState, change: BoardChange): BoardState {
  const { columns, placed } = state;
  switch (change.type) {
    case "move": {
      const { [change.card]: _, ...others } = placed;
      return {
        columns,
        placed: change.to === null ? others : { ...others, [change.card]: change.to },
      };
    }
    case "add": {
      const { column: id, name, colour, before } = change;
      if (columns.some((each) => each.id === id)) return state;
      const found = columns.findIndex((each) => each.id === before);
      const at = found < 0 ? columns.length : found;
      return { columns: columns.toSpliced(at, 0, { id, name, colour }), placed };
    }
    case "rename":
      return {
        columns: columns.map((each) =>
          each.id === change.column ? { ...each, name: change.to } : each,
        ),
        placed,
      };
    case "colour":
      return {
        columns: columns.map((each) =>
          each.id === change.column ? { ...each, colour: change.to } : each,
        ),
        placed,
      };
    case "remove":
      return {
        columns: columns.filter(({ id }) => id !== change.column),
        placed: Object.fromEntries(
          Object.entries(placed).filter(([, column]) => column !== change.column),
        ),
      };
  }
}

/**
 * What undoes a step; null where something of it was changed since, here or elsewhere: nobody's later
 * decision is undone unseen.
 */
export function undoing(state: BoardState, step: BoardStep): BoardStep | null {
  let now = state;
  const changes: BoardChange[] = [];
  for (const change of [...step].reverse()) {
    const inverse = inverseOf(now, change);
    if (inverse === null) return null;
    changes.push(...inverse);
    now = inverse.reduce(applied, now);
  }
  return changes;
}

function inverseOf(state: BoardState, change: BoardChange): BoardStep | null {
  const { columns } = state;
  const standing = (id: string) => columns.find((each) => each.id === id);
  switch (change.type) {
    case "move": {
      const { card, from, to } = change;
      if (columnOf(state, card) !== to || (from !== null && !standing(from))) return null;
      return [{ type: "move", card, from: to, to: from }];
    }
    case "add": {
      const { column, name, colour } = change;
      const isInUse = Object.values(state.placed).includes(column);
      if (standing(column)?.name !== name || isInUse) return null;
      return [{ type: "remove", column, name, colour, before: change.before, cards: [] }];
    }
    case "rename": {
      const { column, from, to } = change;
      if (standing(column)?.name !== to) return null;
      return [{ type: "rename", column, from: to, to: from }];
    }
    case "colour": {
      const { column, from, to } = change;
      if (standing(column)?.colour !== to) return null;
      return [{ type: "colour", column, from: to, to: from }];
    }
    case "remove": {
      const { column, name, colour, before, cards } = change;
      if (standing(column)) return null;
      // Who has put one of them elsewhere meanwhile meant it; the others come back.
      const back = cards.filter((card) => columnOf(state, card) === null);
      return [
        { type: "add", column, name, colour, before },
        ...back.map((card) => ({ type: "move", card, from: null, to: column }) as const),
      ];
    }
  }
}

/** The card that is looked at once this one has left its column: the one below it, or else above. */
export function followingCard(
  state: BoardState,
  cards: readonly { id: string }[],
  card: string,
): string | null {
  const beside = cardsIn(state, cards, columnOf(state, card));
  const at = beside.findIndex(({ id }) => id === card);
  return (beside[at + 1] ?? beside[at - 1])?.id ?? null;
}

const ARROWS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} as const;

/** The card that an arrow key leads to from this one; null where there is none, or for another key. */
export function cardBeside(
  state: BoardState,
  cards: readonly { id: string }[],
  card: string,
  key: string,
): string | null {
  const arrow = Object.entries(ARROWS).find(([name]) => name === key)?.[1];
  if (arrow === undefined) return null;
  const [across, along] = arrow;
  const rows = [null, ...state.columns.map(({ id }) => id)]
    .map((column) => cardsIn(state, cards, column))
    .filter((row) => row.length > 0);
  const column = rows.findIndex((row) => row.some(({ id }) => id === card));
  const at = rows[column]?.findIndex(({ id }) => id === card) ?? 0;
  const row = rows[column + across];
  if (row === undefined) return null;
  return (across === 0 ? row[at + along] : row[Math.min(at, row.length - 1)])?.id ?? null;
}

/** Where a card is put: loose, into a column, or into a new one. */
export type BoardTarget = { to: "loose" } | { to: "column"; id: string } | { to: "new" };

/** The last digit there is: columns beyond it have no key. */
const KEYS_MAX = 9;

/** The key of the column at this place, counted from 0, as it is written on it; null for none. */
export const keyOfColumn = (at: number): string | null => (at < KEYS_MAX ? `${at + 1}` : null);

/** The key that makes a card loose. */
export const LOOSE_KEY = "0";

/** Where a digit puts a card: 0 is loose, each column has its own, and the one after them is a new one. */
export function targetOfKey(
  { columns }: BoardState,
  key: string,
  columnsMax: number,
): BoardTarget | null {
  if (key === LOOSE_KEY) return { to: "loose" };
  const column = columns.find((_, at) => keyOfColumn(at) === key);
  if (column) return { to: "column", id: column.id };
  const isNew = columns.length < columnsMax && keyOfColumn(columns.length) === key;
  return isNew ? { to: "new" } : null;
}
