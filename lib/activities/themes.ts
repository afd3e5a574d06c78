import { accept, commandsOf, refuse } from "@/lib/activities/contract";
import {
  addTheme,
  removeTheme,
  renameTheme,
  sortCard,
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
  /** Theme of each sorted card. */
  sorted: Map<string, string>;
}

export const noThemes = (): Themes => ({
  themes: new Map(),
  themeZones: new Map(),
  sorted: new Map(),
});

/** Where themes can be made, and what of. */
export interface ThemeRules<Settings> {
  /** The phase in which cards are put together. */
  phase: string;
  /** Keys of the zones that a theme lies in one of; none where there are no zones. */
  zones(settings: Settings): readonly string[];
}

/** The commands by which facilitators put revealed cards into themes. */
export function themeCommands<
  Settings,
  Data extends Themes & { cards: ReadonlyMap<string, unknown> },
>({ phase: sorting, zones }: ThemeRules<Settings>) {
  const command = commandsOf<Settings, Data, ThemeEvent>();
  return {
    addTheme: command({
      from: "facilitator",
      schema: addTheme,
      decide({ themeId, name, before, zone }, { settings, data, phase }) {
        if (phase !== sorting) return refuse("wrong-phase");
        const all = zones(settings);
        const fits = zone === undefined ? all.length === 0 : all.includes(zone);
        if (!fits) return refuse("not-allowed");
        if (data.themes.has(themeId)) return accept();
        if (data.themes.size >= THEMES_MAX) return refuse("over-budget");
        return accept<ThemeEvent>([{ type: "themeNamed", themeId, name, before, zone }]);
      },
    }),
    renameTheme: command({
      from: "facilitator",
      schema: renameTheme,
      decide({ themeId, name }, { data, phase }) {
        if (phase !== sorting || !data.themes.has(themeId)) return refuse("wrong-phase");
        return accept<ThemeEvent>([{ type: "themeNamed", themeId, name }]);
      },
    }),
    removeTheme: command({
      from: "facilitator",
      schema: removeTheme,
      decide({ themeId }, { data, phase }) {
        if (phase !== sorting) return refuse("wrong-phase");
        if (!data.themes.has(themeId)) return accept();
        return accept<ThemeEvent>([{ type: "themeRemoved", themeId }]);
      },
    }),
    sortCard: command({
      from: "facilitator",
      schema: sortCard,
      decide({ cardId, themeId }, { data, phase }) {
        if (phase !== sorting || !data.cards.has(cardId)) return refuse("wrong-phase");
        if (themeId !== null && !data.themes.has(themeId)) return refuse("wrong-phase");
        return accept<ThemeEvent>([{ type: "cardSorted", cardId, themeId }]);
      },
    }),
  };
}

/** Applies an event of themes, in place. */
export function evolveThemes(data: Themes, event: ThemeEvent): void {
  switch (event.type) {
    case "themeNamed":
      nameTheme(data, event);
      return;
    case "themeRemoved":
      data.themes.delete(event.themeId);
      data.themeZones.delete(event.themeId);
      for (const [cardId, themeId] of data.sorted) {
        if (themeId === event.themeId) data.sorted.delete(cardId);
      }
      return;
    case "cardSorted":
      if (event.themeId === null) data.sorted.delete(event.cardId);
      else data.sorted.set(event.cardId, event.themeId);
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
export const themesTold = ({ themes, themeZones, sorted }: Themes): ThemesRecord => ({
  themes: [...themes].map(([id, name]) => ({ id, name, zone: themeZones.get(id) ?? null })),
  sorted: Object.fromEntries(sorted),
});
