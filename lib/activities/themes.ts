import type { RevealedCard } from "@/lib/activities/card-schema";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleInput,
  refuse,
  written,
} from "@/lib/activities/contract";
import type { DocumentsRead } from "@/lib/activities/documents";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { type CardLaid, layCards, themesAsTheyLie } from "@/lib/activities/sorting";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import {
  addTheme,
  colourTheme,
  PLACING_PACE,
  placeCards,
  removeTheme,
  renameTheme,
  sortCard,
  spotlightCard,
  spotlightTheme,
} from "@/lib/activities/theme-commands";
import {
  THEMES_BOARD,
  THEMES_MAX,
  type ThemeEvent,
  type ThemesRecord,
} from "@/lib/activities/theme-schema";

/** What kinds whose cards are put into themes know of them. */
export interface Themes {
  /** Names by id, in their order. */
  themes: Map<string, string>;
  /** The zone of each theme that lies in one. */
  themeZones: Map<string, string>;
  /** Of the themes that have one of their own. */
  colours: Map<string, ThemeColour>;
  /** The one card that the stage shows large; null: none. */
  spotlight: string | null;
  /** The one theme whose cards it shows by themselves; never beside a card. */
  spotlitTheme: string | null;
  /** Theme of each sorted card, as the log tells it: before there were boards, and once the board has closed. */
  sorted: Map<string, string>;
}

export const noThemes = (): Themes => ({
  themes: new Map(),
  themeZones: new Map(),
  colours: new Map(),
  spotlight: null,
  spotlitTheme: null,
  sorted: new Map(),
});

/** Where themes can be made, and what of. */
export interface ThemeRules<Settings> {
  /** The phase in which cards are put together, and later ones in which facilitators may go on with it. */
  phases: readonly [sorting: string, ...after: string[]];
  /** Keys of the zones that a theme may lie in; none where there are no zones. */
  zones(settings: Settings): readonly string[];
  /** Whether everybody in the room may sort, not facilitators alone. */
  roomSorts(settings: Settings): boolean;
}

/** What sorting needs to know of its kind. */
export interface SortedCards extends Themes {
  cards: ReadonlyMap<string, Pick<RevealedCard, "notForStage">>;
}

/** The commands by which facilitators put revealed cards into themes, and everybody where the plan lets them. */
export function themeCommands<Settings, Data extends SortedCards>({
  phases,
  zones,
  roomSorts,
}: ThemeRules<Settings>) {
  const isOpen = (phase: string) => phases.includes(phase);
  /** Cards are laid by everybody alike, and the server writes it: nobody's name is on it. */
  function lay(
    { data, phase, context }: RuleInput<Settings, Data>,
    cards: readonly CardLaid[],
  ): Decision<ThemeEvent> {
    const isThere = ({ id, to }: CardLaid) =>
      data.cards.has(id) && (to === null || data.themes.has(to));
    if (!isOpen(phase) || !cards.every(isThere)) return refuse("wrong-phase");
    return written({ document: THEMES_BOARD, cards: layCards(data, context.documents, cards) });
  }
  const command = commandsOf<Settings, Data, ThemeEvent>();
  return {
    addTheme: command({
      from: "facilitator",
      schema: addTheme,
      decide({ themeId, name, before, colour, zone }, { settings, data, phase }) {
        if (!isOpen(phase)) return refuse("wrong-phase");
        if (zone !== undefined && !zones(settings).includes(zone)) return refuse("not-allowed");
        if (data.themes.has(themeId)) return accept();
        if (data.themes.size >= THEMES_MAX) return refuse("over-budget");
        return accept<ThemeEvent>([
          { type: "themeNamed", themeId, name, before, zone },
          ...(colour ? [{ type: "themeColoured", themeId, colour } as const] : []),
        ]);
      },
    }),
    renameTheme: command({
      from: "facilitator",
      schema: renameTheme,
      decide({ themeId, name }, { data, phase }) {
        if (!isOpen(phase) || !data.themes.has(themeId)) return refuse("wrong-phase");
        return accept<ThemeEvent>([{ type: "themeNamed", themeId, name }]);
      },
    }),
    colourTheme: command({
      from: "facilitator",
      schema: colourTheme,
      decide({ themeId, colour }, { data, phase }) {
        if (!isOpen(phase) || !data.themes.has(themeId)) return refuse("wrong-phase");
        if ((data.colours.get(themeId) ?? null) === colour) return accept();
        return accept<ThemeEvent>([{ type: "themeColoured", themeId, colour }]);
      },
    }),
    removeTheme: command({
      from: "facilitator",
      schema: removeTheme,
      decide({ themeId }, { data, phase }) {
        if (!isOpen(phase)) return refuse("wrong-phase");
        if (!data.themes.has(themeId)) return accept();
        return accept<ThemeEvent>([{ type: "themeRemoved", themeId }]);
      },
    }),
    sortCard: command({
      from: "facilitator",
      schema: sortCard,
      decide: ({ cardId, themeId }, input) =>
        lay(input, [{ id: cardId, to: themeId, before: null }]),
    }),
    placeCards: command({
      from: "participant",
      schema: placeCards,
      pace: PLACING_PACE,
      decide({ cards }, input) {
        if (!roomSorts(input.settings)) return refuse("not-allowed");
        return input.phase === phases[0] ? lay(input, cards) : refuse("wrong-phase");
      },
    }),
    spotlightCard: command({
      from: "facilitator",
      schema: spotlightCard,
      decide({ cardId }, { data, phase }) {
        if (!isOpen(phase)) return refuse("wrong-phase");
        const card = cardId === null ? null : data.cards.get(cardId);
        if (card === undefined) return refuse("wrong-phase");
        if (card?.notForStage) return refuse("not-allowed");
        return accept<ThemeEvent>(
          data.spotlight === cardId ? [] : [{ type: "cardSpotlit", cardId }],
        );
      },
    }),
    spotlightTheme: command({
      from: "facilitator",
      schema: spotlightTheme,
      decide({ themeId }, { data, phase, context }) {
        if (!isOpen(phase) || (themeId !== null && !data.themes.has(themeId))) {
          return refuse("wrong-phase");
        }
        // The stage names no smaller one.
        if (themeId !== null && cardsForStage(data, context.documents, themeId) < CELL_MIN) {
          return refuse("too-few");
        }
        return accept<ThemeEvent>(
          data.spotlitTheme === themeId ? [] : [{ type: "themeSpotlit", themeId }],
        );
      },
    }),
  };
}

