"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { type Column, THEME_NAME_MAX, THEMES_MAX } from "@/lib/activities/collect/schema";
import { boardInLog, THEMES_BOARD } from "@/lib/activities/collect/sorting";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { randomSecret } from "@/lib/client/random";
import { useSharedBoard } from "@/lib/client/use-shared-board";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { Board } from "@/lib/ui/console/board";
import type { ColumnChange } from "@/lib/ui/console/board-state";

interface ThemeSorterProps {
  /** The activity's key. */
  activity: string;
  /** The plan's columns, by which one may look at the cards; empty for none. */
  columns: readonly Column[];
  cards: readonly RevealedCard[];
  record: CollectRecord;
  /** What the room was asked, as a picture of the board says it. */
  title: string;
  act: ConsoleProps["act"];
}

/** The board on which cards are put into themes. */
export function ThemeSorter({ activity, columns, cards, record, title, act }: ThemeSorterProps) {
  const { themes, sorted, spotlight } = record;
  const t = useTranslations("kinds.collect.console");
  const words = useWords();
  const viewed = useMemo(() => boardInLog({ sorted: new Map(Object.entries(sorted)) }), [sorted]);
  const places = useSharedBoard(`${activity}/${THEMES_BOARD}`, viewed);
  const [column, setColumn] = useState<string | null>(null);
  const shown = useMemo(
    () => (column === null ? cards : cards.filter((card) => columnOf(card.attributes) === column)),
    [cards, column],
  );
  const board = (
    <Board
      cards={shown}
      columns={themes}
      columnsMax={THEMES_MAX}
      nameMax={THEME_NAME_MAX}
      newId={randomSecret}
      onSpotlight={(cardId) => void act({ type: "spotlightCard", cardId })}
      places={places}
      send={(change) => act(themeCommand(change))}
      spotlit={spotlight}
      title={title}
      words={{
        loose: t("themeNone"),
        fresh: t("themeNew"),
        name: t("themeName"),
        remove: t("themeDelete"),
        full: t("themesFull"),
        note: t("themesSmall"),
      }}
    />
  );
  // A column that is not told of any card has nothing to look at.
  const told = columns.filter(({ key }) => cards.some((card) => columnOf(card.attributes) === key));
  if (told.length === 0) return board;
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">{t("columns")}</legend>
        {[null, ...told].map((each) => (
          <Button
            aria-pressed={column === (each?.key ?? null)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            key={each?.key ?? ""}
            onClick={() => setColumn(each?.key ?? null)}
            size="console"
          >
            {each ? words(each.name) : t("columnAll")}
          </Button>
        ))}
      </fieldset>
      {board}
    </div>
  );
}

/** A change to the board, as the server is told of it. */
function themeCommand(change: ColumnChange): Parameters<ConsoleProps["act"]>[0] {
  switch (change.type) {
    case "add":
      return {
        type: "addTheme",
        themeId: change.column,
        name: change.name,
        ...(change.before === null ? {} : { before: change.before }),
        ...(change.colour === null ? {} : { colour: change.colour }),
      };
    case "rename":
      return { type: "renameTheme", themeId: change.column, name: change.to };
    case "colour":
      return { type: "colourTheme", themeId: change.column, colour: change.to };
    case "remove":
      return { type: "removeTheme", themeId: change.column };
  }
}
