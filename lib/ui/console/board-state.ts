import type { ThemeColour } from "@/lib/activities/theme-colour";
import { type BoardContent, type GroupAt, type Place, placesFor } from "@/lib/documents/place";
import { readBoard } from "@/lib/documents/read-board";

/** A group of cards on a board. */
export interface BoardColumn {
  id: string;
  name: string;
  /** Null: none of its own. */
  colour: ThemeColour | null;
}

/** What stands where on a board, in the order in which it is read. A card that is in no column is loose. */
export interface BoardState {
  columns: readonly BoardColumn[];
  /** Ids of all cards; those of one column follow each other as they lie there. */
  order: readonly string[];
  /** The column of each card that is in one, by card. */
  placed: Readonly<Record<string, string>>;
  /** The places behind that, as the board keeps them. */
  content: BoardContent;
}

/** What a column is known by, beside its id. */
type Labelled = Pick<BoardColumn, "name" | "colour">;

/** A change to the columns there are. It says what was before, so that it can be undone. */
export type ColumnChange =
  /** `before`: the column it stands before; null: the last one. */
  | ({ type: "add"; column: string; before: string | null } & Labelled)
  | { type: "rename"; column: string; from: string; to: string }
  | { type: "colour"; column: string; from: ThemeColour | null; to: ThemeColour | null }
  /** Its cards become loose, and are in it again once it is back. */
  | ({ type: "remove"; column: string; before: string | null } & Labelled);

/** Where a card or a column lies from now on, and where it lay; null: nobody has laid it anywhere. */
export type PlaceChange =
  | { type: "lay"; card: string; from: Place | null; to: Place | null }
  | { type: "shift"; column: string; from: GroupAt | null; to: GroupAt | null };

/** One change to a board. */
export type BoardChange = ColumnChange | PlaceChange;

/** What one press or drop did; it is undone as a whole. */
export type BoardStep = readonly BoardChange[];

export const isPlaceChange = (change: BoardChange): change is PlaceChange =>
  change.type === "lay" || change.type === "shift";

/** A board has no zones of its own: all of it is one. */
const ZONE = "board";

/** A board as everybody reads it, of the columns and cards that there are. */
export function boardState(
  columns: readonly BoardColumn[],
  cards: readonly { id: string }[],
  content: BoardContent,
): BoardState {
  const [read] = readBoard(content, {
    zones: [ZONE],
    groups: columns.map(({ id }) => ({ id, zone: ZONE })),
    cards: cards.map(({ id }) => ({ id, zone: ZONE })),
  });
  const groups = read?.groups ?? [];
  const byId = new Map(columns.map((column) => [column.id, column]));
  return {
    columns: groups.flatMap(({ id }) => byId.get(id) ?? []),
    order: [...(read?.loose ?? []), ...groups.flatMap((group) => group.cards)].map(({ id }) => id),
    placed: Object.fromEntries(
      groups.flatMap((group) => group.cards.map(({ id }) => [id, group.id])),
    ),
    content,
  };
}

/** The column a card is in; null where it is loose, also because its column has gone. */
export const columnOf = ({ placed }: BoardState, card: string): string | null =>
  placed[card] ?? null;

/** The cards of a column, or the loose ones for null, as they lie there. */
export function cardsIn(state: BoardState, column: string | null): string[] {
  return state.order.filter((id) => columnOf(state, id) === column);
}

/** The columns after a change. One that has been applied already, by whomever, changes nothing more. */
export function applied(
  columns: readonly BoardColumn[],
  change: ColumnChange,
): readonly BoardColumn[] {
  const changed = (part: Partial<Labelled>) =>
    columns.map((each) => (each.id === change.column ? { ...each, ...part } : each));
  switch (change.type) {
    case "add": {
      const { column: id, name, colour, before } = change;
      if (columns.some((each) => each.id === id)) return columns;
      const found = columns.findIndex((each) => each.id === before);
      const at = found < 0 ? columns.length : found;
      return columns.toSpliced(at, 0, { id, name, colour });
    }
    case "rename":
      return changed({ name: change.to });
    case "colour":
      return changed({ colour: change.to });
    case "remove":
      return columns.filter(({ id }) => id !== change.column);
  }
}

/** Cards laid into a column, or among the loose ones for null, before another card there or at the end. */
export function laying(
  state: BoardState,
  cards: readonly string[],
  to: string | null,
  before: string | null,
): PlaceChange[] {
  const fresh = placesFor(state.content, cardsIn(state, to), { cards, to: to ?? "", before });
  return [...fresh].flatMap(([card, place]): PlaceChange[] => {
    const from = state.content.cards.get(card) ?? null;
    return isSame(from, place) ? [] : [{ type: "lay", card, from, to: place }];
  });
}

/** So far apart that nothing has to be laid anew where one comes between by hand. */
const COLUMN_STEP = 64;

/** A column before another one, or as the last one for null: all of them side by side in one row. */
export function shifting(state: BoardState, column: string, before: string | null): PlaceChange[] {
  const others = state.columns.map(({ id }) => id).filter((id) => id !== column);
  const found = before === null ? -1 : others.indexOf(before);
  const order = others.toSpliced(found < 0 ? others.length : found, 0, column);
  return order.flatMap((id, n): PlaceChange[] => {
    const from = state.content.groups.get(id) ?? null;
    const to: GroupAt = [n * COLUMN_STEP, 0];
    return isSame(from, to) ? [] : [{ type: "shift", column: id, from, to }];
  });
}

