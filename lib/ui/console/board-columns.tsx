"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { createPortal } from "react-dom";
import { isolated } from "@/lib/i18n/isolated";
import { ColumnHeading, FreshColumn, LooseHeading } from "@/lib/ui/console/board-heading";
import type { BoardTarget } from "@/lib/ui/console/board-state";
import type { BoardCard, BoardViewProps } from "@/lib/ui/console/board-view";
import { SpotlitMark, useCardMenu } from "@/lib/ui/console/card-menu";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { DROP_TARGET, DROP_TARGET_BELOW, type Drag, useCardDrag } from "@/lib/ui/use-card-drag";

/** Between what a target is, the id of the column it may be, and that of a card there. */
const OF = " ";

/** In place of a column that has no id. */
const NONE = "-";

/** `before`: the card before which one is dropped; null: at the end. */
const targetName = (target: BoardTarget, before: string | null = null): string =>
  [target.to, target.to === "column" ? target.id : NONE, before ?? NONE].join(OF);

function targetNamed(name: string): { target: BoardTarget; before: string | null } | null {
  const [to, id = NONE, card = NONE] = name.split(OF);
  const before = card === NONE ? null : card;
  if (to === "loose" || to === "new") return { target: { to }, before };
  return id === NONE ? null : { target: { to: "column", id }, before };
}

/** As many columns as are readable: the loose cards take one, the others share the rest, row by row. */
const GRID = {
  all: "grid-cols-2 @sm:grid-cols-3 @2xl:grid-cols-4 @4xl:grid-cols-5 @5xl:grid-cols-6",
  rest: "@sm:col-span-2 @sm:grid-cols-2 @2xl:col-span-3 @2xl:grid-cols-3 @4xl:col-span-4 @4xl:grid-cols-4 @5xl:col-span-5 @5xl:grid-cols-5",
};

/** Cards in columns beside each other, to be dragged. */
export function BoardColumns(props: BoardViewProps) {
  const { hand, words, isDimmed, spotlit, openMenu } = props;
  const t = useTranslations("console.board");
  const sectionsFor = useCardMenu(props);
  const menuName = (card: BoardCard) => t("moveCard", { card: isolated(card.text) });
  const { state, cards } = hand;
  const id = useId();
  const { drag, ghost, grip } = useCardDrag((card, name) => {
    const drop = targetNamed(name);
    if (drop !== null) hand.put(hand.withMarked(card), drop.target, "next", drop.before);
  });
  const fresh = targetName({ to: "new" });
  const dragged = drag && cards.find((card) => card.id === drag.card);

  function cardsOf(column: string | null) {
    const target: BoardTarget = column === null ? { to: "loose" } : { to: "column", id: column };
    const all = hand.cardsOf(column);
    return (
      <ul className="flex flex-col">
        {all.map((card, at) => {
          const above = targetName(target, card.id);
          return (
            <li
              className={`border-t-2 pt-1 pb-1 ${
                drag?.over === above ? "border-accent" : "border-transparent"
              }`}
              key={card.id}
              {...{
                [DROP_TARGET]: above,
                [DROP_TARGET_BELOW]: targetName(target, all[at + 1]?.id ?? null),
              }}
            >
              <Card
                card={card}
                hand={hand}
                isDimmed={isDimmed(card)}
                isDragged={drag !== null && hand.withMarked(drag.card).includes(card.id)}
                isSpotlit={spotlit === card.id}
                onGrip={grip}
                onMenu={(button) => openMenu(button, menuName(card), sectionsFor(card))}
              />
            </li>
          );
        })}
      </ul>
    );
  }
  const countOf = (column: string | null) => hand.cardsOf(column).length;
  return (
    <div className={`grid items-start gap-2.5 ${GRID.all}`}>
      <Target className="min-h-40" drag={drag} labelledBy={`${id}-loose`} target={{ to: "loose" }}>
        <LooseHeading {...props} count={countOf(null)} id={`${id}-loose`} />
        {cardsOf(null)}
      </Target>
      {/* Stays beside a long column of loose cards, so that the way to drop one is short. */}
      <div className={`grid gap-2.5 desk:sticky desk:top-18 ${GRID.rest}`}>
        {state.columns.map((column, at) => (
          <Target
            className="min-h-40 bg-sunken"
            drag={drag}
            key={column.id}
            labelledBy={`${id}-${column.id}`}
            target={{ to: "column", id: column.id }}
          >
            <ColumnHeading
              {...props}
              at={at}
              column={column}
              count={countOf(column.id)}
              id={`${id}-${column.id}`}
            />
            {cardsOf(column.id)}
          </Target>
        ))}
        <div className="flex flex-col gap-2">
          {hand.isFull ? (
            <FreshColumn {...props} />
          ) : (
            <div
              className={`rounded-card border border-dashed ${
                drag?.over === fresh ? "border-accent bg-accent-soft" : "border-edge"
              }`}
              {...{ [DROP_TARGET]: fresh }}
            >
              <FreshColumn {...props} />
            </div>
          )}
          <p className="text-ink-2 text-sm">{words.note}</p>
        </div>
      </div>
      {drag && dragged ? (
        <Ghost
          card={dragged}
          follow={ghost}
          more={hand.withMarked(dragged.id).length - 1}
          width={drag.width}
        />
      ) : null}
    </div>
  );
}

