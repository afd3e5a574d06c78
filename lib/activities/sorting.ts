import { generateNKeysBetween } from "fractional-indexing";
import type { DocumentsRead, DocumentUse } from "@/lib/activities/documents";
import { THEMES_BOARD, type ThemeEvent } from "@/lib/activities/theme-schema";
import { type BoardContent, type Laying, type Place, placesFor } from "@/lib/documents/place";
import { type BoardView, readBoard, readGroup } from "@/lib/documents/read-board";

/** A sorting has one zone: a card of any column may lie in any theme. */
const ZONE = "all";

/** What is sorted, by ids: the names of themes, the theme of each card that the log tells, and the cards. */
interface Sorted {
  themes: ReadonlyMap<string, string>;
  sorted: ReadonlyMap<string, string>;
  cards: ReadonlyMap<string, unknown>;
}

/** What there is to sort, as `readBoard` wants it: ids of themes and cards. */
export const sortingView = ({
  themes,
  cards,
}: {
  themes: Iterable<string>;
  cards: Iterable<string>;
}): BoardView => ({
  zones: [ZONE],
  groups: [...themes].map((id) => ({ id, zone: ZONE })),
  cards: [...cards].map((id) => ({ id, zone: ZONE })),
});

/** The board of a sorting that the log tells: one from before there were boards, or one that has closed. */
export function boardInLog({ sorted }: Pick<Sorted, "sorted">): BoardContent {
  const keys = generateNKeysBetween(null, null, sorted.size);
  const cards = [...sorted].map(([card, theme], at): [string, Place] => [
    card,
    [theme, keys[at] ?? "", 0, 0],
  ]);
  return { cards: new Map(cards), groups: new Map() };
}

/** The board as it stands: what people arrange now, or else what the log tells of it. */
const boardOf = (data: Sorted, documents: DocumentsRead): BoardContent =>
  documents.board(THEMES_BOARD) ?? boardInLog(data);

const viewOf = ({ themes, cards }: Sorted): BoardView =>
  sortingView({ themes: themes.keys(), cards: cards.keys() });

/** A theme as it lies: its id, and the ids of its cards in their order. */
interface LyingTheme {
  id: string;
  cards: string[];
}

function themesOn(board: BoardContent, data: Sorted): LyingTheme[] {
  const [zone] = readBoard(board, viewOf(data));
  return (zone?.groups ?? []).map(({ id, cards }) => ({ id, cards: cards.map((card) => card.id) }));
}

/** The themes in the order in which they lie, each with its cards in theirs. */
export const themesAsTheyLie = (data: Sorted, documents: DocumentsRead): LyingTheme[] =>
  themesOn(boardOf(data, documents), data);

/** The documents of a sorting in this phase: written where it is open, and read there and where it is only seen. */
export const sortingDocuments = (
  data: Sorted,
  phase: string,
  { open, read: seen }: { open: readonly string[]; read: readonly string[] },
): ReadonlyMap<string, DocumentUse> => {
  const isOpen = open.includes(phase);
  if (!isOpen && !seen.includes(phase)) return new Map();
  const there = { cards: data.cards, groups: data.themes };
  return new Map([
    [THEMES_BOARD, { model: "board", isOpen, begin: () => boardInLog(data), there }],
  ]);
};

/** One card to be laid somewhere; `to` null: into no theme. */
export interface CardLaid extends Pick<Laying, "before" | "x" | "y"> {
  id: string;
  to: string | null;
}

/** The places that change when cards are laid, one after the other. */
export function layCards(
  data: Sorted,
  documents: DocumentsRead,
  laid: readonly CardLaid[],
): ReadonlyMap<string, Place> {
  const { cards, groups } = boardOf(data, documents);
  const changed = new Map<string, Place>();
  // Most moves are of one card, and need no copy of all.
  const copy = laid.length > 1 ? new Map(cards) : null;
  const board = { cards: copy ?? cards, groups };
  for (const { id, to, ...where } of laid) {
    const group = to ?? "";
    const there = readGroup(board, { groups: data.themes, cards: data.cards.keys() }, group);
    for (const [card, place] of placesFor(board, there, { cards: [id], to: group, ...where })) {
      changed.set(card, place);
      copy?.set(card, place);
    }
  }
  return changed;
}

/** What is kept of the board once it closes; nothing where nobody has moved anything. */
export function arrangedAtClose(data: Sorted, documents: DocumentsRead): ThemeEvent[] {
  const board = documents.board(THEMES_BOARD);
  if (!board) return [];
  const themes = themesOn(board, data).map(({ id: themeId, cards }) => ({ themeId, cards }));
  return [{ type: "cardsArranged", themes }];
}
