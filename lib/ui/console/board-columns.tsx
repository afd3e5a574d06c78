"use client";

import { memo, type PointerEvent, type ReactNode, useCallback, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { hasText } from "@/lib/ui/console/board-filter";
import { ColumnHeading, FreshColumn, LooseHeading } from "@/lib/ui/console/board-heading";
import { type BoardTarget, columnOf } from "@/lib/ui/console/board-state";
import type { BoardCard, BoardViewProps } from "@/lib/ui/console/board-view";
import { SpotlitMark } from "@/lib/ui/console/card-menu";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { CardDots } from "@/lib/ui/dots";
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

const NOTHING: ReadonlySet<string> = new Set();

/** Whether what a card would be dropped on is in this column. */
function isIn(name: string, column: string | null): boolean {
  const target = targetNamed(name)?.target;
  return column === null ? target?.to === "loose" : target?.to === "column" && target.id === column;
}

/** As many columns as are readable: the loose cards take one, the others share the rest, row by row. */
const GRID = {
  all: "grid-cols-2 @sm:grid-cols-3 @2xl:grid-cols-4 @4xl:grid-cols-5 @5xl:grid-cols-6",
  rest: "@sm:col-span-2 @sm:grid-cols-2 @2xl:col-span-3 @2xl:grid-cols-3 @4xl:col-span-4 @4xl:grid-cols-4 @5xl:col-span-5 @5xl:grid-cols-5",
};

/** Cards in columns beside each other, to be dragged. */
export function BoardColumns(props: BoardViewProps) {
  const { hand, words, wanted, spotlit, on } = props;
  const { state, cards } = hand;
  const id = useId();
  const { drag, ghost, grip } = useCardDrag((card, name) => {
    const drop = targetNamed(name);
    if (drop !== null) hand.put(hand.withMarked(card), drop.target, "next", drop.before);
  });
  const latest = useRef(grip);
  latest.current = grip;
  const onGrip = useCallback<typeof grip>((event, card) => latest.current(event, card), []);
  const fresh = targetName({ to: "new" });
  const lifted = drag && cards.find((card) => card.id === drag.card);
  const dragged = drag === null ? NOTHING : new Set(hand.withMarked(drag.card));
  const cardsOf = (column: string | null) => (
    <ColumnCards
      cards={hand.cardsOf(column)}
      chosen={hand.chosen !== null && columnOf(state, hand.chosen) === column ? hand.chosen : null}
      column={column}
      dragged={dragged}
      marked={hand.marked}
      on={on}
      onGrip={onGrip}
      over={drag?.over && isIn(drag.over, column) ? drag.over : null}
      spotlit={spotlit?.of === "card" ? spotlit.id : null}
      wanted={wanted}
    />
  );
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
      {drag && lifted ? (
        <Ghost card={lifted} follow={ghost} more={dragged.size - 1} width={drag.width} />
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

interface ColumnCardsProps extends Pick<BoardViewProps, "on" | "wanted"> {
  /** The card that the stage shows alone; null: none. */
  spotlit: string | null;
  column: string | null;
  /** The same list as long as nothing of it changes. */
  cards: readonly BoardCard[];
  /** Those of them, if any; the others are elsewhere. */
  chosen: string | null;
  marked: ReadonlySet<string>;
  dragged: ReadonlySet<string>;
  /** What a card in the hand would be dropped on, if that is in here. */
  over: string | null;
  onGrip: CardProps["onGrip"];
}

/** The cards of a column, drawn anew only where something of theirs has changed. */
const ColumnCards = memo(function ColumnCards(props: ColumnCardsProps) {
  const { column, cards, chosen, marked, dragged, over, on, onGrip, spotlit, wanted } = props;
  const target: BoardTarget = column === null ? { to: "loose" } : { to: "column", id: column };
  return (
    <ul className="flex flex-col">
      {cards.map((card, at) => {
        const above = targetName(target, card.id);
        return (
          <Card
            above={above}
            below={targetName(target, cards[at + 1]?.id ?? null)}
            card={card}
            isChosen={chosen === card.id}
            isDimmed={!hasText(card.text, wanted)}
            isDragged={dragged.has(card.id)}
            isMarked={marked.has(card.id)}
            isOver={over === above}
            isSpotlit={spotlit === card.id}
            key={card.id}
            on={on}
            onGrip={onGrip}
          />
        );
      })}
    </ul>
  );
});

interface CardProps extends Pick<BoardViewProps, "on"> {
  card: BoardCard;
  isChosen: boolean;
  isMarked: boolean;
  isDimmed: boolean;
  isDragged: boolean;
  isSpotlit: boolean;
  /** A card in the hand would be dropped before it. */
  isOver: boolean;
  /** What its halves stand for, where something is dropped on them. */
  above: string;
  below: string;
  onGrip: (event: PointerEvent<HTMLElement>, card: string) => void;
}

/**
 * One card: a finger on it scrolls up and down and drags sideways, or any way once it has rested there. Shift or Ctrl
 * mark it beside others.
 */
const Card = memo(function Card(props: CardProps) {
  const { card, isChosen, isMarked, isDimmed, isDragged, isSpotlit, isOver, on, onGrip } = props;
  return (
    <li
      className={`border-t-2 py-1 ${isOver ? "border-accent" : "border-transparent"}`}
      {...{ [DROP_TARGET]: props.above, [DROP_TARGET_BELOW]: props.below }}
    >
      <button
        aria-current={isChosen || undefined}
        aria-pressed={isMarked || undefined}
        // Three hundred of them: what is out of sight is neither laid out nor painted.
        className={`w-full [contain-intrinsic-block-size:auto_6rem] [content-visibility:auto] touch-pan-y touch-pinch-zoom select-none hyphens-auto rounded-card border px-3 py-2.5 text-start wrap-anywhere ${
          isDimmed ? "border-dashed text-ink-2" : isMarked ? "bg-accent-soft" : "bg-surface"
        } ${
          isChosen
            ? "border-accent outline-3 outline-accent outline-offset-2"
            : isMarked
              ? "border-accent"
              : "border-line"
        } ${isDragged ? "border-dashed opacity-60" : ""}`}
        {...{ [FOCUS_KEY]: focusKeyOf.card(card.id) }}
        data-arrows
        // Not every browser gives the focus to what is pressed.
        onClick={(event) => {
          event.currentTarget.focus();
          if (event.shiftKey || event.ctrlKey || event.metaKey) on.toggle(card.id);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          // A finger that rests on a card lifts it; keys and the other mouse button ask what can be done.
          if (!isDragged) on.menu(card, event.currentTarget);
        }}
        onFocus={() => on.choose(card.id)}
        onPointerDown={(event) => onGrip(event, card.id)}
        tabIndex={isChosen ? 0 : -1}
        type="button"
      >
        <CardText card={card} />
        <CardDots className="mt-1 text-sm" n={card.dots ?? 0} />
        <SpotlitMark isSpotlit={isSpotlit} />
      </button>
    </li>
  );
});

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