interface TargetProps {
  target: BoardTarget;
  drag: Drag | null;
  className: string;
  labelledBy: string;
  children: ReactNode;
}

/** A column; a dashed line shows that a card would go into it. */
function Target({ target, drag, className, labelledBy, children }: TargetProps) {
  const name = targetName(target);
  const over = drag?.over ? targetNamed(drag.over) : null;
  const isOver = over !== null && targetName(over.target) === name;
  return (
    <section
      aria-labelledby={labelledBy}
      className={`flex min-w-0 flex-col gap-2 rounded-card border-2 border-dashed p-2 ${className} ${
        isOver ? "border-accent forced-colors:border-solid" : "border-transparent"
      }`}
      {...{ [DROP_TARGET]: name }}
    >
      {children}
    </section>
  );
}

interface CardProps extends Pick<BoardViewProps, "hand"> {
  card: BoardCard;
  isDimmed: boolean;
  isDragged: boolean;
  isSpotlit: boolean;
  onMenu: (button: HTMLElement) => void;
  onGrip: ReturnType<typeof useCardDrag>["grip"];
}

/**
 * One card: a finger on it scrolls up and down and drags sideways, or any way once it has rested there. Shift or Ctrl
 * mark it beside others.
 */
function Card({ card, hand, isDimmed, isDragged, isSpotlit, onMenu, onGrip }: CardProps) {
  const isChosen = hand.chosen === card.id;
  const isMarked = hand.marked.has(card.id);
  const toggle = () => {
    const others = [...hand.marked].filter((id) => id !== card.id);
    hand.mark(isMarked ? others : [...others, card.id]);
  };
  return (
    <button
      aria-current={isChosen || undefined}
      aria-pressed={isMarked || undefined}
      className={`w-full touch-pan-y touch-pinch-zoom select-none hyphens-auto rounded-card border px-3 py-2.5 text-start wrap-anywhere ${
        isDimmed ? "border-dashed text-ink-2" : isMarked ? "bg-accent-soft" : "bg-surface"
      } ${isMarked ? "border-accent" : "border-line"} ${
        isChosen ? "border-accent outline-3 outline-accent outline-offset-2" : ""
      } ${isDragged ? "border-dashed opacity-60" : ""}`}
      {...{ [FOCUS_KEY]: focusKeyOf.card(card.id) }}
      data-arrows
      // Not every browser gives the focus to what is pressed.
      onClick={(event) => {
        event.currentTarget.focus();
        if (event.shiftKey || event.ctrlKey || event.metaKey) toggle();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        // A finger that rests on a card lifts it; keys and the other mouse button ask what can be done.
        if (!isDragged) onMenu(event.currentTarget);
      }}
      onFocus={() => hand.choose(card.id)}
      onPointerDown={(event) => onGrip(event, card.id)}
      tabIndex={isChosen ? 0 : -1}
      type="button"
    >
      <CardText card={card} />
      <SpotlitMark isSpotlit={isSpotlit} />
    </button>
  );
}

interface GhostProps {
  card: BoardCard;
  /** How many go with it. */
  more: number;
  width: number;
  follow: (element: HTMLElement | null) => void;
}

/** The card in the hand. Not within the board, which is what such a place would be measured from. */
function Ghost({ card, more, width, follow }: GhostProps) {
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-20 hyphens-auto rounded-card border border-accent bg-surface px-3 py-2.5 text-base text-ink shadow-overlay wrap-anywhere"
      ref={follow}
      style={{ width }}
    >
      <CardText card={card} />
      {more > 0 ? <span className="tabular font-semibold text-accent">+{more}</span> : null}
    </div>,
    document.body,
  );
}

function CardText({ card }: { card: BoardCard }) {
  return (
    <span className="block whitespace-pre-line" dir="auto">
      {card.text}
    </span>
  );
}
