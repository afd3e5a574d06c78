"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { THEME_NAME_MAX, THEMES_MAX } from "@/lib/activities/collect/schema";
import type { ConsoleProps } from "@/lib/activities/screens-contract";
import { randomSecret } from "@/lib/client/random";
import { isolated } from "@/lib/i18n/isolated";
import { Board } from "@/lib/ui/console/board";
import type { BoardChange } from "@/lib/ui/console/board-state";

interface ThemeSorterProps {
  cards: readonly RevealedCard[];
  record: CollectRecord;
  act: ConsoleProps["act"];
}

/** The board on which cards are put into themes. */
export function ThemeSorter({ cards, record: { themes, sorted }, act }: ThemeSorterProps) {
  const t = useTranslations("kinds.collect.console");
  const viewed = useMemo(() => ({ columns: themes, placed: sorted }), [themes, sorted]);
  return (
    <Board
      cards={cards}
      columnsMax={THEMES_MAX}
      nameMax={THEME_NAME_MAX}
      newId={randomSecret}
      send={(change) => act(themeCommand(change))}
      viewed={viewed}
      words={{
        loose: t("themeNone"),
        fresh: t("themeNew"),
        name: t("themeName"),
        remove: t("themeDelete"),
        full: t("themesFull"),
        note: t("themesSmall"),
        columnFor: (card) => t("themeFor", { card: isolated(card) }),
      }}
    />
  );
}

/** A change to the board, as the server is told of it. */
function themeCommand(change: BoardChange): Parameters<ConsoleProps["act"]>[0] {
  switch (change.type) {
    case "move":
      return { type: "sortCard", cardId: change.card, themeId: change.to };
    case "add":
      return {
        type: "addTheme",
        themeId: change.column,
        name: change.name,
        ...(change.before === null ? {} : { before: change.before }),
      };
    case "rename":
      return { type: "renameTheme", themeId: change.column, name: change.to };
    case "remove":
      return { type: "removeTheme", themeId: change.column };
  }
}
