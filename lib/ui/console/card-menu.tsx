"use client";

import { Spotlight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { isolated } from "@/lib/i18n/isolated";
import { beforeAfter, columnOf, MOVES } from "@/lib/ui/console/board-state";
import type {
  BoardCard,
  BoardMenuSection,
  BoardViewProps,
  CardActions,
  InSpotlight,
} from "@/lib/ui/console/board-view";

export type CardActionsInput = Pick<
  BoardViewProps,
  "hand" | "words" | "spotlit" | "onSpotlight" | "openMenu"
>;

/** What one does to cards, by what the board is at that moment. */
export function useCardActions(input: CardActionsInput): CardActions {
  const t = useTranslations("console.board");
  const sectionsFor = useCardMenu(input);
  const latest = useRef({ ...input, sectionsFor, t });
  latest.current = { ...input, sectionsFor, t };
  return useMemo(
    () => ({
      choose: (card) => latest.current.hand.choose(card),
      toggle(card) {
        const { marked, mark } = latest.current.hand;
        mark(marked.has(card) ? [...marked].filter((id) => id !== card) : [...marked, card]);
      },
      step(card, by) {
        const { state, lead } = latest.current.hand;
        const at = Math.min(Math.max(state.order.indexOf(card) + by, 0), state.order.length - 1);
        const next = state.order[at];
        if (next !== undefined) lead(next);
      },
      menu(card, button) {
        const { openMenu, sectionsFor: sections, t: say } = latest.current;
        openMenu(button, say("moveCard", { card: isolated(card.text) }), sections(card));
      },
    }),
    [],
  );
}

/** What can be done with a card, or with those marked with it. */
function useCardMenu({ hand, words, spotlit, onSpotlight }: CardActionsInput) {
  const t = useTranslations("console.board");
  return (card: BoardCard): BoardMenuSection[] => {
    const moved = hand.withMarked(card.id);
    const here = moved.length === 1 ? columnOf(hand.state, card.id) : undefined;
    const columns = [{ id: null, name: words.loose }, ...hand.state.columns];
    const isSpotlit = isIn(spotlit, { of: "card", id: card.id });
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
                  onAction: () => onSpotlight(isSpotlit ? null : { of: "card", id: card.id }),
                },
              ],
            },
          ]),
    ];
    return all.filter(({ entries }) => entries.length > 0);
  };
}

/** Whether this is what the stage shows alone. */
export const isIn = (spotlit: InSpotlight | null, { of, id }: InSpotlight): boolean =>
  spotlit?.of === of && spotlit.id === id;

/** Says of a card or a column that the stage shows it alone. */
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
