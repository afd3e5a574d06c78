"use client";

import { Spotlight } from "lucide-react";
import { useTranslations } from "next-intl";
import { beforeAfter, columnOf, MOVES } from "@/lib/ui/console/board-state";
import type { BoardCard, BoardMenuSection, BoardViewProps } from "@/lib/ui/console/board-view";

/** What can be done with a card, or with those marked with it. */
export function useCardMenu({
  hand,
  words,
  spotlit,
  onSpotlight,
}: Pick<BoardViewProps, "hand" | "words" | "spotlit" | "onSpotlight">) {
  const t = useTranslations("console.board");
  return (card: BoardCard): BoardMenuSection[] => {
    const moved = hand.withMarked(card.id);
    const here = moved.length === 1 ? columnOf(hand.state, card.id) : undefined;
    const columns = [{ id: null, name: words.loose }, ...hand.state.columns];
    const isSpotlit = spotlit === card.id;
    const all: BoardMenuSection[] = [
      {
        title: t("moveTo", { n: moved.length }),
        entries: [
          ...columns.map(({ id, name }) => ({
            ...{ id: `to ${id ?? ""}`, label: name, isChecked: id === here },
            onAction: () =>
              hand.put(moved, id === null ? { to: "loose" } : { to: "column", id }, "stay"),
          })),
          ...(hand.isFull
            ? []
            : [
                {
                  ...{ id: "fresh", label: `${words.fresh} …` },
                  onAction: () => hand.put(moved, { to: "new" }, "stay"),
                },
              ]),
        ],
      },
      {
        title: t("arrange"),
        entries: MOVES.filter((move) => beforeAfter(hand.state, card.id, move) !== undefined).map(
          (move) => ({
            ...{ id: move, label: t(`moves.${move}`) },
            onAction: () => hand.arrange(card.id, move),
          }),
        ),
      },
      ...(card.notForStage
        ? []
        : [
            {
              title: t("onStage"),
              entries: [
                {
                  ...{ id: "spotlight", label: t("spotlight"), isChecked: isSpotlit },
                  onAction: () => onSpotlight(isSpotlit ? null : card.id),
                },
              ],
            },
          ]),
    ];
    return all.filter(({ entries }) => entries.length > 0);
  };
}

/** Says of a card that the stage shows it large. */
export function SpotlitMark({ isSpotlit }: { isSpotlit: boolean }) {
  const t = useTranslations("console.board");
  if (!isSpotlit) return null;
  return (
    <span className="mt-1 flex items-center gap-1.5 text-accent text-sm">
      <Spotlight aria-hidden size={16} strokeWidth={1.75} />
      {t("spotlit")}
    </span>
  );
}