/** How many cards of a theme the stage may show. */
const cardsForStage = (data: SortedCards, documents: DocumentsRead, theme: string): number => {
  const lying = themesAsTheyLie(data, documents).find(({ id }) => id === theme)?.cards ?? [];
  return lying.filter((card) => data.cards.get(card)?.notForStage === false).length;
};

/** Applies an event of themes, in place. */
export function evolveThemes(data: Themes, event: ThemeEvent): void {
  switch (event.type) {
    case "themeNamed":
      nameTheme(data, event);
      return;
    case "themeColoured":
      if (event.colour === null) data.colours.delete(event.themeId);
      else data.colours.set(event.themeId, event.colour);
      return;
    case "cardSpotlit":
      data.spotlight = event.cardId;
      data.spotlitTheme = null;
      return;
    case "themeSpotlit":
      data.spotlitTheme = event.themeId;
      data.spotlight = null;
      return;
    case "themeRemoved":
      data.themes.delete(event.themeId);
      data.colours.delete(event.themeId);
      data.themeZones.delete(event.themeId);
      if (data.spotlitTheme === event.themeId) data.spotlitTheme = null;
      for (const [cardId, themeId] of data.sorted) {
        if (themeId === event.themeId) data.sorted.delete(cardId);
      }
      return;
    case "cardSorted":
      if (event.themeId === null) data.sorted.delete(event.cardId);
      else data.sorted.set(event.cardId, event.themeId);
      return;
    case "cardsArranged":
      data.sorted = new Map(
        event.themes.flatMap(({ themeId, cards }) => cards.map((card) => [card, themeId] as const)),
      );
  }
}

/** A theme that has a name keeps its place; a new one is the last, or stands before another. */
function nameTheme(
  { themes, themeZones }: Themes,
  { themeId, name, before, zone }: Extract<ThemeEvent, { type: "themeNamed" }>,
): void {
  const isMoved = before !== undefined && themes.has(before) && !themes.has(themeId);
  const later: [string, string][] = [];
  if (isMoved) {
    const all = [...themes];
    later.push(...all.slice(all.findIndex(([id]) => id === before)));
    for (const [id] of later) themes.delete(id);
  }
  themes.set(themeId, name);
  for (const [id, kept] of later) themes.set(id, kept);
  if (zone !== undefined) themeZones.set(themeId, zone);
}

/** What a view tells of them. */
export function themesTold(data: SortedCards, documents: DocumentsRead): ThemesRecord {
  const lying = themesAsTheyLie(data, documents);
  // Of all cards, for each audience, as often as views are made: without a pair for each card on the way.
  const sorted: Record<string, string> = {};
  for (const { id, cards } of lying) for (const card of cards) sorted[card] = id;
  return {
    themes: lying.map(({ id }) => ({
      ...{ id, name: data.themes.get(id) ?? "" },
      colour: data.colours.get(id) ?? null,
      zone: data.themeZones.get(id) ?? null,
    })),
    spotlight: data.spotlight,
    spotlitTheme: data.spotlitTheme,
    sorted,
  };
}