/** The content after changes of places. */
export function laid(content: BoardContent, changes: readonly PlaceChange[]): BoardContent {
  const cards = new Map(content.cards);
  const groups = new Map(content.groups);
  for (const change of changes) {
    if (change.type === "lay") set(cards, change.card, change.to);
    else set(groups, change.column, change.to);
  }
  return { cards, groups };
}

function set<T>(map: Map<string, T>, key: string, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

const isSame = (a: readonly unknown[] | null, b: readonly unknown[] | null): boolean =>
  a === b || (a !== null && b !== null && a.every((each, at) => each === b[at]));

/**
 * What undoes a step. Of places whatever was moved since, here or elsewhere, stays where it is; null where nothing is
 * left to undo, or a column was changed since: nobody's later decision is undone unseen.
 */
export function undoing(state: BoardState, step: BoardStep): BoardStep | null {
  let { columns } = state;
  const changes: BoardChange[] = [];
  for (const change of [...step].reverse()) {
    if (isPlaceChange(change)) {
      const inverse = placeBefore(state.content, change);
      if (inverse) changes.push(inverse);
      continue;
    }
    const inverse = columnBefore(state, columns, step, change);
    if (inverse === null) return null;
    changes.push(inverse);
    columns = applied(columns, inverse);
  }
  return changes.length === 0 ? null : changes;
}

function placeBefore(content: BoardContent, change: PlaceChange): PlaceChange | null {
  if (change.type === "lay") {
    const { card, from, to } = change;
    const isThere = isSame(content.cards.get(card) ?? null, to);
    return isThere ? { type: "lay", card, from: to, to: from } : null;
  }
  const { column, from, to } = change;
  const isThere = isSame(content.groups.get(column) ?? null, to);
  return isThere ? { type: "shift", column, from: to, to: from } : null;
}

function columnBefore(
  state: BoardState,
  columns: readonly BoardColumn[],
  step: BoardStep,
  change: ColumnChange,
): ColumnChange | null {
  const standing = columns.find((each) => each.id === change.column);
  switch (change.type) {
    case "add": {
      const { column, name, colour, before } = change;
      if (standing?.name !== name) return null;
      // Cards that this step itself has put in leave it with the column; anybody else's would be lost in it.
      const own = new Set(step.flatMap((each) => (each.type === "lay" ? [each.card] : [])));
      if (cardsIn(state, column).some((card) => !own.has(card))) return null;
      return { type: "remove", column, name, colour, before };
    }
    case "rename": {
      const { column, from, to } = change;
      return standing?.name === to ? { type: "rename", column, from: to, to: from } : null;
    }
    case "colour": {
      const { column, from, to } = change;
      return standing?.colour === to ? { type: "colour", column, from: to, to: from } : null;
    }
    case "remove": {
      const { column, name, colour, before } = change;
      return standing ? null : { type: "add", column, name, colour, before };
    }
  }
}

/** The card that is looked at once this one has left its column: the one below it, or else above. */
export function followingCard(state: BoardState, card: string): string | null {
  const beside = cardsIn(state, columnOf(state, card));
  const at = beside.indexOf(card);
  return beside[at + 1] ?? beside[at - 1] ?? null;
}

const ARROWS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} as const;

/** The card that an arrow key leads to from this one; null where there is none, or for another key. */
export function cardBeside(state: BoardState, card: string, key: string): string | null {
  const arrow = Object.entries(ARROWS).find(([name]) => name === key)?.[1];
  if (arrow === undefined) return null;
  const [across, along] = arrow;
  const rows = [null, ...state.columns.map(({ id }) => id)]
    .map((column) => cardsIn(state, column))
    .filter((row) => row.length > 0);
  const column = rows.findIndex((row) => row.includes(card));
  const at = rows[column]?.indexOf(card) ?? 0;
  const row = rows[column + across];
  if (row === undefined) return null;
  return (across === 0 ? row[at + along] : row[Math.min(at, row.length - 1)]) ?? null;
}

/** Where a card goes among those of its column. */
export const MOVES = ["first", "up", "down", "last"] as const;
export type MoveInColumn = (typeof MOVES)[number];

/** The card before which one lies after such a move; null: at the end. Undefined where it would not move. */
export function beforeAfter(
  state: BoardState,
  card: string,
  move: MoveInColumn,
): string | null | undefined {
  const beside = cardsIn(state, columnOf(state, card));
  const at = beside.indexOf(card);
  const isMoving = move === "first" || move === "up" ? at > 0 : at < beside.length - 1;
  if (!isMoving) return undefined;
  if (move === "last") return null;
  const target = { first: 0, up: at - 1, down: at + 2 }[move];
  return beside[target] ?? null;
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
  { columns }: Pick<BoardState, "columns">,
  key: string,
  columnsMax: number,
): BoardTarget | null {
  if (key === LOOSE_KEY) return { to: "loose" };
  const column = columns.find((_, at) => keyOfColumn(at) === key);
  if (column) return { to: "column", id: column.id };
  const isNew = columns.length < columnsMax && keyOfColumn(columns.length) === key;
  return isNew ? { to: "new" } : null;
}
