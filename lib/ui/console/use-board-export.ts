"use client";

import { useTranslations } from "next-intl";
import { boardPicture } from "@/lib/ui/board-picture";
import type { BoardHand, BoardWords } from "@/lib/ui/console/board-view";
import { useImageFiles } from "@/lib/ui/use-image-files";

const FILE_NAME = "aufwind";

export interface BoardExport {
  /** Hands the board over as an image, as it stands now. */
  svg(): void;
  png(): Promise<void>;
  /** Whether the browser could not draw the last one. */
  failed: boolean;
}

/** The board as a picture, for whoever wants to put it into a document. */
export function useBoardExport(hand: BoardHand, words: BoardWords, title: string): BoardExport {
  const t = useTranslations("common");
  const { svg, png, failed } = useImageFiles();
  function picture(): string {
    const cardsOf = (column: string | null) =>
      hand.cardsOf(column).map(({ text, dots = 0 }) => ({
        text,
        dots: dots > 0 ? t("dots", { n: dots }) : null,
      }));
    return boardPicture(title, [
      { name: words.loose, colour: null, cards: cardsOf(null) },
      ...hand.state.columns.map(({ id, name, colour }) => ({
        ...{ name, colour, cards: cardsOf(id) },
      })),
    ]);
  }
  return {
    svg: () => svg(picture(), FILE_NAME),
    png: () => png(picture(), FILE_NAME),
    failed,
  };
}
