"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { CardPlace, PlaceOf } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { boardInLog } from "@/lib/activities/sorting";
import {
  THEME_NAME_MAX,
  THEMES_BOARD,
  THEMES_MAX,
  type ThemesRecord,
} from "@/lib/activities/theme-schema";
import { randomSecret } from "@/lib/client/random";
import { useSharedBoard } from "@/lib/client/use-shared-board";
import { useWords } from "@/lib/client/use-words";
import { isolated } from "@/lib/i18n/isolated";
import { Button } from "@/lib/ui/button";
import { Board } from "@/lib/ui/console/board";
import type { ColumnChange } from "@/lib/ui/console/board-state";
import type { BoardWords, InSpotlight } from "@/lib/ui/console/board-view";

/** A command of themes, as their kinds' rules take it (`lib/activities/themes.ts`). */
type ThemeCommand = { type: string } & Record<string, unknown>;

interface ThemeSorterProps {
  /** The activity's key. */
  activity: string;
  /** The plan's places, by which one may look at the cards; empty for none. */
  places: readonly CardPlace[];
  placeOf: PlaceOf;
  /** Whether themes lie in the places, so that one of them is always looked at. */
  inZones?: boolean;
  cards: readonly RevealedCard[];
  record: ThemesRecord;
  /** What the room laid on each card; null or left out: nothing that is shown. */
  dots?: Readonly<Record<string, number>> | null;
  /** What the room was asked, as a picture of the board says it. */
  title: string;
  words: BoardWords;
  act: (command: ThemeCommand) => Promise<boolean>;
  /** Turns the stage to its first sheet. */
  toFirstPage: () => void;
}

/** The board on which cards are put into themes. */
export function ThemeSorter(props: ThemeSorterProps) {
  const {
    places,
    placeOf,
    inZones = false,
    record,
    dots = null,
    title,
    words: boardWords,
    act,
  } = props;
  const t = useTranslations("console");
  const words = useWords();
  const viewed = useMemo(
    () => boardInLog({ sorted: new Map(Object.entries(record.sorted)) }),
    [record.sorted],
  );
  const cards = useMemo(
    () =>
      dots === null
        ? props.cards
        : props.cards.map((card) => ({ ...card, dots: dots[card.id] ?? 0 })),
    [props.cards, dots],
  );
  const lying = useSharedBoard(`${props.activity}/${THEMES_BOARD}`, viewed);
  const [chosen, setChosen] = useState<string | null>();
  // A place that is not told of any card has nothing to look at.
  const told = places.filter(({ key }) => cards.some((card) => placeOf(card.attributes) === key));
  const hasOthers = cards.some((card) => placeOf(card.attributes) === null);
  /** Each zone is looked at by itself, and what none is told of; elsewhere all cards at first. */
  const views = inZones ? [...told, ...(hasOthers ? [null] : [])] : [null, ...told];
  const place = chosen === undefined ? (views[0]?.key ?? null) : chosen;
  const shown = useMemo(() => {
    if (place === null && !inZones) return cards;
    // In a theme of another zone a card is looked at there.
    const zoneOfTheme = new Map(inZones ? record.themes.map(({ id, zone }) => [id, zone]) : []);
    return cards.filter(({ id, attributes }) => {
      const theme = zoneOfTheme.get(record.sorted[id] ?? "");
      return (theme === undefined ? placeOf(attributes) : theme) === place;
    });
  }, [cards, record, inZones, place, placeOf]);
  const themes = useMemo(
    () => (inZones ? record.themes.filter(({ zone }) => zone === place) : record.themes),
    [record.themes, inZones, place],
  );
  const zone = inZones ? place : null;
  const spotlit = spotlightOf(record);
  function onSpotlight(spotlight: InSpotlight | null): void {
    // A group has sheets of its own.
    if (spotlight?.of === "column") props.toFirstPage();
    void act(spotlightCommand(spotlight, record));
  }
  const board = (
    <Board
      cards={shown}
      columns={themes}
      // Those of other zones count, too.
      columnsMax={THEMES_MAX - (record.themes.length - themes.length)}
      // Each zone is a board of its own, with what was last done on it.
      key={zone}
      nameMax={THEME_NAME_MAX}
      newId={randomSecret}
      onSpotlight={onSpotlight}
      places={lying}
      send={(change) => act(themeCommand(change, zone))}
      spotlit={spotlit}
      title={title}
      words={boardWords}
    />
  );
  const line = (
    <SpotlitLine cards={cards} onBack={() => onSpotlight(null)} record={record} spotlit={spotlit} />
  );
  if (views.length < 2) {
    return (
      <div className="flex flex-col">
        {line}
        {board}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {line}
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{t("places")}</legend>
        {views.map((each) => (
          <Button
            aria-pressed={place === (each?.key ?? null)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            key={each?.key ?? ""}
            onClick={() => setChosen(each?.key ?? null)}
            size="console"
          >
            {each ? words(each.name) : t(inZones ? "placeOthers" : "placeAll")}
          </Button>
        ))}
      </fieldset>
      {board}
    </div>
  );
}

interface SpotlitLineProps extends Pick<ThemeSorterProps, "cards" | "record"> {
  spotlit: InSpotlight | null;
  onBack: () => void;
}

/** What the stage shows alone, whichever place is looked at, and the way back to all. */
function SpotlitLine({ spotlit, cards, record, onBack }: SpotlitLineProps) {
  const t = useTranslations("console.board");
  const name =
    spotlit?.of === "column"
      ? record.themes.find(({ id }) => id === spotlit.id)?.name
      : cards.find(({ id }) => id === spotlit?.id)?.text;
  return (
    // There before it says anything, so that it is heard; empty it takes no room.
    <div className="flex items-center gap-x-4" role="status">
      {name === undefined ? null : (
        <>
          <p className="min-w-0 truncate font-semibold text-accent">
            {t("spotlitNow", { name: isolated(name) })}
          </p>
          <Button className="shrink-0" onClick={onBack} size="console">
            {t("spotlightNone")}
          </Button>
        </>
      )}
    </div>
  );
}

/** What the stage shows alone. */
function spotlightOf({ spotlight, spotlitTheme }: ThemesRecord): InSpotlight | null {
  if (spotlight !== null) return { of: "card", id: spotlight };
  return spotlitTheme === null ? null : { of: "column", id: spotlitTheme };
}

/** Puts something into the spotlight, or for null takes out of it what is there. */
function spotlightCommand(spotlight: InSpotlight | null, record: ThemesRecord): ThemeCommand {
  const isTheme = (spotlight ?? spotlightOf(record))?.of === "column";
  const id = spotlight?.id ?? null;
  return isTheme ? { type: "spotlightTheme", themeId: id } : { type: "spotlightCard", cardId: id };
}

/** A change to the board, as the server is told of it; a new theme lies in the zone, where there is one. */
function themeCommand(change: ColumnChange, zone: string | null): ThemeCommand {
  switch (change.type) {
    case "add":
      return {
        type: "addTheme",
        themeId: change.column,
        name: change.name,
        ...(change.before === null ? {} : { before: change.before }),
        ...(change.colour === null ? {} : { colour: change.colour }),
        ...(zone === null ? {} : { zone }),
      };
    case "rename":
      return { type: "renameTheme", themeId: change.column, name: change.to };
    case "colour":
      return { type: "colourTheme", themeId: change.column, colour: change.to };
    case "remove":
      return { type: "removeTheme", themeId: change.column };
  }
}
