"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, type ReactNode, useId, useRef } from "react";
import { isolated } from "@/lib/i18n/isolated";
import { buttonClass } from "@/lib/ui/button";
import { hasText } from "@/lib/ui/console/board-filter";
import { ColumnHeading, FreshColumn, LooseHeading } from "@/lib/ui/console/board-heading";
import { opensMenu } from "@/lib/ui/console/board-menu";
import { columnOf } from "@/lib/ui/console/board-state";
import type { BoardCard, BoardViewProps } from "@/lib/ui/console/board-view";
import { SpotlitMark } from "@/lib/ui/console/card-menu";
import { FOCUS_KEY, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { CardDots } from "@/lib/ui/dots";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/**
 * The same board below each other, for keyboards, screen readers and narrow windows: each column is a grid with a row
 * for each card, which arrows walk, the space bar marks and Enter moves.
 */
export function BoardList(props: BoardViewProps) {
  const { hand, words, wanted, spotlit, on } = props;
  const { state } = hand;
  const id = useId();
  const countOf = (column: string | null) => hand.cardsOf(column).length;
  const rowsOf = (column: string | null, labelledBy: string) => (
    <Rows
      cards={hand.cardsOf(column)}
      chosen={hand.chosen !== null && columnOf(state, hand.chosen) === column ? hand.chosen : null}
      labelledBy={labelledBy}
      marked={hand.marked}
      on={on}
      spotlit={spotlit?.of === "card" ? spotlit.id : null}
      wanted={wanted}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <Group labelledBy={`${id}-loose`}>
        <LooseHeading {...props} count={countOf(null)} id={`${id}-loose`} />
        {rowsOf(null, `${id}-loose`)}
      </Group>
      {hand.state.columns.map((column, at) => (
        <Group key={column.id} labelledBy={`${id}-${column.id}`}>
          <ColumnHeading
            {...props}
            at={at}
            column={column}
            count={countOf(column.id)}
            id={`${id}-${column.id}`}
          />
          {rowsOf(column.id, `${id}-${column.id}`)}
        </Group>
      ))}
      <div className="flex flex-col gap-2">
        <div className={hand.isFull ? "" : "rounded-card border border-edge border-dashed"}>
          <FreshColumn {...props} />
        </div>
        <p className="text-ink-2 text-sm">{words.note}</p>
      </div>
    </div>
  );
}

function Group({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={labelledBy}
      className="flex flex-col gap-2 border-line border-t px-2.5 pt-2"
    >
      {children}
    </section>
  );
}

interface RowsProps extends Pick<BoardViewProps, "wanted" | "on"> {
  /** The card that the stage shows alone; null: none. */
  spotlit: string | null;
  /** Those of one column; the same list as long as nothing of it changes. */
  cards: readonly BoardCard[];
  /** The one of them that the Tab key leads to; null: it is in another column. */
  chosen: string | null;
  marked: ReadonlySet<string>;
  labelledBy: string;
}

/** The cards of one column, drawn anew only where something of theirs has changed. */
const Rows = memo(function Rows(props: RowsProps) {
  const { cards, chosen, marked, wanted, spotlit, on, labelledBy } = props;
  if (cards.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no rows that are walked and marked
    <div
      aria-labelledby={labelledBy}
      aria-multiselectable
      className="flex flex-col gap-2"
      role="grid"
    >
      {cards.map((card) => (
        <Row
          card={card}
          isChosen={chosen === card.id}
          isDimmed={!hasText(card.text, wanted)}
          isMarked={marked.has(card.id)}
          isSpotlit={spotlit === card.id}
          key={card.id}
          on={on}
        />
      ))}
    </div>
  );
});

interface RowProps extends Pick<BoardViewProps, "on"> {
  card: BoardCard;
  isChosen: boolean;
  isMarked: boolean;
  isDimmed: boolean;
  isSpotlit: boolean;
}

/** Up and down lead to the rows beside, also over the edge of a column, and these to the first and the last one. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowUp", -1],
  ["ArrowDown", 1],
  ["Home", Number.NEGATIVE_INFINITY],
  ["End", Number.POSITIVE_INFINITY],
]);

/** What a row holds that can be pressed, in its order. */
const CONTROLS = "input, button";

/** A card with its mark and the button that moves it. Only the chosen row's are on the way of the Tab key. */
const Row = memo(function Row({ card, isChosen, isMarked, isDimmed, isSpotlit, on }: RowProps) {
  const t = useTranslations("console.board");
  const common = useTranslations("common");
  const button = useRef<HTMLButtonElement>(null);
  const tabIndex = isChosen ? 0 : -1;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, currentTarget: row, target, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (ctrlKey || altKey || metaKey || shiftKey) return;
    const isOnRow = target === row;
    const step = STEPS.get(key);
    if (step !== undefined) on.step(card.id, step);
    else if (key === "ArrowRight" || key === "ArrowLeft") {
      const way = [row, ...row.querySelectorAll<HTMLElement>(CONTROLS)];
      const at = target instanceof HTMLElement ? way.indexOf(target) : -1;
      way[at + (key === "ArrowRight" ? 1 : -1)]?.focus();
    } else if (isOnRow && key === " ") on.toggle(card.id);
    else if (isOnRow && key === "Enter" && button.current) on.menu(card, button.current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as in the grid around it
    <div
      aria-label={card.dots ? `${card.text}, ${common("dots", { n: card.dots })}` : card.text}
      aria-selected={isMarked}
      // Three hundred of them: what is out of sight is neither laid out nor painted.
      className={`rounded-card border ps-1 pe-3 [contain-intrinsic-block-size:auto_4rem] [content-visibility:auto] ${
        isMarked ? "border-accent" : "border-line"
      } ${isDimmed ? "border-dashed text-ink-2" : isMarked ? "bg-accent-soft" : "bg-surface"}`}
      {...{ [FOCUS_KEY]: focusKeyOf.card(card.id) }}
      onFocus={() => on.choose(card.id)}
      onKeyDown={onKeyDown}
      role="row"
      tabIndex={tabIndex}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as in the grid around it */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus, and what is pressed in it */}
      <div className="flex items-start gap-1" role="gridcell">
        <label className="flex size-12 shrink-0 cursor-pointer items-center justify-center">
          <input
            aria-label={t("markCard", { card: isolated(card.text) })}
            checked={isMarked}
            className="size-6 accent-accent"
            onChange={() => on.toggle(card.id)}
            tabIndex={tabIndex}
            type="checkbox"
          />
        </label>
        <div className="flex min-w-0 flex-1 items-start justify-between gap-x-4 gap-y-1 py-3 @max-lg:flex-col">
          <div className="min-w-0">
            <PeoplesWords as="p" className="measure whitespace-pre-line">
              {card.text}
            </PeoplesWords>
            <CardDots className="mt-1 text-sm" n={card.dots ?? 0} />
            <SpotlitMark isSpotlit={isSpotlit} />
          </div>
          <button
            {...opensMenu((pressed) => on.menu(card, pressed))}
            aria-label={t("moveCard", { card: isolated(card.text) })}
            className={`${buttonClass("quiet", "console")} -my-2 shrink-0 @max-lg:-ms-3 @max-lg:-mb-2.5 @max-lg:min-h-12`}
            ref={button}
            tabIndex={tabIndex}
            type="button"
          >
            {t("move")}
            <ChevronDown aria-hidden size={18} strokeWidth={1.75} />
          </button>
        </div>
      </div>
    </div>
  );
});
